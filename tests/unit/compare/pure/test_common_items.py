"""Which items are compared: only like with like, and what is left out says why."""

from answers import answer_of
from builders import SIDES, checklist, common, dimension, for_all, item, profile, side
from mo_check.compare.pure.common_items import common_items
from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.model.answer import Answer
from mo_check.model.checklist import Checklist
from mo_check.model.item import Item
from mo_check.model.profile import Profile

WAITING = {"item": "d.a", "at_least": "good"}
OLD = "sha256:00000000"
NEW = "sha256:11111111"


def seen(mark: str | None = NEW, level: str = "good") -> Answer:
    """Return an answer to a text with that mark."""
    return answer_of(level=level, wording=mark)


def shared(*items: Item) -> Checklist:
    """Return a checklist of one dimension with these items."""
    return checklist(dimension("d", *items))


def left_out(held: Checklist, profiles: list[Profile], mode: str = "perspectives") -> dict[str, str]:
    """Return the items left out with their reason; the others are compared."""
    found = common_items(held, profiles, ComparisonMode(mode))
    out = {item_id: reason.value for item_id, reason in found.left_out}
    assert found.ids | out.keys() <= {i.id for i in held.items()}
    assert not found.ids & out.keys()
    return out


def test_what_everybody_was_asked_is_compared() -> None:
    """Nothing is left out, answered or not."""
    held = checklist(common("d.a", "d.b"))
    profiles = [*side("municipality", {"d.a": "good"}), *side("department", {})]
    assert common_items(held, profiles, ComparisonMode.PERSPECTIVES) == (frozenset({"d.a", "d.b"}), ())


def test_what_one_side_alone_was_asked_is_left_out() -> None:
    """Two sides of three are enough; one is not."""
    held = shared(for_all(item("d.a"), SIDES[1:2]), item("d.b"))
    profiles = [one for name in SIDES for one in side(name, {})]
    assert left_out(held, profiles) == {"d.b": "not_asked"}


def test_a_single_side_is_compared_on_all_it_was_asked() -> None:
    """There is nobody else whom it could be asked of; an agreed profile is no side."""
    held = shared(item("d.a"))
    assert left_out(held, side("municipality", {}, {})) == {}
    assert left_out(held, [*side("municipality", {}), *side("agreed", {})]) == {}


def test_peers_and_times_are_compared_on_what_all_were_asked() -> None:
    """A quick check leaves the other items out."""
    held = shared(item("d.a", quick=True), item("d.b"))
    profiles = [profile(), profile(scope="quick")]
    assert left_out(held, profiles, "time") == {"d.b": "not_asked"}
    assert left_out(held, profiles, "peers") == {"d.b": "not_asked"}
    assert left_out(held, profiles) == {}


def test_an_item_of_a_later_version_is_left_out() -> None:
    """One of them was never asked it; where it was answered all the same it is compared."""
    held = shared(item("d.a"), item("d.b", since="1.1.0"))
    before, after = profile({"d.a": "good"}), profile({"d.a": "good", "d.b": "full"}, version="1.1.0")
    answered = profile({"d.a": "good", "d.b": "none"})
    assert left_out(held, [before, after], "time") == {"d.b": "newer"}
    assert left_out(held, [after, before], "peers") == {"d.b": "newer"}
    assert left_out(held, [answered, after], "time") == {}


def test_what_was_reworded_within_a_perspective_is_left_out() -> None:
    """Two wordings within one perspective are two questions; between perspectives they are meant."""
    held = checklist(common("d.a"))
    city, again = side("municipality", {"d.a": seen(OLD)}, {"d.a": seen(NEW)})
    club = side("migrant_organisation", {"d.a": seen(NEW)})
    for mode in ComparisonMode:
        assert left_out(held, [city, again], mode) == {"d.a": "reworded"}
        assert left_out(held, [city, *club], mode) == {}


def test_an_answer_without_a_mark_or_no_answer_tells_no_wording() -> None:
    """Nobody can say that it was another question."""
    held = checklist(common("d.a"))
    profiles = side("municipality", {"d.a": seen(OLD)}, {"d.a": seen(None)}, {})
    assert left_out(held, profiles) == {}


def test_what_hangs_on_an_item_left_out_is_left_out() -> None:
    """And what hangs on that in turn."""
    held = shared(
        item("d.a"),
        for_all(item("d.b", when=WAITING)),
        for_all(item("d.c", when=WAITING | {"item": "d.b"})),
        for_all(item("d.e")),
    )
    profiles = [*side("municipality", {}), *side("department", {})]
    assert left_out(held, profiles) == {"d.a": "not_asked", "d.b": "depends", "d.c": "depends"}


def test_own_words_are_never_compared_and_never_left_out() -> None:
    """What somebody writes stays theirs, also where only one was asked."""
    held = shared(item("d.a"), item("d.text", kind="text"))
    found = common_items(held, [*side("municipality", {}), *side("department", {})], ComparisonMode.PERSPECTIVES)
    assert "d.text" in found.ids
    assert "d.text" not in dict(found.left_out)


def test_a_retired_item_is_no_item() -> None:
    """It is neither compared nor left out."""
    held = checklist(dimension("d", "d.a", item("d.b", retired="1.1.0")))
    assert common_items(held, [profile(), profile()], ComparisonMode.TIME) == (frozenset({"d.a"}), ())
