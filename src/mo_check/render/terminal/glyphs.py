"""The marks a screen can draw: boxes and blocks, or plain ASCII where it cannot; never a meaning by colour alone."""

from dataclasses import dataclass
from fractions import Fraction

from mo_check.model.assessment import Standing


@dataclass(frozen=True, slots=True)
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
    standing: dict[Standing, str]
    heat: tuple[str, str, str, str] = ("●", "◐", "○", "?")
    """All, some, none, unknown."""
    answer: str = "●"
    """One answer in a dot plot."""
    steps: str = "▁▂▃▄▅▆▇█"
    """A small bar, from the lowest to the highest."""

    def step(self, share: Fraction) -> str:
        """Return the small bar of a share."""
        return self.steps[min(int(share * len(self.steps)), len(self.steps) - 1)] if self.steps else ""

    def warmth(self, share: Fraction | None) -> str:
        """Return the sign of how much there is."""
        everything, some, nothing, unknown = self.heat
        if share is None:
            return unknown
        return everything if share == 1 else some if share else nothing


FULL = Glyphs(
    "█",
    "▒",
    "░",
    "─",
    "━",
    "·",
    "▸",
    "◀",
    {
        Standing.MET: "✓",
        Standing.PARTIAL: "◐",
        Standing.UNMET: "▲",
        Standing.UNKNOWN: "?",
        Standing.OPEN: "·",
        Standing.NOT_APPLICABLE: "–",
        Standing.ELSEWHERE: "→",
    },
)
ASCII = Glyphs(
    "#",
    "=",
    ".",
    "-",
    "=",
    "-",
    ">",
    "<",
    {
        Standing.MET: "+",
        Standing.PARTIAL: "~",
        Standing.UNMET: "!",
        Standing.UNKNOWN: "?",
        Standing.OPEN: ".",
        Standing.NOT_APPLICABLE: "-",
        Standing.ELSEWHERE: ">",
    },
    ("#", "=", ".", "?"),
    "o",
    "",
)
STYLES = {
    Standing.MET: "green",
    Standing.PARTIAL: "yellow",
    Standing.UNMET: "red",
    Standing.UNKNOWN: "magenta",
    Standing.OPEN: "dim",
    Standing.NOT_APPLICABLE: "dim",
    Standing.ELSEWHERE: "dim",
}
