"""The interview drawn with Rich, a page a question."""

from rich.console import Console
from rich.text import Text

from mo_check.interview.question import OpenItem, Question
from mo_check.interview.question_page import Opening, QuestionPage
from mo_check.interview.question_text import answer_text, help_lines, key_hints
from mo_check.languages import Language
from mo_check.model.answer import Answer, Status
from mo_check.model.checklist import Dimension
from mo_check.model.standing import Standing
from mo_check.render.terminal.glyphs import Glyphs
from mo_check.render.terminal.lines import LineCell, Lines, beside, page_width, put_lines, text_lines
from mo_check.render.terminal.wrapping import flowing


class Screen:
    """Draws the interview on a terminal. Texts are data: they are drawn as they are, never read as markup."""

    def __init__(self, console: Console, glyphs: Glyphs, language: Language) -> None:
        self._console = console
        self._glyphs = glyphs
        self._language = language
        self._said: Lines = []
        self._dimension: Lines = []
        self._all_keys = True

    @property
    def _width(self) -> int:
        return page_width(self._console)

    def _put(self, lines: Lines) -> None:
        put_lines(lines, self._console)

    def say(self, text: str) -> None:
        """Draw a paragraph; the last one said stands above the next question too."""
        self._said = text_lines(text, self._width)
        self._put(self._said)

    def begin_dimension(self, dimension: Dimension, places: int) -> None:
        """Put the opening of a dimension above its first question, where the page has room for it."""
        number = self._language.count("{number} Frage", "{number} Fragen", places)
        heading = Text(dimension.title, style="bold").append(f" {self._glyphs.dot} {number}", style="not bold")
        introduction = text_lines(dimension.introduction, self._width) if dimension.introduction else []
        self._dimension = [heading, *introduction]

    def question(self, question: Question) -> None:
        """Draw a page: what was kept last, the place in the interview, the question, its levels, and the keys."""
        page = QuestionPage(self._width, self._console.height, self._glyphs, self._language)
        opening = Opening(self._said, self._dimension)
        density = page.density(question, opening)
        self._said, self._dimension, self._all_keys = [], [], density.all_keys
        self._console.clear()
        self._put(page.lines(question, opening, density))

    def recorded(self, question: Question, answer: Answer) -> None:
        """Say at the top of the next page what was kept."""
        mark = self._glyphs.standing(Standing.MET)
        text = f"{mark} {question.item.short}: {answer_text(question, answer, self._language)}"
        self._said = text_lines(text, self._width, "dim")

    def help(self, question: Question) -> None:
        """Draw what is meant, what the paper says, and the keys where the page had no room for all, below the question."""
        for heading, text in self._told(question):
            self._put([Text(), *text_lines(heading, self._width, "bold"), *text_lines(text, self._width)])

    def _told(self, question: Question) -> list[tuple[str, str]]:
        say, dimension = self._language.say, question.dimension
        told = help_lines(question, self._language)
        if dimension.introduction:
            told.append((dimension.title, dimension.introduction))
        if not self._all_keys:
            hints = key_hints(question, self._language, say("Eingabetaste"))
            told.append((say("Tasten"), "\n".join(flowing(hints, f" {self._glyphs.dot} ", self._width))))
        return told

    def review(self, items: tuple[OpenItem, ...]) -> None:
        """Draw the open questions with their numbers."""
        self._console.clear()
        self._said = []
        say = self._language.say
        if not items:
            self._put(text_lines(say("Es ist nichts mehr offen."), self._width))
            return
        lines: Lines = [*text_lines(say("Noch offen"), self._width, "bold"), Text()]
        column = max(len(str(one.number)) for one in items)
        for one in items:
            unknown = one.answer is not None and one.answer.status is Status.UNKNOWN
            text = f"{one.item.short} ({say('weiß nicht')})" if unknown else one.item.short
            number = LineCell([Text(str(one.number), style="bold")], column, right=True)
            lines += beside([number, LineCell(text_lines(text, self._width - column - 2), self._width)], gap=2)
        self._put(lines)
