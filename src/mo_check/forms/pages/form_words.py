"""What every form says around its questions, whatever kind of file it is."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mo_check.forms.pure.questionnaire import AskedItem, ItemCondition, Questionnaire
from mo_check.interview.keys import LABELS
from mo_check.interview.question import Action, Choice
from mo_check.languages import Language, msgid
from mo_check.model.profile import Subject
from mo_check.report.words import subject_line


class Detail(NamedTuple):
    """What a status asks for: the key of an answer that holds it, and the msgid of the question."""

    key: str
    prompt: str


DETAILS: Mapping[Action, Detail] = {
    Action.NOT_APPLICABLE: Detail("reason", msgid("Grund, warum das nicht zutrifft")),
    Action.ELSEWHERE: Detail("who", msgid("Wer es macht (Stelle oder Verein, kein Personenname)")),
}
"""The statuses that hold only with a word more."""

WHO = msgid("Stelle, Verein oder Rolle (kein Personenname nötig)")
SEVERAL = msgid("Mehreres ist möglich.")
CLOSING = msgid("Was mit Ihren Worten und Antworten geschehen darf")
EVIDENCE = msgid("Beleg (Titel, Datum, Fundstelle)")
NOTHING_HERE = msgid("hier gibt es nichts")


def title_of(held: tuple[Questionnaire, ...]) -> str:
    """Return the title of a form."""
    return " · ".join(one.checklist.title for one in held)


def subject_sentence(subject: Subject, language: Language) -> str:
    """Return which municipality a form asks about."""
    known = subject_line(subject, language)
    return f"{subject.name} ({known})" if known else subject.name


def statuses_of(asked: AskedItem) -> tuple[Action, ...]:
    """Return the statuses that a question offers."""
    return tuple(action for action in asked.actions if action.status)


def status_words(action: Action, language: Language) -> str:
    """Return a status in the words of the respondent."""
    return language.say(LABELS[action])


def waits_text(waits: ItemCondition, language: Language) -> str:
    """Return when a question is to be answered at all."""
    return language.say("Nur, wenn bei Frage {number} „{level}“ oder mehr gilt.", number=waits.number, level=waits.label)


def help_texts(asked: AskedItem, language: Language) -> Iterator[str]:
    """Yield what helps to answer: what is meant, what a high answer is tried by, whom to ask."""
    item = asked.item
    if item.help:
        yield item.help
    if item.valid_if:
        yield language.say("Zur Probe, bevor Sie eine der letzten Antworten wählen") + ": " + item.valid_if
    if item.ask:
        yield language.say("Wer es wissen könnte: {offices}", offices=", ".join(item.ask))


def instructions(asked: AskedItem, language: Language) -> Iterator[str]:
    """Yield how a question is to be answered, before what helps to answer it."""
    if asked.waits:
        yield waits_text(asked.waits, language)
    if asked.several:
        yield language.say(SEVERAL)


def choice_text(choice: Choice) -> str:
    """Return a choice with what can be seen, on one line."""
    return f"{choice.label}: {choice.sees}" if choice.sees else choice.label
