"""What a question says around its levels, as plain text: both Shows draw from these lines."""

from typing import assert_never

from mo_check.interview.keys import LABELS, keys
from mo_check.interview.question import Action, ComparedFigure, Question, SideResponses
from mo_check.languages import Language
from mo_check.model.answer import (
    Answer,
    Disputed,
    Elsewhere,
    LevelGiven,
    NotApplicable,
    OptionsGiven,
    Skipped,
    TextGiven,
    Unknown,
)

_ANSWERING = {action for action in Action if action.status}
"""The keys that answer a question; they are told even where there is no room for the others."""


def prompt_text(prompt: str) -> str:
    """Return a prompt with the colon that ends it; a question has its own end."""
    return prompt if prompt.endswith("?") else f"{prompt}:"


def answer_text(question: Question, answer: Answer, language: Language) -> str:
    """Return an answer in words."""
    say = language.say
    match answer.given:
        case LevelGiven(level):
            return ", ".join(choice.label for choice in question.choices if choice.id == level)
        case OptionsGiven(options):
            return ", ".join(choice.label for choice in question.choices if choice.id in options)
        case TextGiven(text):
            return text
        case Unknown():
            return say("weiß nicht")
        case NotApplicable(reason):
            return say("trifft nicht zu: {reason}", reason=reason)
        case Elsewhere(who):
            return say("macht jemand anderes: {who}", who=who)
        case Skipped():
            return say("später")
        case Disputed():
            return say("strittig")
        case never:
            assert_never(never)


def around(question: Question, language: Language) -> list[str]:
    """Return the lines below the levels: whom to ask, what the survey says, what stands there already."""
    say = language.say
    lines = []
    if question.item.ask:
        lines.append(say("Wer es wissen könnte: {offices}", offices=", ".join(question.item.ask)))
    if question.responses is not None:
        lines += _voices(question.responses, language)
    lines += [told for figure in question.compared if (told := figure_text(figure, language))]
    if question.earlier is not None:
        lines += _earlier(question, question.earlier, language)
    return lines


def _voices(responses: SideResponses, language: Language) -> list[str]:
    """Return how each side answered, and that there are remarks to read."""
    if not responses.remarks:
        return list(responses.answers)
    told = language.count("{number} Notiz dazu: mit ? lesen", "{number} Notizen dazu: mit ? lesen", len(responses.remarks))
    return [*responses.answers, told]


def _earlier(question: Question, answer: Answer, language: Language) -> list[str]:
    say = language.say
    held = answer_text(question, answer, language)
    lines = [say("Früher: {answer}", answer=held) if question.from_before else say("Bisher: {answer}", answer=held)]
    if answer.note:
        lines.append(say("Notiz: {text}", text=answer.note))
    if answer.evidence:
        lines.append(say("Beleg: {text}", text=answer.evidence))
    return lines


def figure_text(figure: ComparedFigure, language: Language) -> str | None:
    """Return a counted figure as one sentence, or None where it says nothing about one level."""
    held = figure.statement
    if held.value is None or held.of is None or figure.from_label is None:
        return None
    return language.say(
        "{year} hatten das {value} von {of} befragten Kommunen (ab „{level}“).",
        year=figure.year,
        value=held.value,
        of=held.of,
        level=figure.from_label,
    )


def many_keys(question: Question) -> bool:
    """Tell whether there are more choices than keys: then a number is typed, and Enter ends it."""
    return any(len(choice.key) > 1 for choice in question.choices)


def key_hints(question: Question, language: Language, enter: str, *, all_keys: bool = True) -> list[str]:
    """Return what each key does, in the order they are shown; ``enter`` is how the Enter key is named.

    Without ``all_keys`` these are the keys that answer, and the one whose help tells the others.
    """
    say, table = language.say, keys(language.locale)
    row = question.item.row_label or ""
    words = []
    if Action.KEEP in question.actions:
        words.append(f"{enter} {say(LABELS[Action.KEEP])}")
    if question.choices:
        numbers = sorted(int(choice.key) for choice in question.choices)
        said = say("{first}–{last} auswählen") if question.several else say("{first}–{last} antworten")
        words.append(said.format(first=numbers[0], last=numbers[-1]))
    for action, label in LABELS.items():
        if action in question.actions and action is not Action.KEEP and (all_keys or action in _ANSWERING):
            words.append(f"{table[action]} {say(label, row=row)}")
    return words if all_keys else [*words, f"{table[Action.HELP]} {say('alle Tasten')}"]


def help_lines(question: Question, language: Language) -> list[tuple[str, str]]:
    """Return headed paragraphs: what is meant, when a high answer holds, and what the paper says, with its section."""
    say = language.say
    found = []
    if question.responses is not None and question.responses.remarks:
        found.append((say("Dazu wurde geschrieben"), "\n".join(question.responses.remarks)))
    if question.item.help:
        found.append((say("Gemeint ist"), question.item.help))
    if question.item.valid_if:
        found.append((say("Zur Probe, bevor Sie eine der letzten Antworten wählen"), question.item.valid_if))
    if question.item.key:
        found.append((say("Schlüsselkriterium"), question.item.key))
    sections: dict[str, list[str]] = {}
    for statement in question.statements:
        sections.setdefault(statement.section, []).append(statement.text)
    found += [(say("Das Papier, Abschnitt „{section}“", section=s), "\n".join(texts)) for s, texts in sections.items()]
    return found
