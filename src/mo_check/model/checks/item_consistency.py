"""Whether the parts of one item fit each other: its wordings, levels, options, steps, condition and figures."""

from collections.abc import Iterator

from mo_check.errors import Message
from mo_check.model.checklist import Checklist
from mo_check.model.issue import Issue, Path, issues_of_duplicates
from mo_check.model.item import MOST_LEVELS, NONE_OPTION, About, FigureLink, GapBand, Item, ItemKind, Perspective, Step, Wording
from mo_check.model.profile import SubjectKind
from mo_check.model.rules import ConditionFields, CountsFields
from mo_check.model.source import StatementKind


def check_item(item: Item, at: Path, checklist: Checklist, items: dict[str, Item]) -> Iterator[Issue]:
    """Yield everything in an item that does not fit itself, its checklist or the other items."""
    yield from _about(item, at, Perspective.MUNICIPALITY)
    for perspective, wording in item.for_.items():
        yield from _about(wording, (*at, "for", perspective.value), perspective)
    for where, wording in ((at, item), *(((*at, "for", p.value), wording) for p, wording in item.for_.items())):
        yield from _wording(wording, where, item)
        yield from _steps(wording, where, checklist, items)
    answers = tuple(choice.id for choice in (item.options or item.levels))
    if item.nothing is not None and item.nothing not in answers:
        yield Issue((*at, "nothing"), Message("„{id}“ gibt es hier nicht.", id=item.nothing), known=answers)
    if item.asks_missing and item.kind is not ItemKind.TEXT:
        yield Issue((*at, "asks_missing"), Message("Nach dem, was fehlt, fragt nur die Art „text“."))
    if item.weight <= 0:
        yield Issue((*at, "weight"), Message("Das Gewicht muss größer als 0 sein."))
    if item.when:
        yield from _condition(item.when, (*at, "when"), item, items)


def _about(wording: Wording, at: Path, perspective: Perspective) -> Iterator[Issue]:
    """Yield what nobody of that perspective can tell of: an office of one's own, a case of one's own."""
    tellers = {About.OWN_UNIT: Perspective.DEPARTMENT, About.OWN_EXPERIENCE: Perspective.MIGRANT_ORGANISATION}
    teller = tellers.get(wording.about, perspective)
    if teller is not perspective:
        message = Message("„{id}“ steht nur in einer Formulierung für „{perspective}“.", id=wording.about, perspective=teller)
        remedy = Message("„municipality“ schreiben, wenn nach der ganzen Kommune gefragt ist, sonst die passende Sicht.")
        yield Issue((*at, "about"), message, remedy)
    if wording.levels_differ and (perspective is Perspective.MUNICIPALITY or not wording.levels):
        message = Message("Andere Schwellen kann nur die Formulierung für eine andere Sicht haben, und nur mit Stufen.")
        yield Issue((*at, "levels_differ"), message, Message("Die Zeile löschen."))


def _steps(wording: Wording, at: Path, checklist: Checklist, items: dict[str, Item]) -> Iterator[Issue]:
    for band, step in wording.steps.items():
        where: Path = (*at, "steps", band.value)
        if isinstance(step, str):
            if step not in checklist.steps:
                message = Message("Den gemeinsamen Schritt „{id}“ gibt es nicht.", id=step)
                yield Issue(where, message, known=tuple(checklist.steps))
        else:
            yield from check_needs(step, where, items)


def check_needs(step: Step, at: Path, items: dict[str, Item]) -> Iterator[Issue]:
    """Yield the items that a step needs and that are not there."""
    for n, need in enumerate(step.needs):
        if need not in items:
            message = Message("Das Kriterium „{id}“ gibt es nicht.", id=need)
            yield Issue((*at, "needs", n), message, known=tuple(items))


def _wording(wording: Wording, at: Path, item: Item) -> Iterator[Issue]:
    yield from issues_of_duplicates([level.id for level in wording.levels], (*at, "levels"), "id")
    yield from issues_of_duplicates([option.id for option in wording.options], (*at, "options"), "id")
    if wording is not item and [x.id for x in wording.levels] != [x.id for x in item.levels]:
        yield Issue((*at, "levels"), Message("Die Stufen müssen dieselben Kennungen haben wie beim Kriterium selbst."))
    if [x.id for x in wording.options] != [x.id for x in item.options]:
        message = Message("Die Auswahlen müssen dieselben Kennungen haben wie beim Kriterium selbst.")
        yield Issue((*at, "options"), message)
    unscored_select = item.kind is ItemKind.SELECT and not item.levels
    needed = 0 if item.kind is ItemKind.TEXT or unscored_select else 2
    if len(wording.levels) < needed:
        yield Issue((*at, "levels"), Message("Es braucht mindestens zwei Stufen."))
    if item.kind is ItemKind.TEXT and wording.levels:
        yield Issue((*at, "levels"), Message("Ein Freitext hat keine Stufen."))
    yield from _options(wording, at, item)
    yield from _values(wording, at)
    yield from _bands(wording, at, item)


def _options(wording: Wording, at: Path, item: Item) -> Iterator[Issue]:
    if item.kind is not ItemKind.SELECT:
        if wording.options:
            yield Issue((*at, "options"), Message("Nur die Art „select“ hat Auswahlen."))
        return
    if len(wording.options) < 2:  # noqa: PLR2004 - one option is no choice
        yield Issue((*at, "options"), Message("Es braucht mindestens zwei Auswahlen."))
    own = [option for option in wording.options if option.id != NONE_OPTION]
    if len(own) > MOST_LEVELS:
        yield Issue((*at, "options"), Message("Höchstens {most} Auswahlen und „none“.", most=MOST_LEVELS))
    credits_ = [level.from_credit for level in wording.levels]
    if None in credits_:
        yield Issue((*at, "levels"), Message("Jede Stufe einer Auswahl braucht „from_credit“."))
    elif credits_ != sorted(set(credits_), key=lambda c: c or 0) or (credits_ and credits_[0] != 0):
        yield Issue((*at, "levels"), Message("„from_credit“ beginnt bei 0 und steigt von Stufe zu Stufe."))


def _values(wording: Wording, at: Path) -> Iterator[Issue]:
    own = [level.value for level in wording.levels]
    if all(value is None for value in own):
        return
    known = [value for value in own if value is not None]
    if len(known) < len(own):
        yield Issue((*at, "levels"), Message("Entweder jede Stufe hat einen „value“ oder keine."))
    elif known != sorted(known) or known[0] == known[-1] or known[-1] > 1:
        message = Message("„value“ liegt zwischen 0 und 1, fällt von Stufe zu Stufe nicht und steigt im Ganzen.")
        yield Issue((*at, "levels"), message, Message("Die Stufen nach ihrem Wert ordnen, die unterste zuerst."))


def _bands(wording: Wording, at: Path, item: Item) -> Iterator[Issue]:
    for band in set(wording.steps) - bands_of(item):
        yield Issue(
            (*at, "steps", band.value),
            Message("Dieser Schritt gehört zu keiner Stufe: „{band}“ kommt nicht vor.", band=band.value),
        )


def bands_of(item: Item) -> set[GapBand]:
    """Return the gaps that an item can have: nothing lies between two values, and what is not scored has none."""
    if not item.scored:
        return set()
    values = {n if level.value is None else level.value for n, level in enumerate(item.levels)}
    return set(GapBand) if len(values) > 2 else {GapBand.UNMET}  # noqa: PLR2004 - the lowest and the highest


def _condition(condition: ConditionFields, at: Path, item: Item, items: dict[str, Item]) -> Iterator[Issue]:
    if (condition.fact is None) == (condition.item is None):
        yield Issue(at, Message("Eine Bedingung nennt entweder „fact“ oder „item“."))
    elif condition.item is None:
        yield from _fact(condition, at)
    elif (parent := items.get(condition.item)) is None:
        message = Message("Das Kriterium „{id}“ gibt es nicht.", id=condition.item)
        yield Issue((*at, "item"), message, known=tuple(items))
    else:
        yield from _parent(parent, condition, at, item)


def _fact(condition: ConditionFields, at: Path) -> Iterator[Issue]:
    if condition.fact == "kind":
        kinds = tuple(kind.value for kind in SubjectKind)
        if not condition.is_:
            yield Issue(at, Message("Die Bedingung „kind“ braucht „is“ mit einer Liste."))
        for name in condition.is_ or ():
            if name not in kinds:
                yield Issue((*at, "is"), Message("„{id}“ gibt es hier nicht.", id=name), known=kinds)
    elif not (condition.at_least or "").isdecimal():
        yield Issue(at, Message("Die Bedingung „population“ braucht „at_least“ mit einer ganzen Zahl."))


def _parent(parent: Item, condition: ConditionFields, at: Path, item: Item) -> Iterator[Issue]:
    if not parent.scored or parent.retired:
        yield Issue((*at, "item"), Message("Auf „{id}“ kann nichts warten: es wird nicht gewertet.", id=parent.id))
    elif parent.rank(condition.at_least or "") in {None, 0}:
        message = Message(
            "„at_least“ braucht eine Stufe von „{id}“ über der untersten.", id=parent.id, given=condition.at_least or ""
        )
        yield Issue((*at, "at_least"), message, known=tuple(level.id for level in parent.levels[1:]))
    if item.quick and not parent.quick:
        message = Message("Im Kurzcheck kann nichts auf „{id}“ warten: es gehört nicht dazu.", id=parent.id)
        yield Issue((*at, "item"), message)
    for name in sorted(item.for_.keys() - parent.for_.keys()):
        message = Message(
            "Für „{name}“ kann nichts auf „{id}“ warten: dort wird es nicht gefragt.", name=name.value, id=parent.id
        )
        yield Issue((*at, "item"), message)


def check_figure(
    link: FigureLink, at: Path, item: Item, statements: dict[str, StatementKind], linked: set[str]
) -> Iterator[Issue]:
    """Yield what does not fit between a figure, its rule and the item it stands beside."""
    if statements.get(link.id) is not StatementKind.FIGURE:
        figures = tuple(i for i, kind in statements.items() if kind is StatementKind.FIGURE)
        yield Issue((*at, "id"), Message("Die Vergleichszahl „{id}“ steht in keiner Quelle.", id=link.id), known=figures)
    if link.counts is None:
        return
    where: Path = (*at, "counts")
    for name, known in _counted_names(link.counts, item, linked):
        if name not in known:
            yield Issue(where, Message("„{id}“ gibt es hier nicht.", id=name), known=tuple(sorted(known)))
    if len(link.counts.rules()) != 1:
        yield Issue(where, Message("„counts“ braucht genau eine Regel."))
    if (link.counts.only is None) != (link.counts.without is None):
        yield Issue(where, Message("„only“ und „without“ gehören zusammen."))
    if link.counts.among is not None and link.counts.options_at_least is None:
        yield Issue(where, Message("„among“ gehört zu „options_at_least“."))
    if link.counts.options_at_least is not None and not item.options:
        yield Issue(where, Message("Nur die Art „select“ hat Auswahlen."))


def _counted_names(counts: CountsFields, item: Item, linked: set[str]) -> Iterator[tuple[str, set[str]]]:
    levels, options = {level.id for level in item.levels}, {option.id for option in item.options}
    if counts.level_from:
        yield counts.level_from, levels
    for option in (counts.option, *(counts.among or ()), *(counts.none_among or ())):
        if option:
            yield option, options
    for figure in (*(counts.all_of or ()), counts.only, counts.without):
        if figure:
            yield figure, linked
