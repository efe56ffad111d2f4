"""The page of one question: as airy as the height of the screen allows, and never higher than it needs to be."""

from dataclasses import dataclass

from rich.text import Text

from mo_check.languages import Language
from mo_check.model.checklist import ItemKind
from mo_check.model.interview import Choice, Question
from mo_check.terminal.glyphs import Glyphs
from mo_check.terminal.lines import Cell, Lines, beside, labelled, text_lines
from mo_check.terminal.question_text import around, key_hints
from mo_check.terminal.words import balanced, cells, flowing, longest_word

_LEVEL_TEXT_LEAST = 30
"""A narrower column beside the labels makes the levels hard to read; they then stand below their labels."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above a page: what was said last, and how a dimension opens."""

    said: Lines
    dimension: Lines


@dataclass(frozen=True, slots=True)
class _Density:
    """How much a page is drawn out."""

    dimension: bool
    blanks: bool
    bar: bool = True


_DENSITIES = (_Density(True, True), _Density(True, False), _Density(False, True), _Density(False, False))
_DENSEST = _Density(False, False, bar=False)


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """Draws questions in lines of ``width``, on a screen of ``height`` lines."""

    width: int
    height: int
    glyphs: Glyphs
    language: Language

    def lines(self, question: Question, opening: Opening) -> Lines:
        """Return the airiest page that leaves a line for the prompt; else the densest one."""
        drawn = (self._page(question, opening, density) for density in _DENSITIES)
        fitting = next((page for page in drawn if len(page) < self.height), None)
        return fitting if fitting is not None else self._page(question, opening, _DENSEST)

    def _page(self, question: Question, opening: Opening, density: _Density) -> Lines:
        above = [*opening.said, *(opening.dimension if density.dimension else [])]
        parts = [
            above,
            self._head(question, bar=density.bar),
            [Text(line, style="bold") for line in balanced(question.wording.question, self.width)],
            self._answers(question),
            [Text(line) for told in around(question, self.language) for line in flowing([told], "", self.width)],
            self._hints(question),
        ]
        lines: Lines = []
        for number, part in enumerate(part for part in parts if part):
            lines += [Text()] if number and (density.blanks or number == len(parts)) else []
            lines += part
        return lines

    def _head(self, question: Question, *, bar: bool) -> Lines:
        """Return where in the interview the question stands, in words and as a bar."""
        say, dot = self.language.say, self.glyphs.dot
        place = say(
            "{label} · {place} von {places}",
            label=question.dimension.label,
            place=question.place,
            places=question.places,
        ).replace("·", dot)
        number = say("Frage {number} von {total}", number=question.number, total=question.total)
        room = self.width - cells(place) - cells(number)
        lines = [Text(place + " " * room + number)] if room > 1 else [Text(place), Text(number)]
        done = round(self.width * question.number / question.total)
        drawn = Text(self.glyphs.done * done).append(self.glyphs.rule * (self.width - done), style="dim")
        return [*lines, drawn] if bar else lines

    def _answers(self, question: Question) -> Lines:
        if question.choices:
            return self._choices(question)
        return text_lines(question.wording.help, self.width) if question.wording.help else []

    def _choices(self, question: Question) -> Lines:
        held = question.earlier
        chosen = {held.level, *(held.options or ())} if held else set()
        column = None if question.several else self._label_width(question.choices)
        lines: Lines = []
        for choice in question.choices:
            mark = Text(self.glyphs.pointer if choice.id in chosen else "")
            lead = [Cell([mark], 1), Cell([Text(choice.key, style="bold")], 1)]
            lines += beside([*lead, *self._choice(choice, column)], gap=1)
        return lines

    def _choice(self, choice: Choice, column: int | None) -> list[Cell]:
        """Return a label with what can be seen beside it, or else behind it."""
        room = self.width - 4
        if column is None:
            told = labelled(f"{choice.label}:", choice.sees, room) if choice.sees else text_lines(choice.label, room, "bold")
            return [Cell(told, room)]
        sees = text_lines(choice.sees or "", room - column - 2)
        return [Cell(text_lines(choice.label, column, "bold"), column + 1), Cell(sees, room)]

    def _label_width(self, choices: tuple[Choice, ...]) -> int | None:
        """Return the width of the labels with which the levels take the fewest lines; None where they do not fit."""
        room = self.width - 4 - 2
        least = longest_word(choice.label for choice in choices)
        most = min(max(cells(c.label) for c in choices), room - max(_LEVEL_TEXT_LEAST, _longest_seen(choices)))
        widths = range(most, least - 1, -1)
        return min(widths, key=lambda width: _rows(choices, width, room - width), default=None)

    def _hints(self, question: Question) -> Lines:
        hints = key_hints(question, self.language, self.language.say("Eingabetaste"))
        return [Text(line, style="dim") for line in flowing(hints, f" {self.glyphs.dot} ", self.width)]
