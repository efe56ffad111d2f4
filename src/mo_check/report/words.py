"""The words of the model's enumerations, and how scores are written; msgids, said in the document's language."""

import os
from fractions import Fraction
from shlex import quote
from typing import assert_never

from mo_check.document.blocks import Bar, Mark
from mo_check.document.value_names import EFFECT, EFFORT, KINDS, LANDS, PERSPECTIVES, SHOWN
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
from mo_check.model.assessment import Assessment, ItemResult, Score, Shown
from mo_check.model.item import Item, Perspective, Step
from mo_check.model.profile import Respondent, Subject
from mo_check.scoring.conditions import scope_items

_HARMLESS = frozenset("%+,-./:@_")
_HARMLESS_ON_WINDOWS = frozenset("+-./:\\_")
"""PowerShell makes a list of a comma, and cmd a variable of %."""
_TYPOGRAPHIC = frozenset("‘’‚‛“”„")
"""Quotation marks to PowerShell; beyond ASCII no shell makes anything of any other sign."""
_REPLACED = frozenset("%$`“”„")
"""What cmd or PowerShell replaces, or takes for the end, between double quotes."""


def standing_mark(result: ItemResult, language: Language) -> Mark:
    """Return how an item stands as a mark with its word."""
    return Mark(result.standing, language.say(result.standing.word))


def respondent_name(respondent: Respondent, language: Language) -> str:
    """Return who answered by their own label, with how many associations filled it in together."""
    told = joint_words(respondent, language)
    return f"{respondent.label} ({told})" if told else respondent.label


def respondent_line(respondent: Respondent, language: Language) -> tuple[str, str]:
    """Return with whose eyes an assessment sees, and who answered."""
    return language.say(PERSPECTIVES[respondent.perspective]), respondent_name(respondent, language)


def joint_words(respondent: Respondent, language: Language) -> str:
    """Return how many associations filled a profile in together; nothing where it was one."""
    if respondent.joint is None or respondent.perspective is not Perspective.MIGRANT_ORGANISATION:
        return ""
    return language.say("gemeinsam ausgefüllt von {number} Vereinen", number=respondent.joint)


def subject_line(subject: Subject, language: Language) -> str:
    """Return what is known of the subject: ``kreisfreie Stadt, Nordrhein-Westfalen, 118 000 Einwohnerinnen und Einwohner``."""
    parts = [language.say(KINDS[subject.kind])] if subject.kind else []
    if subject.land:
        parts.append(language.say(LANDS[subject.land]))
    if subject.population is not None:
        parts.append(
            language.count("{number} Einwohnerin oder Einwohner", "{number} Einwohnerinnen und Einwohner", subject.population)
        )
    return ", ".join(parts)


def typed_path(file: str, *, windows: bool = os.name == "nt") -> str:
    """Return the name of a file as it is typed in a command: pasted into a shell of the system, it means this file only.

    It stands in quotes where it is a pattern or holds a sign that means something to a shell; letters of any script do not.
    """
    name = f"./{file}" if file.startswith("-") else file
    if name and all(_is_harmless(character, windows=windows) for character in name):
        return name
    if windows:
        return _quoted_for_windows(name)
    quoted = quote(name)
    return quoted if quoted != name else f"'{name}'"  # an equals sign, of which zsh makes something


def _is_harmless(character: str, *, windows: bool) -> bool:
    if character.isascii():
        return character.isalnum() or character in (_HARMLESS_ON_WINDOWS if windows else _HARMLESS)
    return character.isprintable() and not (windows and character in _TYPOGRAPHIC)


def _quoted_for_windows(name: str) -> str:
    """Return a name in double quotes, which both cmd and PowerShell know.

    What one of them replaces even there stands as ``?``: mo-check itself looks up what that matches. A backslash at the end would
    take the quote for part of the name, so it is doubled.
    """
    if not _REPLACED.isdisjoint(name):
        name = "".join("?" if character in _REPLACED or character == "[" else character for character in name)
    ending = name[len(name.rstrip("\\")) :]
    return f'"{name}{ending}"'


def signed_points(value: Fraction, language: Language, places: int = 0) -> str:
    """Return a difference of points with its sign."""
    return ("+" if value > 0 else "") + language.number(value, places)


def score_bar(score: Score, language: Language) -> Bar:
    """Return the bar of a score, or the words that stand in its place."""
    if score.shown is Shown.NUMBER:
        return Bar(score.value, score.high)
    return Bar(None, None, language.say(SHOWN[score.shown]))


def answer_words(item: Item, answer: Answer | None, language: Language) -> str:
    """Return an answer in the checklist's own words."""
    if answer is None:
        return language.say("noch nicht gefragt")
    labels = {level.id: level.label for level in item.levels}
    match answer.given:
        case LevelGiven(level):
            return labels.get(level, "")
        case OptionsGiven(options):
            return ", ".join(option.label for option in item.options if option.id in options)
        case TextGiven(text):
            return text
        case Unknown():
            return language.say("weiß nicht")
        case Skipped():
            return language.say("für später gelassen")
        case NotApplicable(reason):
            return language.say("trifft nicht zu: {reason}", reason=reason)
        case Elsewhere(who, level):
            said = language.say("macht jemand anderes: {who}", who=who)
            return f"{said} ({labels[level]})" if level in labels else said
        case Disputed(positions):
            held = ", ".join(f"{p.label}: {labels.get(p.level, p.level)}" for p in positions)
            return language.say("strittig: {positions}", positions=held)
        case never:
            assert_never(never)


def result_words(result: ItemResult, language: Language) -> str:
    """Return how an item came to stand as it does: its answer, or the rule that decided it."""
    if not result.by_rule:
        return answer_words(result.item, result.answer, language)
    if result.level is not None:
        return language.say("nicht gefragt, zählt als „{level}“", level=result.level.label)
    return language.say("nicht gefragt")


def step_details(step: Step, language: Language) -> str:
    """Return who acts until when, with which effort and effect; what a step does not say is left out."""
    effort = language.say(EFFORT[step.effort]) if step.effort else None
    effect = language.say(EFFECT[step.effect]) if step.effect else None
    worth = ", ".join(part for part in (effort, effect) if part)
    return " · ".join(part for part in (step.who, step.horizon, worth) if part)


def scope_line(assessment: Assessment, language: Language) -> str | None:
    """Return how much was asked, where it was not everything: ``Kurzcheck, 15 von 45 Fragen``."""
    if assessment.profile.scope == "full":
        return None
    asked = sum(1 for r in assessment.items() if r.item.scored)
    perspective = assessment.profile.respondent.perspective
    here = {item.id for d in assessment.checklist.dimensions_of(assessment.score) for item in d.items if item.scored}
    everything = len(here & scope_items(assessment.checklist, perspective, quick=False).keys())
    return language.say("Kurzcheck, {asked} von {all} Fragen", asked=asked, all=everything)
