"""What belongs on the first page of a report: who says it, what it rests on, and its main numbers."""

from fractions import Fraction

from mo_check._version import __version__
from mo_check.document import value_names
from mo_check.document.blocks import Fact, Highlight
from mo_check.languages import Language
from mo_check.model.assessment import Assessment, Shown
from mo_check.model.checklist import Checklist
from mo_check.model.source import Source
from mo_check.report import words
from mo_check.scoring.assessing import as_points
from mo_check.scoring.gaps import is_blank


def page_head(assessment: Assessment, language: Language) -> tuple[str, ...]:
    """Return what was assessed, who answered from which perspective, by which checklist, how much of it, and when."""
    profile = assessment.profile
    first = words.subject_line(profile.subject, language)
    second = words.respondent_line(profile.respondent, language)
    third = [assessment.title]
    if scope := words.scope_line(assessment, language):
        third.append(scope)
    if day := profile.answered_on(assessment.checklist.id):
        third.append(language.date(day))
    remark = (profile.remark,) if profile.remark else ()
    return (*([first] if first else []), " · ".join(second), " · ".join(third), *remark)


def first_page_facts(assessment: Assessment, sources: tuple[Source, ...], language: Language) -> tuple[Fact, ...]:
    """Return how much was answered, the method with its versions, its sources, whose choices it holds, and the caveats."""
    say = language.say
    return (
        Fact(say("Beantwortet"), _answered(assessment, language)),
        *_blanks(assessment, language),
        *method_facts(assessment.checklist, sources, language),
        *(
            Fact(say("Zahlen von {year}", year=survey.year), survey.caveat)
            for source in sources
            if (survey := source.survey) is not None
        ),
    )


def method_facts(checklist: Checklist, sources: tuple[Source, ...], language: Language) -> tuple[Fact, ...]:
    """Return by which checklist and program, on which papers if any, and whose choices it holds where it rests on one."""
    say = language.say
    method = say(
        "Selbsteinschätzung nach der Checkliste „{checklist}“, Fassung {version}; ausgewertet mit mo-check {program}.",
        checklist=checklist.title,
        version=checklist.version,
        program=__version__,
    )
    told = [say("{publisher}: „{title}“.", publisher=one.publisher, title=one.title) for one in sources]
    ground = (Fact(say("Grundlage"), " ".join(told)),) if told else ()
    ours = say("Gewichte, Schlüsselkriterien, Stufen, Aufwand und Wirkung hat mo-check festgelegt, nicht das Papier.")
    return (Fact(say("Methode"), method), *ground, *((Fact(say("Festlegungen"), ours),) if sources else ()))


def _blanks(assessment: Assessment, language: Language) -> tuple[Fact, ...]:
    """Return how many questions without an answer count as their lowest level, where they do."""
    many = sum(1 for r in assessment.items() if is_blank(r)) if assessment.checklist.blank == "lowest" else 0
    told = language.count(
        "{number} Frage zählt im Wert als unterste Stufe; so will es diese Checkliste.",
        "{number} Fragen zählen im Wert als unterste Stufe; so will es diese Checkliste.",
        many,
    )
    return (Fact(language.say("Ohne Antwort"), told),) if many else ()


def _answered(assessment: Assessment, language: Language) -> str:
    asked = [r for r in assessment.items() if r.item.scored or not assessment.scored]
    answered = sum(1 for r in asked if not r.standing.waiting) if assessment.scored else _given(assessment)
    told = language.say("{answered} von {asked} Fragen", answered=answered, asked=len(asked))
    if assessment.total.coverage is None:
        return f"{told}."
    return language.say("{told}; nach Gewicht gerechnet {share}.", told=told, share=language.share(assessment.total.coverage))


def _given(assessment: Assessment) -> int:
    return sum(1 for r in assessment.items() if r.answer is not None and r.answer.status is None)


def highlights(assessment: Assessment, language: Language) -> tuple[Highlight, ...]:
    """Return the total with its range, the coverage, what is missing, and the bottlenecks; nothing without a score."""
    if not assessment.scored:
        return ()
    say = language.say
    total = assessment.total
    counted = [r for r in assessment.items() if r.item.scored]
    missing = sum(1 for r in counted if r.standing.missing)
    shown = total.shown is Shown.NUMBER and assessment.display is not None
    low, high = as_points(total.low), as_points(total.high)
    spread = say("von 100, Spanne {low}–{high}", low=low, high=high) if low is not None else ""
    return (
        Highlight(
            str(assessment.display) if shown else "–", say("Gesamtwert"), spread if shown else say(value_names.SHOWN[total.shown])
        ),
        Highlight(language.share(total.coverage or Fraction(0)), say("beantwortet"), say("nach Gewicht gerechnet")),
        Highlight(
            language.number(missing),
            say("noch nicht erfüllt"),
            language.count("von {number} Kriterium", "von {number} Kriterien", len(counted)),
        ),
        *(_bottlenecks(assessment, language) if any(r.item.is_key for r in counted) else ()),
    )


def _bottlenecks(assessment: Assessment, language: Language) -> tuple[Highlight]:
    """Return how many key items are below one half."""
    many = len(assessment.bottlenecks)
    said = language.say("Schlüsselkriterien unter der Hälfte")
    return (Highlight(language.number(many), language.count("Engpass", "Engpässe", many), said),)
