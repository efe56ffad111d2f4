"""The marks a screen can draw: boxes and blocks, or plain ASCII where it cannot; never a meaning by colour alone."""

from dataclasses import dataclass
from fractions import Fraction

from mo_check.model.standing import Standing, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """One set of marks."""

    full: str
    open: str
    empty: str
    rule: str
    done: str
    dot: str
    pointer: str
    weakest: str
    heat: tuple[str, str, str, str] = ("●", "◐", "○", "?")
    """All, some, none, unknown."""
    answer: str = "●"
    """One answer in a dot plot."""
    steps: str = "▁▂▃▄▅▆▇█"
    """A small bar, from the lowest to the highest."""
    plain: bool = False
    """Whether standings have their plain signs."""

    def standing(self, standing: Standing) -> str:
        """Return the sign of a standing."""
        return standing.plain_sign if self.plain else standing.sign

    def step(self, share: Fraction) -> str:
        """Return the small bar of a share."""
        return self.steps[min(int(share * len(self.steps)), len(self.steps) - 1)] if self.steps else ""

    def warmth(self, share: Fraction | None) -> str:
        """Return the sign of how much there is."""
        everything, some, nothing, unknown = self.heat
        if share is None:
            return unknown
        return everything if share == 1 else some if share else nothing


FULL = Glyphs(full="█", open="▒", empty="░", rule="─", done="━", dot="·", pointer="▸", weakest="◀")
ASCII = Glyphs(
    full="#",
    open="=",
    empty=".",
    rule="-",
    done="=",
    dot="-",
    pointer=">",
    weakest="<",
    heat=("#", "=", ".", "?"),
    answer="o",
    steps="",
    plain=True,
)
STYLES = {
    Tone.GOOD: "green",
    Tone.SOME: "yellow",
    Tone.BAD: "red",
    Tone.ASKING: "magenta",
    Tone.QUIET: "dim",
}
"""The style of a standing by its tone."""
