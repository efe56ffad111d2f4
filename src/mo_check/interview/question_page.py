"""The page of one question: as airy as the height of the screen allows, and never higher than it needs to be."""

from dataclasses import dataclass

from rich.text import Text

from mo_check.interview.question import Choice, Question
from mo_check.interview.question_text import around, key_hints
from mo_check.languages import Language
from mo_check.render.terminal.glyphs import Glyphs
from mo_check.render.terminal.lines import LineCell, Lines, beside, labelled, text_lines
from mo_check.render.terminal.wrapping import balanced, cell_count, flowing, longest_word, wrapped

_LEVEL_TEXT_LEAST = 30
"""A narrower column beside the labels makes the levels hard to read; their texts then stand behind the labels."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above a page: what was said last, and how a dimension opens."""

    said: Lines
    dimension: Lines


@dataclass(frozen=True, slots=True)
class Density:
    """How much a page is drawn out: its blank lines, whether labels stay on one line, and what is left away."""

    blanks: int
    dimension: bool = False
    snug: bool = True
    bar: bool = True
    all_keys: bool = True


_DENSITIES = (
    Density(2, dimension=True, snug=False),
    Density(2, dimension=True),
    Density(2, snug=False),
    Density(2),
    Density(1),
    Density(0),
    Density(0, bar=False),
    Density(0, bar=False, all_keys=False),
)
_DENSEST = Density(-1, bar=False, all_keys=False)


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """Draws questions in lines of ``width``, on a screen of ``height`` lines."""

    width: int
    height: int
    glyphs: Glyphs
    language: Language

    def density(self, question: Question, opening: Opening) -> Density:
        """Return the airiest density that leaves a line for the prompt; else the densest one."""
        fitting = (d for d in _DENSITIES if len(self.lines(question, opening, d)) < self.height)
        return next(fitting, _DENSEST)

    def lines(self, question: Question, opening: Opening, density: Density) -> Lines:
        """Return a page: what was said last, the place in the interview, the question, its levels, and the keys."""
        above = [*opening.said, *(opening.dimension if density.dimension else [])]
        asked = [Text(line, style="bold") for line in balanced(question.item.question, self.width)]
        told = [line for text in around(question, self.language) for line in text_lines(text, self.width)]
        last_blank, blank, wide_blank = ([Text()] if density.blanks >= least else [] for least in (0, 1, 2))
        lines = [*above, *wide_blank] if above else []
        lines += [*self._head(question, bar=density.bar), *last_blank, *asked, Text()]
        lines += self._answers(question, snug=density.snug)
        lines += [*wide_blank, *told] if told else []
        return [*lines, *blank, *self._hints(question, all_keys=density.all_keys)]

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
        room = self.width - cell_count(place) - cell_count(number)
        lines = [Text(place + " " * room + number)] if room > 1 else [Text(place), Text(number)]
        done = round(self.width * question.number / question.total)
        drawn = Text(self.glyphs.done * done).append(self.glyphs.rule * (self.width - done), style="dim")
        return [*lines, drawn] if bar else lines

    def _answers(self, question: Question, *, snug: bool) -> Lines:
        if question.choices:
            return self._choices(question, snug=snug)
        return text_lines(question.item.help, self.width) if question.item.help else []

    def _choices(self, question: Question, *, snug: bool) -> Lines:
        held = question.earlier
        chosen = {held.level, *(held.options or ())} if held else set()
        keys = max(len(choice.key) for choice in question.choices)
        room = self.width - 3 - keys  # a mark, a key, and a gap behind each
        column = None if question.several else self._label_width(question.choices, room, snug=snug)
        lines: Lines = []
        for choice in question.choices:
            mark = Text(self.glyphs.pointer if choice.id in chosen else "")
            lead = [LineCell([mark], 1), LineCell([Text(choice.key.rjust(keys), style="bold")], keys)]
            lines += beside([*lead, *self._choice(choice, column, room)], gap=1)
        return lines

    def _choice(self, choice: Choice, column: int | None, room: int) -> list[LineCell]:
        """Return a label with what can be seen beside it, or else behind it."""
        if column is None:
            told = labelled(f"{choice.label}:", choice.sees, room) if choice.sees else text_lines(choice.label, room, "bold")
            return [LineCell(told, room)]
        sees = text_lines(choice.sees or "", room - column - 2)
        return [LineCell(text_lines(choice.label, column, "bold"), column + 1), LineCell(sees, room)]

    def _label_width(self, choices: tuple[Choice, ...], room: int, *, snug: bool) -> int | None:
        """Return the width of the labels: of the longest, or where ``snug`` that with which the levels are shortest.

        None stands for labels that leave too little room beside them.
        """
        room -= 2
        least = longest_word(choice.label for choice in choices)
        most = min(max(cell_count(c.label) for c in choices), room - max(_LEVEL_TEXT_LEAST, _longest_seen(choices)))
        widths = range(most, least - 1, -1)
        if not snug:
            return next(iter(widths), None)
        return min(widths, key=lambda width: _rows(choices, width, room - width), default=None)

    def _hints(self, question: Question, *, all_keys: bool) -> Lines:
        enter = self.language.say("Eingabetaste")
        hints = key_hints(question, self.language, enter, all_keys=all_keys)
        return [Text(line, style="dim") for line in flowing(hints, f" {self.glyphs.dot} ", self.width)]


def _longest_seen(choices: tuple[Choice, ...]) -> int:
    return longest_word(choice.sees or "" for choice in choices)


def _rows(choices: tuple[Choice, ...], label: int, sees: int) -> int:
    """Return how many lines choices take with columns of these widths."""
    return sum(max(len(wrapped(c.label, label)), len(wrapped(c.sees or "", sees))) for c in choices)
