"""Everything that a checklist may have wrong in itself or against its sources, each complaint at its place."""

from collections.abc import Mapping

import pytest

from builders import LEVELS, checklist, dimension, item, level_trees, option_trees, source, step_tree
from mo_check.errors import Message
from mo_check.model.checklist import Checklist
from mo_check.model.checks.consistency import KEY_ITEMS, check_checklist, places
from mo_check.model.issue import Issue, Path
from mo_check.model.item import Item

SOURCE = source(why="insight", rule="recommendation", a="figure", b="figure", c="figure")
AT: Path = ("dimensions", 0, "items", 0)
CREDITS = level_trees("no", "yes", from_credit=("0", "1"))
TWO = option_trees(one="1", two="1")
MO = "migrant_organisation"
LEVEL_COUNTS = {"level_from": "good"}


def complaints(held: Checklist) -> list[Issue]:
    """Return every complaint about a checklist."""
    return list(check_checklist(held, (SOURCE,)))


def alone(**fields: object) -> Checklist:
    """Return a checklist whose first item has these fields, beside a plain ``d.other``."""
    return checklist(dimension("d", item("d.a", **fields), "d.other"))


def select(**fields: object) -> Checklist:
    """Return a checklist whose first item is a selection."""
    return alone(**{"kind": "select", "levels": CREDITS, "options": TWO} | fields)


def counting(counts: Mapping[str, object], **fields: object) -> Checklist:
    """Return a checklist whose first item counts for figure ``a``, beside items that count for ``b`` and ``c``."""
    counted = item("d.a", figures=[{"id": "a", "counts": counts}], **fields)
    other = item("d.b", figures=[{"id": "b", "counts": LEVEL_COUNTS}])
    combined = item("d.c", figures=[{"id": "c", "counts": {"all_of": ["b"]}}])
    return checklist(dimension("d", counted, other, combined))


def waiting(when: Mapping[str, object], *others: Item | str, **fields: object) -> Checklist:
    """Return a checklist whose first item has this condition, beside others."""
    return checklist(dimension("d", item("d.a", when=dict(when), **fields), *others))


def worded(**fields: object) -> dict[str, object]:
    """Return a wording for migrant organisations."""
    steps = {"unmet": step_tree(), "partial": step_tree()}
    return {MO: {"question": "Und bei Ihnen?", "levels": level_trees(*LEVELS), "steps": steps} | fields}


UNKNOWN_ITEM = "Das Kriterium „{id}“ gibt es nicht."
NOT_HERE = "„{id}“ gibt es hier nicht."
ASCENDING_CREDITS = "„from_credit“ beginnt bei 0 und steigt von Stufe zu Stufe."
ASCENDING_VALUES = "„value“ liegt zwischen 0 und 1, fällt von Stufe zu Stufe nicht und steigt im Ganzen."


@pytest.mark.parametrize(
    ("held", "path", "msgid"),
    [
        # The checklist as a whole
        pytest.param(
            checklist(dimension("d", "d.a"), dimension("d", "d.b")),
            *(("dimensions", 1, "id"), "„{id}“ steht hier zweimal."),
            id="dimension twice",
        ),
        pytest.param(
            checklist(dimension("d", "d.a"), dimension("e", "d.a")),
            *(("dimensions", 1, "items", 0, "id"), "Das Kriterium „{id}“ steht zweimal."),
            id="item twice, in two dimensions",
        ),
        pytest.param(
            checklist(dimension("d", "d.a", weight=0)),
            *(("dimensions", 0, "weight"), "Das Gewicht muss größer als 0 sein."),
            id="dimension without weight",
        ),
        pytest.param(
            checklist(dimension("d", "d.a").model_copy(update={"score": "gone"}), scores={"factors": "Erfolgsfaktoren"}),
            *(("dimensions", 0, "score"), "Den Wert „{id}“ nennt „scores“ nicht."),
            id="dimension of an unknown score",
        ),
        pytest.param(
            checklist(dimension("d", "d.a").model_copy(update={"score": "total"})),
            *(("dimensions", 0, "score"), "Den Wert „{id}“ nennt „scores“ nicht."),
            id="dimension of the total, which no file names",
        ),
        pytest.param(
            checklist(dimension("d", *(item(f"d.i{n}", key="Engpass.") for n in range(7)))),
            *(("dimensions",), "Höchstens {most} Schlüsselkriterien; hier sind es {number}."),
            id="seven key items",
        ),
        pytest.param(
            checklist(dimension("d", "d.a"), steps={"talk": step_tree(needs=["d.gone"])}),
            *(("steps", "talk", "needs", 0), UNKNOWN_ITEM),
            id="shared step needs an unknown item",
        ),
        # Statements
        pytest.param(
            checklist(dimension("d", "d.a"), statements={"gone": "introduction"}),
            *(("statements", "gone"), "Die Aussage „{id}“ steht in keiner Quelle."),
            id="checklist carries an unknown statement",
        ),
        pytest.param(
            checklist(dimension("d", "d.a"), statements={"why": "title"}),
            *(("statements", "why"), "Die Stelle „{place}“ gibt es hier nicht."),
            id="checklist carries a statement nowhere",
        ),
        pytest.param(
            checklist(dimension("d", "d.a").model_copy(update={"statements": {"why": "question"}})),
            *(("dimensions", 0, "statements", "why"), "Die Stelle „{place}“ gibt es hier nicht."),
            id="dimension carries a statement nowhere",
        ),
        pytest.param(
            alone(statements={"gone": "question"}),
            *((*AT, "statements", "gone"), "Die Aussage „{id}“ steht in keiner Quelle."),
            id="item carries an unknown statement",
        ),
        pytest.param(
            alone(statements={"why": "help"}),
            *((*AT, "statements", "why"), "Die Stelle „{place}“ gibt es hier nicht."),
            id="statement in a help that is not there",
        ),
        pytest.param(
            alone(statements={"why": "levels.gone"}),
            *((*AT, "statements", "why"), "Die Stelle „{place}“ gibt es hier nicht."),
            id="statement at a level that is not there",
        ),
        pytest.param(
            checklist(dimension("d", "d.a").model_copy(update={"statements": {"why": "introduction"}})),
            *(("dimensions", 0, "statements", "why"), "Die Stelle „{place}“ gibt es hier nicht."),
            id="statement in an introduction that is not there",
        ),
        # Weights, levels and values
        pytest.param(alone(weight=0), (*AT, "weight"), "Das Gewicht muss größer als 0 sein.", id="item without weight"),
        pytest.param(
            alone(levels=level_trees("no", "yes", "yes")),
            *((*AT, "levels", 2, "id"), "„{id}“ steht hier zweimal."),
            id="level twice",
        ),
        pytest.param(
            alone(kind="share", levels=level_trees("all")),
            *((*AT, "levels"), "Es braucht mindestens zwei Stufen."),
            id="one level only",
        ),
        pytest.param(
            alone(kind="text", levels=level_trees("no", "yes")),
            *((*AT, "levels"), "Ein Freitext hat keine Stufen."),
            id="text with levels",
        ),
        pytest.param(
            alone(levels=[*level_trees("no", value=("0",)), *level_trees("yes")]),
            *((*AT, "levels"), "Entweder jede Stufe hat einen „value“ oder keine."),
            id="value at one level only",
        ),
        *(
            pytest.param(
                alone(levels=level_trees("no", "half", "yes", value=values)),
                *((*AT, "levels"), ASCENDING_VALUES),
                id=f"values {'-'.join(values)}",
            )
            for values in (("0.5", "0.4", "1"), ("0", "0.5", "0.4"), ("0", "0.5", "1.5"), ("0", "2", "1"))
        ),
        # Selections
        pytest.param(alone(options=TWO), (*AT, "options"), "Nur die Art „select“ hat Auswahlen.", id="level item with options"),
        pytest.param(
            select(options=option_trees(one="1")),
            *((*AT, "options"), "Es braucht mindestens zwei Auswahlen."),
            id="one option only",
        ),
        pytest.param(
            select(options=option_trees(**{f"o{n}": "1" for n in range(21)})),
            *((*AT, "options"), "Höchstens {most} Auswahlen und „none“."),
            id="twenty-one options",
        ),
        pytest.param(
            select(options=[*TWO, *TWO[:1]]),
            *((*AT, "options", 2, "id"), "„{id}“ steht hier zweimal."),
            id="option twice",
        ),
        pytest.param(
            select(levels=level_trees("no", "yes")),
            *((*AT, "levels"), "Jede Stufe einer Auswahl braucht „from_credit“."),
            id="select without from_credit",
        ),
        *(
            pytest.param(
                select(levels=level_trees("no", "some", "yes", from_credit=credits_)),
                *((*AT, "levels"), ASCENDING_CREDITS),
                id=f"credits {'-'.join(credits_)}",
            )
            for credits_ in (("1", "2", "3"), ("0", "2", "1"), ("0", "1", "1"))
        ),
        # Steps
        pytest.param(
            alone(kind="share", steps={"unmet": step_tree()}),
            *((*AT, "steps", "unmet"), "Dieser Schritt gehört zu keiner Stufe: „{band}“ kommt nicht vor."),
            id="step for a share",
        ),
        pytest.param(
            alone(levels=level_trees("no", "yes"), steps={"unmet": step_tree(), "partial": step_tree()}),
            *((*AT, "steps", "partial"), "Dieser Schritt gehört zu keiner Stufe: „{band}“ kommt nicht vor."),
            id="partial step between two levels",
        ),
        pytest.param(
            alone(steps={"unmet": "talk", "partial": step_tree()}),
            *((*AT, "steps", "unmet"), "Den gemeinsamen Schritt „{id}“ gibt es nicht."),
            id="shared step unknown",
        ),
        pytest.param(
            alone(steps={"unmet": step_tree(needs=["d.other", "d.gone"]), "partial": step_tree()}),
            *((*AT, "steps", "unmet", "needs", 1), UNKNOWN_ITEM),
            id="step needs an unknown item",
        ),
        # Wordings
        pytest.param(
            alone(for_=worded(levels=level_trees("none", "some", "good"))),
            *((*AT, "for", MO, "levels"), "Die Stufen müssen dieselben Kennungen haben wie beim Kriterium selbst."),
            id="wording with other levels",
        ),
        pytest.param(
            select(for_=worded(levels=CREDITS, options=option_trees(one="1", three="1"), steps={"unmet": step_tree()})),
            *((*AT, "for", MO, "options"), "Die Auswahlen müssen dieselben Kennungen haben wie beim Kriterium selbst."),
            id="wording with other options",
        ),
        pytest.param(
            alone(for_=worded(steps={"unmet": "talk", "partial": step_tree()})),
            *((*AT, "for", MO, "steps", "unmet"), "Den gemeinsamen Schritt „{id}“ gibt es nicht."),
            id="shared step of a wording unknown",
        ),
        pytest.param(
            alone(for_=worded(steps={"unmet": step_tree(needs=["d.gone"]), "partial": step_tree()})),
            *((*AT, "for", MO, "steps", "unmet", "needs", 0), UNKNOWN_ITEM),
            id="step of a wording needs an unknown item",
        ),
        # Conditions
        pytest.param(waiting({}), (*AT, "when"), "Eine Bedingung nennt entweder „fact“ oder „item“.", id="empty condition"),
        pytest.param(
            waiting({"fact": "kind", "is": ["town"], "item": "d.b", "at_least": "good"}, "d.b"),
            *((*AT, "when"), "Eine Bedingung nennt entweder „fact“ oder „item“."),
            id="fact and item",
        ),
        pytest.param(
            waiting({"fact": "kind"}),
            *((*AT, "when"), "Die Bedingung „kind“ braucht „is“ mit einer Liste."),
            id="kind without a list",
        ),
        pytest.param(
            waiting({"fact": "kind", "is": ["town", "Stadt"]}),
            *((*AT, "when", "is"), NOT_HERE),
            id="kind that does not exist",
        ),
        *(
            pytest.param(
                waiting({"fact": "population", "at_least": size}),
                *((*AT, "when"), "Die Bedingung „population“ braucht „at_least“ mit einer ganzen Zahl."),
                id=f"population {size}",
            )
            for size in ("groß", "20.000", "²", None)
        ),
        pytest.param(
            waiting({"item": "d.gone", "at_least": "good"}),
            *((*AT, "when", "item"), UNKNOWN_ITEM),
            id="waits for an unknown item",
        ),
        pytest.param(
            waiting({"item": "d.b", "at_least": "some"}, item("d.b", kind="share")),
            *((*AT, "when", "item"), "Auf „{id}“ kann nichts warten: es wird nicht gewertet."),
            id="waits for a share",
        ),
        pytest.param(
            waiting({"item": "d.b", "at_least": "some"}, item("d.b", retired="ersetzt")),
            *((*AT, "when", "item"), "Auf „{id}“ kann nichts warten: es wird nicht gewertet."),
            id="waits for a retired item",
        ),
        *(
            pytest.param(
                waiting({"item": "d.b", "at_least": level}, "d.b"),
                *((*AT, "when", "at_least"), "„at_least“ braucht eine Stufe von „{id}“ über der untersten."),
                id=f"waits for the level {level}",
            )
            for level in ("none", "gone", None)
        ),
        pytest.param(
            waiting({"item": "d.b", "at_least": "good"}, "d.b", quick=True),
            *((*AT, "when", "item"), "Im Kurzcheck kann nichts auf „{id}“ warten: es gehört nicht dazu."),
            id="quick child of a parent that is not quick",
        ),
        pytest.param(
            waiting({"item": "d.b", "at_least": "good"}, "d.b", for_=worded()),
            *((*AT, "when", "item"), "Für „{name}“ kann nichts auf „{id}“ warten: dort wird es nicht gefragt."),
            id="child worded for others, parent not",
        ),
        pytest.param(
            waiting({"item": "d.a", "at_least": "good"}),
            *((*AT, "when"), "Bedingungen im Kreis: {trail}."),
            id="waits for itself",
        ),
        # Figures
        pytest.param(
            alone(figures=[{"id": "gone"}]),
            *((*AT, "figures", 0, "id"), "Die Vergleichszahl „{id}“ steht in keiner Quelle."),
            id="figure unknown",
        ),
        pytest.param(
            alone(figures=[{"id": "why"}]),
            *((*AT, "figures", 0, "id"), "Die Vergleichszahl „{id}“ steht in keiner Quelle."),
            id="statement that is no figure",
        ),
        pytest.param(counting({"level_from": "gone"}), (*AT, "figures", 0, "counts"), NOT_HERE, id="counts an unknown level"),
        pytest.param(
            counting({"all_of": ["b", "gone"]}),
            *((*AT, "figures", 0, "counts"), NOT_HERE),
            id="counts an unknown figure",
        ),
        pytest.param(counting({"all_of": ["a", "b"]}), (*AT, "figures", 0, "counts"), NOT_HERE, id="counts itself"),
        pytest.param(
            counting({"only": "b", "without": "c"}),
            *((*AT, "figures", 0, "counts"), NOT_HERE),
            id="counts a figure that is combined itself",
        ),
        pytest.param(
            counting({"only": "b"}),
            *((*AT, "figures", 0, "counts"), "„only“ und „without“ gehören zusammen."),
            id="only without without",
        ),
        pytest.param(counting({}), (*AT, "figures", 0, "counts"), "„counts“ braucht genau eine Regel.", id="no rule"),
        pytest.param(
            counting(LEVEL_COUNTS | {"all_of": ["b"]}),
            *((*AT, "figures", 0, "counts"), "„counts“ braucht genau eine Regel."),
            id="two rules",
        ),
        pytest.param(
            counting({"options_at_least": 2}),
            *((*AT, "figures", 0, "counts"), "Nur die Art „select“ hat Auswahlen."),
            id="counts options where there are none",
        ),
        *(
            pytest.param(
                counting(counts, kind="select", levels=CREDITS, options=TWO),
                *((*AT, "figures", 0, "counts"), NOT_HERE),
                id=f"unknown option in {next(reversed(counts))}",
            )
            for counts in (
                {"option": "gone"},
                {"options_at_least": 1, "among": ["one", "gone"]},
                {"none_among": ["gone"]},
            )
        ),
        pytest.param(
            counting({"option": "one", "among": ["two"]}, kind="select", levels=CREDITS, options=TWO),
            *((*AT, "figures", 0, "counts"), "„among“ gehört zu „options_at_least“."),
            id="among without a number",
        ),
    ],
)
def test_what_does_not_fit_is_said_once_and_where_it_stands(held: Checklist, path: Path, msgid: str) -> None:
    """One mistake gives exactly one complaint, with its place in the data."""
    assert [(found.path, found.message.msgid) for found in complaints(held)] == [(path, msgid)]


@pytest.mark.parametrize(
    "held",
    [
        pytest.param(alone(), id="plain item"),
        pytest.param(alone(levels=level_trees("no", "yes")), id="two levels"),
        pytest.param(alone(levels=level_trees("no", "half", "yes", value=("0", "2/3", "1"))), id="own values"),
        pytest.param(alone(for_=worded()), id="wording for others"),
        pytest.param(alone(levels=level_trees("no", "half", "yes", value=("0.1", "0.5", "0.9"))), id="above 0 below 1"),
        pytest.param(
            alone(levels=level_trees("no", "half", "yes", value=("0", "0", "1")), steps={"unmet": step_tree()}), id="a tie"
        ),
        pytest.param(alone(steps={"partial": step_tree()}), id="a gap without a step"),
        pytest.param(alone(steps={}, for_=worded(steps={})), id="no steps at all"),
        pytest.param(select(levels=[]), id="selection without a score"),
        pytest.param(alone(kind="share", levels=level_trees("low", "high")), id="share"),
        pytest.param(alone(kind="text"), id="text"),
        pytest.param(select(), id="selection"),
        pytest.param(select(options=option_trees(**{f"o{n}": "1" for n in range(20)}, none="0")), id="twenty options and none"),
        pytest.param(waiting({"item": "d.b", "at_least": "some"}, "d.b"), id="waits for an item"),
        pytest.param(waiting({"fact": "population", "at_least": "20000"}), id="waits for a size"),
        pytest.param(waiting({"fact": "kind", "is": ["city", "city_state"]}), id="waits for a kind"),
        pytest.param(counting(LEVEL_COUNTS), id="counts from a level on"),
        pytest.param(counting({"all_of": ["b"]}), id="counts all of"),
        pytest.param(alone(figures=[{"id": "a"}]), id="figure that is only told"),
        pytest.param(checklist(dimension("d", *(item(f"d.i{n}", key="Engpass.") for n in range(KEY_ITEMS)))), id="six key items"),
        pytest.param(
            checklist(
                dimension("d", item("d.a", steps={"unmet": "talk", "partial": "talk"})),
                steps={"talk": step_tree(needs=["d.a"])},
                statements={"why": "introduction"},
            ),
            id="shared step",
        ),
    ],
)
def test_what_fits_is_not_complained_of(held: Checklist) -> None:
    """A sound checklist gives no complaint."""
    assert complaints(held) == []


def test_every_item_of_a_circle_is_named() -> None:
    """Both items that wait for each other are complained of; the one that waits for them is not."""
    held = checklist(
        dimension(
            "d",
            item("d.a", when={"item": "d.b", "at_least": "good"}),
            item("d.b", when={"item": "d.a", "at_least": "good"}),
            item("d.c", when={"item": "d.a", "at_least": "good"}),
        )
    )
    assert [found.message for found in complaints(held)] == [
        Message("Bedingungen im Kreis: {trail}.", trail="d.a → d.b → d.a"),
        Message("Bedingungen im Kreis: {trail}.", trail="d.b → d.a → d.b"),
    ]


def test_all_complaints_come_at_once() -> None:
    """One mistake never hides another."""
    held = alone(weight=0, statements={"gone": "question"}, figures=[{"id": "why"}])
    assert len(complaints(held)) == 3


@pytest.mark.parametrize(
    ("held", "known"),
    [
        pytest.param(alone(statements={"gone": "question"}), "why", id="statement"),
        pytest.param(alone(figures=[{"id": "gone"}]), "a", id="figure"),
        pytest.param(waiting({"item": "d.gone", "at_least": "good"}, "d.b"), "d.b", id="item"),
        pytest.param(waiting({"item": "d.b", "at_least": "gone"}, "d.b"), "good", id="level"),
        pytest.param(waiting({"fact": "kind", "is": ["twon"]}), "town", id="kind"),
        pytest.param(alone(statements={"why": "hlep"}, help="Gemeint ist …"), "help", id="place"),
    ],
)
def test_a_wrong_name_brings_those_that_would_be_right(held: Checklist, known: str) -> None:
    """A near miss can only be named if the complaint knows the names."""
    (found,) = complaints(held)
    assert known in found.known


REFLECTED = source(why="insight", look__one="reflection", look__two="reflection")


@pytest.mark.parametrize("named", ["look.gone", "why"], ids=["no statement", "no reflection question"])
def test_a_dimension_names_reflection_questions_only(named: str) -> None:
    """What is not one is told at its place, with those that would be right."""
    held = checklist(dimension("d", "d.a").model_copy(update={"reflect": ("look.one", named)}))
    (found,) = check_checklist(held, [REFLECTED])
    assert found.path == ("dimensions", 0, "reflect", 1)
    assert found.message == Message("Die Reflexionsfrage „{id}“ steht in keiner Quelle.", id=named)
    assert set(found.known) == {"look.one", "look.two"}


def test_a_dimension_may_name_several_reflection_questions() -> None:
    """All of them stand in the source."""
    held = checklist(dimension("d", "d.a").model_copy(update={"reflect": ("look.one", "look.two")}))
    assert [*check_checklist(held, [REFLECTED])] == []


def test_only_figures_are_offered_in_the_place_of_a_figure() -> None:
    """Other statements would be as wrong."""
    (found,) = complaints(alone(figures=[{"id": "gone"}]))
    assert set(found.known) == {"a", "b", "c"}


def test_the_places_of_an_item_are_those_with_a_text() -> None:
    """Question, what else is there, every level and option, and the steps."""
    held = item("d.a", kind="select", levels=CREDITS, options=TWO, help="Gemeint ist …", key="Engpass.")
    shown = {"question", "help", "key", "levels.no", "levels.yes", "options.one", "options.two", "steps.unmet"}
    assert places(held) == shown
