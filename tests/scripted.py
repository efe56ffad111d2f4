"""The prompter for tests and rehearsals: replies that are settled beforehand."""

from collections.abc import Iterable

from mo_check.interview.question import Action, Choice, ChosenReply, Question, Reply, WrittenReply


class Scripted:
    """Gives settled replies one after the other and keeps what was asked; without a further one the input has ended."""

    def __init__(self, replies: Iterable[Reply | str | None]) -> None:
        self._replies = iter(replies)
        self.asked: list[str] = []

    def ask(self, question: Question) -> Reply:
        """Give the next reply. Raises EOFError at the end and TypeError if it fits no question."""
        self.asked.append(question.item.id)
        match self._next():
            case Action() | ChosenReply() | WrittenReply() as reply:
                return reply
            case other:
                raise TypeError(other)

    def line(self, prompt: str, initial: str = "") -> str | None:  # noqa: ARG002 - the protocol's form
        """Give the next text, or None."""
        self.asked.append(prompt)
        reply = self._next()
        return reply if isinstance(reply, str) else None

    def choose(self, prompt: str, choices: tuple[Choice, ...]) -> str:
        """Give the next id. Raises ValueError if it is none of the choices."""
        self.asked.append(prompt)
        reply = self._next()
        if reply not in [choice.id for choice in choices]:
            raise ValueError(reply)
        return str(reply)

    def _next(self) -> Reply | str | None:
        for reply in self._replies:
            return reply
        raise EOFError
