"""The same eyes at several times: how the dimensions moved, what rose, fell or was newly answered, and what may be said."""

from collections.abc import Iterable, Mapping, Sequence

from mo_check.compare.pages.score_table import score_table
from mo_check.compare.pure.comparing import Comparison, score_rows
from mo_check.compare.pure.over_time import Change, Claim, Direction, TotalChange, changed_items, total_change
from mo_check.document.blocks import Block, Column, Heading, Paragraph, Role, Table
from mo_check.languages import Language, msgid
from mo_check.model.assessment import ItemResult
from mo_check.model.consent import as_told
from mo_check.model.profile import Profile
from mo_check.report import words
from mo_check.scoring.assessing import as_points

_HEADINGS: Mapping[Direction, str] = {
    Direction.ROSE: msgid("Gestiegen"),
    Direction.FELL: msgid("Gesunken"),
    Direction.ANSWERED: msgid("Neu beantwortet"),
    Direction.OTHERWISE: msgid("Anders beantwortet"),
    Direction.UNANSWERED: msgid("Jetzt ohne Antwort"),
}
_CLAIMS: Mapping[Claim, str] = {
    Claim.HIGHER: msgid("Der Wert ist höher als beim ersten Mal, auch bei anderen Gewichten und kleinen Irrtümern."),
    Claim.LOWER: msgid("Der Wert ist niedriger als beim ersten Mal, auch bei anderen Gewichten und kleinen Irrtümern."),
    Claim.UNSURE: msgid("Ob der Wert höher oder niedriger ist, lässt sich nicht sicher sagen: Der Unterschied ist zu klein."),
    Claim.SAME: msgid("Es hat sich nichts geändert: Was beide Male beantwortet wurde, steht auf derselben Stufe."),
    Claim.NOTHING: msgid("Keine Frage wurde beide Male beantwortet; darum gibt es keinen Vergleich der Werte."),
}


def over_time_blocks(comparison: Comparison, top: int, language: Language) -> list[Block]:
    """Return the page: what may be said of the total, the dimensions by day, and the items that changed from first to last."""
    say = language.say
    first, last = comparison.compared[0].assessment, comparison.compared[-1].assessment
    ranked = comparison.ranked
    rows = score_rows(comparison, {n: [one.assessment] for n, one in enumerate(ranked)})
    heads = [language.date(one.day) if one.day else one.file for one in ranked]
    return [
        *_claim(total_change(first, last), language),
        Heading(say("Handlungsfelder")),
        *score_table(rows, heads, language, change=True),
        *_days(comparison, language),
        *_changes(_as_told(changed_items(first, last), (first.profile, last.profile), language), top, language),
    ]


def _days(comparison: Comparison, language: Language) -> list[Block]:
    """Return on which days was answered what the lists call before and now; nothing where a day is not known."""
    first, last = comparison.compared[0].day, comparison.compared[-1].day
    if first is None or last is None:
        return []
    told = language.say("vorher: {first} · jetzt: {last}", first=language.date(first), last=language.date(last))
    return [Heading(language.say("Was aus den Antworten wurde")), Paragraph(told, role=Role.NOTE)]


def _as_told(found: Iterable[Change], profiles: tuple[Profile, Profile], language: Language) -> list[Change]:
    """Return the changes with the words of their answers only where these may be read aloud."""

    def told(profile: Profile, result: ItemResult) -> ItemResult:
        answer = result.answer
        return result._replace(answer=as_told(profile, answer, language.say("nicht genannt"))) if answer else result

    first, last = profiles
    return [change._replace(before=told(first, change.before), after=told(last, change.after)) for change in found]


def _claim(moved: TotalChange, language: Language) -> list[Block]:
    say = language.say
    blocks: list[Block] = [Paragraph(say(_CLAIMS[moved.claim]), role=Role.LEAD)]
    if moved.before is not None and moved.after is not None:
        told = language.count(
            "Über die {number} Frage, die beide Male beantwortet wurde: {before} → {after} von 100 Punkten.",
            "Über die {number} Fragen, die beide Male beantwortet wurden: {before} → {after} von 100 Punkten.",
            moved.items,
            before=as_points(moved.before),
            after=as_points(moved.after),
        )
        blocks.append(Paragraph(told))
    return blocks


def _changes(found: Sequence[Change], top: int, language: Language) -> list[Block]:
    """Return the changes by direction, the ``top`` largest in each."""
    say = language.say
    columns = (Column(say("Kriterium")), Column(say("vorher")), Column(say("jetzt")), Column(say("Punkte"), number=True))
    blocks: list[Block] = []
    for direction, heading in _HEADINGS.items():
        here = [change for change in found if change.direction is direction]
        if not here:
            continue
        rows = tuple(_row(change, language) for change in here[:top])
        blocks += [Heading(f"{say(heading)} ({len(here)})"), Table(columns, rows)]
        if rest := len(here) - len(rows):
            told = language.count("Dazu {number} weitere Frage.", "Dazu {number} weitere Fragen.", rest)
            blocks.append(Paragraph(told, role=Role.NOTE))
    same = sum(1 for change in found if change.direction is Direction.SAME)
    if same:
        told = language.count("{number} Frage blieb, wie sie war.", "{number} Fragen blieben, wie sie waren.", same)
        blocks.append(Paragraph(told))
    return blocks


def _row(change: Change, language: Language) -> tuple[str, ...]:
    before, after = (words.result_words(one, language) for one in (change.before, change.after))
    moved = "–" if change.difference is None else words.signed_points(change.difference * 100, language)
    return (change.item.short, before, after, moved)
