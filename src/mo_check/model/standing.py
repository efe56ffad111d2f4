"""How an item stands: one table of everything that tells one standing from another."""

from enum import Enum, StrEnum
from typing import Self

from mo_check.languages import msgid


class ScorePart(Enum):
    """What a standing does to a score (docs/method.md, One profile, one checklist); each does exactly one of these."""

    REACHED = "reached"
    """It has a value, and that is enough."""
    MISSING = "missing"
    """It has a value, and something is left to do."""
    WAITING = "waiting"
    """An answer is still to come: the range is open by its weight."""
    COVERED = "covered"
    """It is answered and has no value of ours: it counts for the coverage alone."""
    OUTSIDE = "outside"
    """It is nothing that could be reached here: its weight falls away."""


class Tone(Enum):
    """How a standing sounds; each medium has a colour or style for it."""

    GOOD = "good"
    SOME = "some"
    BAD = "bad"
    ASKING = "asking"
    QUIET = "quiet"


class Standing(StrEnum):
    """How an item stands (docs/method.md, Values), in the order in which standings are listed.

    Each has its ``part`` in a score; its ``word``, a msgid; its ``sign``, and a ``plain_sign`` where there is only ASCII; and its
    ``tone``. What else is asked of a standing follows from its part.
    """

    _value_: str
    part: ScorePart
    word: str
    sign: str
    plain_sign: str
    tone: Tone
    waiting: bool
    """Whether an answer is still to come; such an item is asked again."""
    missing: bool
    """Whether there is a value with something left to do."""
    scored: bool
    """Whether there is a value."""
    away: bool
    """Whether the respondent says that the item is not theirs."""
    applies: bool
    """Whether it belongs to what could be reached here."""

    def __new__(cls, value: str, part: ScorePart, word: str, sign: str, plain_sign: str, tone: Tone) -> Self:
        """Make a row of the table."""
        standing = str.__new__(cls, value)
        standing._value_ = value
        standing.part, standing.word, standing.tone = part, word, tone
        standing.sign, standing.plain_sign = sign, plain_sign
        standing.waiting = part is ScorePart.WAITING
        standing.missing = part is ScorePart.MISSING
        standing.scored = standing.missing or part is ScorePart.REACHED
        standing.away = part is ScorePart.COVERED or part is ScorePart.OUTSIDE
        standing.applies = part is not ScorePart.OUTSIDE
        return standing

    MET = "met", ScorePart.REACHED, msgid("erfüllt"), "✓", "+", Tone.GOOD
    PARTIAL = "partial", ScorePart.MISSING, msgid("zum Teil"), "◐", "~", Tone.SOME
    UNMET = "unmet", ScorePart.MISSING, msgid("Lücke"), "▲", "!", Tone.BAD
    UNKNOWN = "unknown", ScorePart.WAITING, msgid("weiß nicht"), "?", "?", Tone.ASKING
    OPEN = "open", ScorePart.WAITING, msgid("offen"), "·", ".", Tone.QUIET
    NOT_APPLICABLE = "not_applicable", ScorePart.OUTSIDE, msgid("trifft nicht zu"), "–", "-", Tone.QUIET
    ELSEWHERE = "elsewhere", ScorePart.COVERED, msgid("macht jemand anderes"), "→", ">", Tone.QUIET
