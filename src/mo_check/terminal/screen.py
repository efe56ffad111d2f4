"""The interview drawn with Rich, a page a question."""

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from mo_check.languages import Language
from mo_check.model.checklist import Dimension, ItemKind
from mo_check.model.interview import Choice, OpenItem, Question
from mo_check.model.profile import Answer
from mo_check.model.results import Standing
from mo_check.terminal.glyphs import Glyphs
from mo_check.terminal.question_text import answer_text, around, help_lines, key_hints
from mo_check.terminal.words import flowing, longest_word

MAX_WIDTH = 100
_MARGIN = 1


class Screen:
    """Draws the interview on a terminal. Texts are data: they are drawn as they are, never read as markup."""

    def __init__(self, console: Console, glyphs: Glyphs, language: Language) -> None:
        self._console = console
        self._glyphs = glyphs
        self._language = language
        self._kept: list[RenderableType] = []
        self._opening: list[RenderableType] = []

    @property
    def _width(self) -> int:
        return min(self._console.width, MAX_WIDTH) - 2 * _MARGIN

    def _draw(self, *parts: RenderableType) -> None:
        self._console.print(Padding(Group(*parts), (0, _MARGIN)), width=self._width + 2 * _MARGIN)

    def say(self, text: str) -> None:
        """Draw a paragraph; the last one said stands above the next question too."""
        self._kept = [Text(text)]
        self._draw(Text(text))

    def begin_dimension(self, dimension: Dimension, places: int) -> None:
        """Put the opening of a dimension above its first question."""
        number = self._language.count("{number} Frage", "{number} Fragen", places)
        heading = Text(dimension.title, style="bold").append(f" {self._glyphs.dot} {number}", style="not bold")
        self._opening = [heading]
        if dimension.introduction:
            self._opening.append(Text(dimension.introduction))

    def question(self, question: Question) -> None:
        """Draw a page: what was kept last, the place in the interview, the question, its levels, and the keys.

        The introduction of a dimension stands above its first question where the page has room for it.
        """
        page = self._page(question)
        above = [*self._kept, *self._opening]
        if above and self._height([*above, Text(""), *page]) >= self._console.height:
            above = [*self._kept, *self._opening[:1]]
        self._kept, self._opening = [], []
        self._console.clear()
        self._draw(*above, *([Text("")] if above else []), *page)

    def _height(self, parts: list[RenderableType]) -> int:
        options = self._console.options.update(width=self._width)
        return len(self._console.render_lines(Group(*parts), options)) + 1

    def _page(self, question: Question) -> list[RenderableType]:
        parts = [self._head(question), Text(""), Text(question.wording.question, style="bold"), Text("")]
        if question.choices:
            parts.append(self._choices(question))
        if question.item.kind is ItemKind.TEXT and question.wording.help:
            parts.append(Text(question.wording.help))
        if lines := around(question, self._language):
            parts += [Text(""), *(Text(line) for line in lines)]
        hints = key_hints(question, self._language, self._language.say("Eingabetaste"))
        flowed = flowing(hints, f" {self._glyphs.dot} ", self._width)
        return [*parts, Text(""), *(Text(line, style="dim") for line in flowed)]

    def _head(self, question: Question) -> RenderableType:
        say = self._language.say
        left = say(
            "{label} · {place} von {places}",
            label=question.dimension.label,
            place=question.place,
            places=question.places,
        )
        right = say("Frage {number} von {total}", number=question.number, total=question.total)
        left, right = (text.replace("·", self._glyphs.dot) for text in (left, right))
        done = round(self._width * question.number / question.total)
        bar = Text(self._glyphs.full * done, style="bold").append(
            self._glyphs.empty * (self._width - done), style="dim"
        )
        room = self._width - len(left) - len(right)
        head = Text(left + " " * room + right) if room > 1 else Text(f"{left}\n{right}")
        return Group(head, bar) if self._glyphs.full != "#" else Group(head, Text(self._glyphs.rule * self._width))

    def _choices(self, question: Question) -> RenderableType:
        held = question.earlier
        chosen = {held.level, *(held.options or ())} if held else set()
        label_width = max(len(choice.label) for choice in question.choices)
        said = [choice.sees for choice in question.choices if choice.sees]
        room = self._width - 5 - label_width - 2
        beside = not question.several and room >= max(longest_word(said), 30)
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=1)
        grid.add_column(width=1)
        if beside:
            grid.add_column(width=label_width, no_wrap=True)
        grid.add_column()
        for choice in question.choices:
            grid.add_row(*self._row(choice, beside=beside, held=choice.id in chosen))
        return grid

    def _row(self, choice: Choice, *, beside: bool, held: bool) -> list[RenderableType]:
        pointer = Text(self._glyphs.pointer if held else "")
        key, label = Text(choice.key, style="bold"), Text(choice.label, style="bold")
        if beside:
            return [pointer, key, label, Text(choice.sees or "")]
        return [pointer, key, Group(label, Text(choice.sees)) if choice.sees else label]

    def recorded(self, question: Question, answer: Answer) -> None:
        """Say at the top of the next page what was kept."""
        mark = self._glyphs.standing[Standing.MET]
        text = f"{question.item.short}: {answer_text(question, answer, self._language)}"
        self._kept = [Text(f"{mark} {text}", style="dim")]

    def help(self, question: Question) -> None:
        """Draw what is meant and what the paper says, below the question."""
        for heading, text in help_lines(question, self._language):
            self._draw(Text(heading, style="bold"), Text(text), Text(""))

    def review(self, items: tuple[OpenItem, ...]) -> None:
        """Draw the open questions with their numbers."""
        self._console.clear()
        self._kept = []
        say = self._language.say
        if not items:
            self._draw(Text(say("Es ist nichts mehr offen.")))
            return
        self._draw(Text(say("Noch offen"), style="bold"), Text(""))
        grid = Table.grid(padding=(0, 1))
        grid.add_column(justify="right", no_wrap=True)
        grid.add_column()
        for one in items:
            status = f" ({say('weiß nicht')})" if one.answer and one.answer.status == "unknown" else ""
            grid.add_row(str(one.number), Text(one.item.short + status))
        self._draw(grid)
