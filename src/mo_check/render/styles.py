"""The one look of everything that is passed on: few colours, each with a mark beside it, for light and dark grounds.

Every text colour keeps a contrast of at least 4.5 to 1 on its ground, every line of a chart at least 3 to 1; in grey print
``accent``, ``possible`` and ``track`` stay three different greys.
"""

from collections.abc import Mapping
from fractions import Fraction

from mo_check.model.item import MET
from mo_check.model.standing import Tone

LIGHT: Mapping[str, str] = {
    "ground": "#ffffff",
    "card": "#f5f7fa",
    "ink": "#1b2733",
    "muted": "#55616d",
    "line": "#cfd6dd",
    "track": "#e6ebf0",
    "accent": "#1d4e89",
    "possible": "#8fb0d6",
    "good": "#1f6b4f",
    "some": "#8a5a12",
    "bad": "#a8322a",
    "warm": "#c4d8ee",
    "mild": "#e6eff8",
    "alert": "#fdf3e1",
}
DARK: Mapping[str, str] = {
    "ground": "#151c23",
    "card": "#1d262f",
    "ink": "#e8edf2",
    "muted": "#a9b5c1",
    "line": "#3d4955",
    "track": "#2a343e",
    "accent": "#7db2ec",
    "possible": "#41648c",
    "good": "#62d0a6",
    "some": "#e8b45c",
    "bad": "#ff9a8f",
    "warm": "#2f4f73",
    "mild": "#22364d",
    "alert": "#332a18",
}
TONES: Mapping[Tone, str] = {
    Tone.GOOD: "good",
    Tone.SOME: "some",
    Tone.BAD: "bad",
    Tone.ASKING: "muted",
    Tone.QUIET: "muted",
}
"""The colour of a standing by its tone; its mark and word say the same."""
WEAKEST = "◀"


def warmth(share: Fraction | None) -> str:
    """Return the sign of how much there is."""
    return "?" if share is None else "●" if share == 1 else "◐" if share else "○"


def warm_tone(share: Fraction | None) -> str:
    """Return the ground of a cell of a heat table."""
    return "warm" if share == 1 else "mild" if share else "ground"


def third_tone(value: Fraction) -> str:
    """Return the ground of a score from 0 to 1, by the third it lies in."""
    return "warm" if value >= MET else "mild" if value >= MET / 2 else "ground"
