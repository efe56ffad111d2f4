"""Several profiles side by side: one page for each mode, with the same head, foot and list of what is left out."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mo_check.compare.pages.file_fates import file_table, file_warnings
from mo_check.compare.pages.peer_page import peer_blocks, peer_name
from mo_check.compare.pages.perspective_page import perspective_blocks
from mo_check.compare.pages.side_words import COMPARISON_MODES, SIDES, agree_typed, profiles_typed, workshop_typed
from mo_check.compare.pages.time_page import over_time_blocks
from mo_check.compare.pure.common_items import Reason
from mo_check.compare.pure.comparing import Comparison
from mo_check.compare.pure.comparison_mode import ComparisonMode, near_misses
from mo_check.document.blocks import Block, Commands, Document, Fact, Heading, Paragraph, Role
from mo_check.languages import Language, msgid
from mo_check.model.assessment import Assessment
from mo_check.model.item import Item
from mo_check.model.source import Source
from mo_check.report import words
from mo_check.report.first_page import method_facts
from mo_check.report.matrix_blocks import matrix_comparison

REASONS: Mapping[Reason, str] = {
    Reason.NOT_ASKED: msgid("Nicht allen gestellt"),
    Reason.NEWER: msgid("Kam erst mit einer späteren Fassung dazu"),
    Reason.REWORDED: msgid("Verschieden formuliert beantwortet"),
    Reason.DEPENDS: msgid("Hängt an einer Frage, die nicht verglichen wird"),
}
MOST_NAMED = 6
"""So many items left out are named for each reason; more are counted."""


class View(NamedTuple):
    """How much of a comparison is shown: so many items in detail, labels beside the dots, a rank of peers, each file's part.

    ``named`` is what the profiles were named by in the call, where that may be shown.
    """

    top: int = 6
    names: bool = False
    rank: bool = False
    explain_files: bool = False
    named: tuple[str, ...] = ()


class ComparisonContent(NamedTuple):
    """What a page of a comparison is made from."""

    comparison: Comparison
    sources: tuple[Source, ...]


def comparison_page(shown: ComparisonContent, view: View, language: Language) -> Document:
    """Return the page of a comparison."""
    comparison = shown.comparison
    blocks: list[Block] = [
        *_warnings(shown, language),
        *(file_table(comparison.files, comparison, language) if view.explain_files else []),
    ]
    if any(one.assessment.scored for one in comparison.compared):
        match comparison.mode:
            case ComparisonMode.PERSPECTIVES:
                blocks += perspective_blocks(comparison, view.top, language, names=view.names)
            case ComparisonMode.TIME:
                blocks += over_time_blocks(comparison, view.top, language)
            case ComparisonMode.PEERS:
                blocks += peer_blocks(comparison, view.top, language, rank=view.rank)
    blocks += matrix_comparison(_groups(comparison, language, names=view.names), language)
    blocks += [*_left_out(comparison, language), _next(comparison, view, language)]
    return Document(
        language.tag,
        _title(comparison, language),
        _head(shown, language),
        tuple(blocks),
        name=comparison.compared[0].assessment.title,
        day=max((one.day for one in comparison.open if one.day), default=None),
        facts=_facts(shown, language),
    )


def _groups(comparison: Comparison, language: Language, *, names: bool) -> list[tuple[str, Sequence[Assessment]]]:
    """Return the profiles as they share a column: by side, or each for itself with its day, name or label."""
    say, compared = language.say, comparison.compared
    match comparison.mode:
        case ComparisonMode.TIME:
            return [(language.date(one.day) if one.day else one.file, [one.assessment]) for one in compared]
        case ComparisonMode.PEERS:
            return [(peer_name(one, compared), [one.assessment]) for one in compared]
        case ComparisonMode.PERSPECTIVES if names and not comparison.hiding:
            return [(words.respondent_name(one.profile.respondent, language), [one.assessment]) for one in compared]
        case ComparisonMode.PERSPECTIVES:
            return [(say(SIDES[s]), held) for s, held in comparison.sides.items() if s not in comparison.hiding]


def _title(comparison: Comparison, language: Language) -> str:
    found = comparison.subjects
    if len(found) == 1:
        return found[0].name
    return language.count("{number} Kommune im Vergleich", "{number} Kommunen im Vergleich", len(found))


def _head(shown: ComparisonContent, language: Language) -> tuple[str, ...]:
    """Return what is compared, of how many voices, and how many files these came from."""
    say, comparison = language.say, shown.comparison
    first = [say(COMPARISON_MODES[comparison.mode])]
    if comparison.mode is ComparisonMode.PERSPECTIVES:
        first += [f"{say(SIDES[side])} {len(held)}" for side, held in comparison.sides.items()]
    else:
        first.append(language.count("{number} Profil", "{number} Profile", len(comparison.compared)))
    second = [comparison.compared[0].assessment.title]
    days = sorted(one.day for one in comparison.open if one.day)
    if days:
        span = (days[0],) if days[0] == days[-1] else (days[0], days[-1])
        second.append(" – ".join(language.date(day) for day in span))
    files = language.count("{number} Datei", "{number} Dateien", len(comparison.files))
    heard = language.count("{number} Stimme", "{number} Stimmen", len(comparison.compared))
    return (" · ".join(first), " · ".join(second), *([f"{files}, {heard}"] if comparison.files else []))


def _warnings(shown: ComparisonContent, language: Language) -> list[Block]:
    """Return what must be known before any number is read: close names, files that are no voice or a doubtful one."""
    say, comparison, compared = language.say, shown.comparison, shown.comparison.compared
    found: list[Block] = []
    for one, other in near_misses(comparison.subjects):
        text = say("„{one}“ und „{other}“ gelten als zwei Kommunen. Sind sie dieselbe?", one=one.name, other=other.name)
        found.append(Paragraph(text, say("Ähnliche Namen"), Role.ALERT))
    found += file_warnings(comparison.files, comparison, language)
    quick = sum(1 for one in compared if one.quick)
    if quick and not comparison.only_quick and comparison.mode is not ComparisonMode.PERSPECTIVES:
        text = language.count(
            "{number} Profil ist ein Kurzcheck. Es zählt bei den einzelnen Fragen mit, bei den Werten nicht.",
            "{number} Profile sind Kurzchecks. Sie zählen bei den einzelnen Fragen mit, bei den Werten nicht.",
            quick,
        )
        found.append(Paragraph(text, say("Kurzcheck"), Role.ALERT))
    return found


def _left_out(comparison: Comparison, language: Language) -> list[Block]:
    by_reason: dict[Reason, list[Item]] = {}
    for item, reason in comparison.left_out:
        by_reason.setdefault(reason, []).append(item)
    if not by_reason:
        return []
    found: list[Block] = [Heading(language.say("Was hier nicht verglichen wird"))]
    return found + [Paragraph(_named(items, language), language.say(REASONS[r])) for r, items in by_reason.items()]


def _named(items: Sequence[Item], language: Language) -> str:
    names = language.listing(tuple(item.short for item in items[:MOST_NAMED]))
    rest = len(items) - MOST_NAMED
    more = " " + language.count("sowie {number} weitere Frage", "sowie {number} weitere Fragen", rest) if rest > 0 else ""
    return f"{names}{more}."


def _facts(shown: ComparisonContent, language: Language) -> tuple[Fact, ...]:
    """Return what the comparison rests on."""
    say = language.say
    ours = say("Unterschiede stehen nur da, wo gleich gefragt wurde. Auch die Schwellen des Vergleichs hat mo-check festgelegt.")
    return (*method_facts(shown.comparison.checklist, shown.sources, language), Fact(say("Vergleich"), ours))


def _next(comparison: Comparison, view: View, language: Language) -> Commands:
    files = [words.typed_path(one.file) for one in comparison.open] or ["…"]
    lines = [f"mo-check report {files[-1]}"]
    if comparison.mode is ComparisonMode.PERSPECTIVES:
        lines = [workshop_typed(comparison, view.named), *agree_typed((comparison,), view.named, language)]
    elif comparison.mode is ComparisonMode.PEERS and not view.rank:
        lines = [f"mo-check compare {profiles_typed((comparison,), view.named)} --rank", *lines]
    return Commands(language.say("Weiter mit"), tuple(lines))
