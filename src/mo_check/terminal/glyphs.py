"""The marks a screen can draw: boxes and blocks, or plain ASCII where it cannot; never a meaning by colour alone."""

from dataclasses import dataclass

from mo_check.model.results import Standing


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
