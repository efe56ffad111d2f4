"""One question with yes or no, asked in the middle of a call; answered by a letter and Enter."""

import sys

from mo_check.cli.context import Context
from mo_check.cli.streams import standard_input

_YES = frozenset({"j", "ja", "y", "yes"})


def may_ask() -> bool:
    """Tell whether somebody sits there who can be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def confirmed(question: str, ctx: Context) -> bool:
    """Ask on standard error and tell whether the answer is yes; the end of input is a no."""
    ctx.remark(ctx.language.say("{question} j = ja, Eingabetaste = nein", question=question))
    return standard_input().readline().strip().casefold() in _YES
