"""The interview as a pure state machine: what is asked next, and what an answer changes."""

from mo_check.session.interview import Interview

__all__ = ["Interview"]
