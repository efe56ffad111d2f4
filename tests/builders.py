"""Small checklists, profiles and sources made from short descriptions, and strategies that make them at random."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import get_args

from hypothesis import strategies as st

from answers import answer_of
from mo_check.compare.pure.comparing import Comparison, compare
from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.model.answer import Answer, AnswerFields, Status
from mo_check.model.assessment import Assessment
from mo_check.model.checklist import TOTAL_SCORE, Checklist, Dimension
from mo_check.model.checks.consistency import KEY_ITEMS
from mo_check.model.item import NONE_OPTION, Item, ItemKind, Perspective, Step, Wording
from mo_check.model.profile import ChecklistAnswers, Profile
from mo_check.model.source import Source
from mo_check.model.types import Frozen
from mo_check.scoring.assessing import assess

LEVELS = ("none", "some", "good", "full")
"""The levels of an item unless told otherwise, worth 0, 1/3, 2/3 and 1."""
DIGEST = "sha256:0123456789abcdef"

Given = str | tuple[str, ...] | Answer
"""An answer in short: a level, the name of a status, options as a tuple, or the answer itself."""


def model_classes(model: type[Frozen]) -> tuple[type[Frozen], ...]:
    """Return the class of a model and those of everything in it, each once, found by walking their fields.

    An answer is the fields that it has in a file.
    """
    found: list[type[Frozen]] = []
    waiting: list[object] = [model]
    while waiting:
        one = waiting.pop()
        one = AnswerFields if one is Answer else one
        if isinstance(one, type) and issubclass(one, Frozen):
            if one not in found:
                found.append(one)
                waiting += [field.annotation for field in one.model_fields.values()]
        else:
            waiting += get_args(one)
    return tuple(found)


def step_tree(text: str = "Tun Sie es.", **fields: object) -> dict[str, object]:
    """Return the fields of a step; effort, effect and needs may be given."""
    return {"text": text, "who": "Integrationsstelle", "effort": 1, "effect": 2, "horizon": "sofort"} | fields


def level_trees(*ids: str, **fields: tuple[str, ...]) -> list[dict[str, object]]:
    """Return the fields of levels with these ids; ``value`` and ``from_credit`` take one entry a level."""
    return [{"id": i, "label": i} | {name: given[n] for name, given in fields.items()} for n, i in enumerate(ids)]


def option_trees(**credits_: str) -> list[dict[str, object]]:
    """Return the fields of options, given as ``id="credit"``; an underscore in the id stands for a hyphen."""
    return [{"id": i.replace("_", "-"), "label": i, "credit": credit} for i, credit in credits_.items()]


def item(item_id: str, **fields: object) -> Item:
    """Return an item: four levels and both steps unless told otherwise; ``for_`` and others as the model names them."""
    kind = fields.get("kind", "level")
    levels = fields.setdefault("levels", [] if kind == "text" else level_trees(*LEVELS))
    if kind in {"level", "select"} and isinstance(levels, list | tuple) and levels:
        bands = ("unmet", "partial") if len(levels) > 2 else ("unmet",)
        fields.setdefault("steps", {band: step_tree(f"{item_id} {band}") for band in bands})
    return Item.model_validate({"id": item_id, "short": item_id, "question": f"{item_id}?"} | fields)


def dimension(dimension_id: str, *items: Item | str, weight: int | str = 1) -> Dimension:
    """Return a dimension of items; a text stands for an item with that id."""
    held = tuple(item(i) if isinstance(i, str) else i for i in items)
    return Dimension(id=dimension_id, label=dimension_id, title=dimension_id, weight=weight, items=held)


def checklist(*dimensions: Dimension, **fields: object) -> Checklist:
    """Return the checklist ``probe`` with these dimensions."""
    head = {"format": "mo-check/checklist/1", "id": "probe", "version": "1.0.0", "language": "de", "title": "Probe"}
    head |= {"short": "Probe", "introduction": "Zur Probe."}
    return Checklist.model_validate(head | {"sources": ["paper"], "dimensions": dimensions} | fields)


def source(year: int = 2020, /, **statements: str | Mapping[str, object]) -> Source:
    """Return the source ``paper`` with a survey of that year.

    Statements are given as ``id="kind"`` or with fields; ``__`` in an id stands for a dot.
    """
    held = [
        {"id": i.replace("__", "."), "section": "1", "from_page": 1, "text": f"{i} gilt."}
        | ({"kind": said} if isinstance(said, str) else dict(said))
        for i, said in statements.items()
    ]
    survey = {"year": year, "respondents": 32, "scope": "Kommunen", "caveat": "Wer antwortete, wählte sich selbst."}
    head = {"format": "mo-check/source/1", "id": "paper", "title": "Papier", "publisher": "Verlag", "as_of": "2023"}
    return Source.model_validate(head | {"language": "de", "survey": survey, "statements": held})


def answer(given: Given) -> Answer:
    """Return an answer from its short form."""
    if isinstance(given, Answer):
        return given
    if isinstance(given, tuple):
        return answer_of(options=given)
    if given not in set(Status):
        return answer_of(level=given)
    needed: dict[str, object] = {
        Status.ELSEWHERE: {"who": "Landkreis"},
        Status.NOT_APPLICABLE: {"reason": "gibt es hier nicht"},
        Status.DISPUTED: {"positions": ({"label": "Amt", "level": "none"}, {"label": "Verein", "level": "full"})},
    }.get(Status(given), {})
    return answer_of(**{"status": Status(given)} | needed)


def profile(
    answers: Mapping[str, Given] | None = None,
    *,
    scope: str = "full",
    perspective: str = "municipality",
    label: str = "Integrationsstelle",
    version: str = "1.0.0",
    day: date | None = None,
    **subject: object,
) -> Profile:
    """Return a profile with these answers to ``probe``, all of that day; subject facts such as ``population`` may be given."""
    given = {item_id: answer(short) for item_id, short in (answers or {}).items()}
    if day is not None:
        given = {item_id: one._replace(date=day) for item_id, one in given.items()}
    held = ChecklistAnswers(version=version, answers=given)
    return Profile.model_validate(
        {
            "format": "mo-check/profile/1",
            "subject": {"name": "Musterstadt", "kind": "town"} | subject,
            "respondent": {"perspective": perspective, "label": label},
            "scope": scope,
            "checklists": {"probe": held} if held.answers else {},
        }
    )


def with_answer(held: Profile, item_id: str, given: Given) -> Profile:
    """Return the profile with one answer to ``probe`` set."""
    return with_answers(held, {**held.answers("probe"), item_id: answer(given)})


def with_answers(held: Profile, answers: Mapping[str, Answer]) -> Profile:
    """Return the profile with exactly these answers to ``probe``."""
    entry = ChecklistAnswers(version="1.0.0", answers=answers)
    return held.model_copy(update={"checklists": {"probe": entry}})


def assessed(held: Checklist, answers: Mapping[str, Given], **facts: object) -> Assessment:
    """Hold answers against a checklist; scope, perspective and subject facts may be given."""
    return assess_total(held, profile(answers, **facts))


def assess_total(held: Checklist, by: Profile) -> Assessment:
    """Hold a profile against a checklist that has no score but its total."""
    (found,) = assess(held, by)
    return found


SIDES = ("municipality", "department", "migrant_organisation")
"""The perspectives that can be a side."""


def for_all(held: Item, sides: Iterable[str] = SIDES[1:]) -> Item:
    """Return the item worded alike for other sides too, all unless told otherwise."""
    wording = Wording(question=held.question, levels=held.levels, options=held.options, steps=held.steps)
    return held.model_copy(update={"for_": {Perspective(side): wording for side in sides}})


def common(*ids: str, **fields: object) -> Dimension:
    """Return the dimension ``d`` of items that every side is asked; ``fields`` are those of each item."""
    return dimension("d", *(for_all(item(item_id, **fields)) for item_id in ids))


def side(perspective: str, *respondents: Mapping[str, Given], **facts: object) -> list[Profile]:
    """Return the profiles of one side, a respondent for each set of answers, labelled by number."""
    return [
        profile(answers, perspective=perspective, label=f"{perspective} {number}", **facts)
        for number, answers in enumerate(respondents, start=1)
    ]


def compared(
    held: Checklist,
    profiles: Sequence[Profile],
    mode: str = "perspectives",
    *,
    hiding: Iterable[str] = (),
    score: str = TOTAL_SCORE,
) -> Comparison:
    """Hold profiles side by side; their files are named by the order in which they are given."""
    files = [(f"{number}.yaml", one) for number, one in enumerate(profiles, start=1)]
    return compare(held, held, score, files, ComparisonMode(mode), frozenset(Perspective(one) for one in hiding))


_SHARED = ("common-one", "common-two")


@st.composite
def checklists(draw: st.DrawFn) -> Checklist:
    """Draw a checklist that lint accepts: weights, conditions, quick and key items, every kind, shared steps."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    ids = [f"d{d}.i{n}" for d, size in enumerate(sizes) for n in range(size)]
    items: dict[str, Item] = {}
    for item_id in draw(st.permutations(ids)):
        items[item_id] = draw(_items(item_id, ids, items))
    dimensions = [
        dimension(f"d{d}", *(items[f"d{d}.i{n}"] for n in range(size)), weight=draw(_weights())) for d, size in enumerate(sizes)
    ]
    shared = {step_id: draw(_steps(ids)) for step_id in _SHARED}
    return checklist(*dimensions, steps=shared)


@st.composite
def profiles(draw: st.DrawFn, held: Checklist) -> Profile:
    """Draw a profile for a checklist: every item open or with an answer of any status; a small, big or unknown town."""
    given = {i.id: found for i in held.items() if (found := draw(st.none() | _answers(i))) is not None}
    population = draw(st.sampled_from([None, 1_000, 50_000]))
    return profile(given, scope=draw(st.sampled_from(["full", "full", "quick"])), population=population)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Checklist, Profile]:
    """Draw a checklist and a profile for it."""
    held = draw(checklists())
    return held, draw(profiles(held))


@st.composite
def shared_checklists(draw: st.DrawFn) -> Checklist:
    """Draw a checklist whose items are asked of several sides; one that waits for another is asked of no side more than that."""
    held = draw(checklists())
    sides: dict[str, tuple[str, ...]] = {}
    items = {i.id: i for i in held.items()}

    def asked(item_id: str) -> tuple[str, ...]:
        if item_id not in sides:
            drawn = draw(st.sampled_from([SIDES[1:], SIDES[1:], SIDES[1:], SIDES[2:], ()]))
            waits = items[item_id].when
            above = asked(waits.item) if waits and waits.item else SIDES
            sides[item_id] = tuple(one for one in drawn if one in above)
        return sides[item_id]

    dimensions = (d.model_copy(update={"items": tuple(for_all(i, asked(i.id)) for i in d.items)}) for d in held.dimensions)
    return held.model_copy(update={"dimensions": tuple(dimensions)})


@st.composite
def respondents(draw: st.DrawFn, held: Checklist, sides: Sequence[str] = SIDES, most: int = 6) -> list[Profile]:
    """Draw two or more profiles on one subject, each seen by one of these sides, with labels and texts of their own."""
    found = []
    for number in range(draw(st.integers(2, most))):
        seen_by = draw(st.sampled_from(sides))
        one = draw(profiles(held))
        own = {"perspective": Perspective(seen_by), "label": f"{seen_by} {number}"}
        found.append(one.model_copy(update={"respondent": one.respondent.model_copy(update=own)}))
    return found


def reaching(held: Item, rank: int) -> Answer:
    """Return an answer to a drawn item that reaches the level of that rank, counted from 0."""
    if held.kind is not ItemKind.SELECT:
        return answer_of(level=held.levels[rank].id)
    return answer_of(options=tuple(option.id for option in held.options[:rank]) or (NONE_OPTION,))


def _weights() -> st.SearchStrategy[Fraction]:
    return st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(2), Fraction(3)])


_EFFORTS = tuple({"effort": effort, "effect": effect} for effort in (1, 2, 3) for effect in (1, 2, 3))


@st.composite
def _steps(draw: st.DrawFn, ids: list[str]) -> Step:
    need = draw(st.sampled_from([None, *ids]))
    return Step.model_validate(step_tree(**draw(st.sampled_from(_EFFORTS)), needs=[need] if need else []))


@st.composite
def _items(draw: st.DrawFn, item_id: str, ids: list[str], before: Mapping[str, Item]) -> Item:
    kind = draw(st.sampled_from(["level", "level", "level", "select", "share", "text"]))
    fields: dict[str, object] = {"kind": kind, "weight": draw(_weights()), "quick": draw(st.booleans())}
    if kind != "text":
        ids_ = [f"l{n}" for n in range(draw(st.integers(2, 5)))]
        fields["levels"] = level_trees(*ids_)
    if kind == "select":
        # Three options, each of one credit, and a fourth of three: a level from 0, then from 1, 2, 3 and 4 on.
        fields["options"] = option_trees(one="1", two="1", three="1", four="3", none="0")
        fields["levels"] = level_trees(*ids_, from_credit=tuple(str(n) for n in range(len(ids_))))
    if kind in {"level", "select"}:
        bands = ("unmet", "partial") if len(ids_) > 2 else ("unmet",)
        fields["steps"] = {band: draw(st.sampled_from(_SHARED) | _steps(ids)) for band in bands}
    if sum(i.key is not None for i in before.values()) < KEY_ITEMS and draw(st.booleans()):
        fields["key"] = "Ein Engpass."
    parents = [i for i in before.values() if i.scored and (i.quick or not fields["quick"])]
    conditions = [st.none(), st.just({"fact": "population", "at_least": "20000"})]
    if parents:
        conditions += [_waiting(parents)] * 2
    return item(item_id, when=draw(st.one_of(conditions)), **fields)


@st.composite
def _waiting(draw: st.DrawFn, parents: list[Item]) -> dict[str, object]:
    parent = draw(st.sampled_from(parents))
    return {"item": parent.id, "at_least": draw(st.sampled_from(parent.levels[1:])).id}


def _answers(held: Item) -> st.SearchStrategy[Answer]:
    if held.kind is ItemKind.TEXT:
        return st.just(answer_of(text="Etwas.", read_aloud="yes"))
    statuses = st.sampled_from([s.value for s in Status if s is not Status.DISPUTED]).map(answer)
    levels = st.sampled_from(held.levels)
    if held.kind is ItemKind.SELECT:
        own = [option.id for option in held.options if option.id != NONE_OPTION]
        chosen = st.just((NONE_OPTION,)) | st.lists(st.sampled_from(own), min_size=1, unique=True).map(tuple)
        return st.one_of(chosen.map(answer), statuses)
    elsewhere = levels.map(lambda level: answer_of(status=Status.ELSEWHERE, who="Landkreis", level=level.id))
    disputed = levels.map(lambda level: answer_of(status=Status.DISPUTED, positions=[{"label": "Amt", "level": level.id}]))
    return st.one_of(levels.map(lambda level: answer_of(level=level.id)), statuses, elsewhere, disputed)
