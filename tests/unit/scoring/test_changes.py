"""What a checklist asks anew or in other words since a profile answered it."""

import pytest

from builders import LEVELS, answer, checklist, dimension, item, level_trees, profile
from mo_check.model.answer import Answer
from mo_check.model.item import Item
from mo_check.model.profile import ChecklistAnswers, Profile
from mo_check.scoring.changes import changes

OLD = "sha256:00000000"


def answered(version: str = "1.0.0", perspective: str = "municipality", scope: str = "full", **answers: Answer) -> Profile:
    """Return a profile that answered this version; ``d_a`` stands for ``d.a``."""
    held = ChecklistAnswers(version=version, answers={name.replace("_", "."): one for name, one in answers.items()})
    return profile(perspective=perspective, scope=scope).model_copy(update={"checklists": {"probe": held}})


def marked(mark: str | None, level: str = "good") -> Answer:
    """Return an answer to a text with this mark."""
    return answer(level)._replace(wording=mark)


def test_an_answer_to_the_same_words_is_no_change() -> None:
    """The mark is that of today's text: nothing has changed."""
    one = item("d.a")
    assert changes(answered(d_a=marked(one.digest)), checklist(dimension("d", one))) is None


def test_an_answer_to_other_words_is_named_with_the_version() -> None:
    """The mark is another: the item is asked in other words now."""
    found = changes(answered("0.9.0", d_a=marked(OLD), d_b=marked(item("d.b").digest)), checklist(dimension("d", "d.a", "d.b")))
    assert found is not None
    assert found.version == "0.9.0"
    assert [one.id for one in found.reworded] == ["d.a"]
    assert found.new == ()


def test_an_answer_without_a_mark_is_no_change() -> None:
    """Who wrote the profile by hand gave none; nobody can tell."""
    assert changes(answered(d_a=marked(None)), checklist(dimension("d", "d.a"))) is None


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        pytest.param({"question": "d.a, heute?"}, True, id="question"),
        pytest.param({"levels": level_trees("none", "some", "good", "best")}, True, id="a level's label"),
        pytest.param({"help": "Gemeint ist …"}, False, id="help"),
        pytest.param({"weight": 3}, False, id="weight"),
        pytest.param({"short": "Anders"}, False, id="name"),
    ],
)
def test_a_text_has_changed_when_what_was_answered_has(fields: dict[str, object], changed: bool) -> None:  # noqa: FBT001
    """The question and the words of its answers count; help, weight and name do not."""
    found = changes(answered(d_a=marked(item("d.a").digest)), checklist(dimension("d", item("d.a", **fields))))
    assert (found is not None) == changed


def test_the_words_of_the_own_perspective_are_compared() -> None:
    """An association answered its own wording: that the municipality's has changed is nothing to it."""
    own = {"question": "Und bei Ihnen?", "levels": level_trees(*LEVELS)}
    before = item("d.a", for_={"migrant_organisation": own})
    after = item("d.a", question="Ganz anders?", for_={"migrant_organisation": own})
    mark = _mark(before)
    by = answered(perspective="migrant_organisation", d_a=marked(mark))
    assert changes(by, checklist(dimension("d", after))) is None
    other = own | {"question": "Und bei euch?"}
    reworded = item("d.a", for_={"migrant_organisation": other})
    found = changes(by, checklist(dimension("d", reworded)))
    assert found is not None
    assert [one.question for one in found.reworded] == ["Und bei euch?"]


def _mark(held: Item) -> str:
    return next(wording.digest for wording in held.for_.values())


@pytest.mark.parametrize(
    ("since", "version", "new"),
    [
        pytest.param("1.1.0", "1.0.0", True, id="came later"),
        pytest.param("1.10.0", "1.9.0", True, id="ten comes after nine"),
        pytest.param("1.1.0", "1.1.0", False, id="came with it"),
        pytest.param("1.0.0", "1.1.0", False, id="was there"),
        pytest.param(None, "1.0.0", False, id="always there"),
    ],
)
def test_an_item_that_came_later_is_new(since: str | None, version: str, new: bool) -> None:  # noqa: FBT001
    """Compared by number, not by letter."""
    held = checklist(dimension("d", "d.a", item("d.b", since=since)))
    found = changes(answered(version, d_a=marked(item("d.a").digest)), held)
    assert [one.id for one in (found.new if found else ())] == (["d.b"] if new else [])


def test_a_new_item_that_is_answered_is_not_new() -> None:
    """Somebody went on with the profile since."""
    held = checklist(dimension("d", item("d.b", since="1.1.0")))
    assert changes(answered("1.0.0", d_b=marked(item("d.b").digest)), held) is None


def test_what_is_not_asked_is_no_change() -> None:
    """Items beyond the quick check, of other perspectives, or unknown here are none of this profile's business."""
    held = checklist(dimension("d", item("d.a", quick=True), item("d.b", since="2.0.0")))
    assert changes(answered(scope="quick", d_b=marked(OLD), d_c=marked(OLD)), held) is None
    assert changes(answered(perspective="department", d_a=marked(OLD)), held) is None


def test_a_profile_that_never_answered_it_has_no_changes() -> None:
    """Nothing was asked before."""
    assert changes(profile(), checklist(dimension("d", item("d.a", since="9.0.0")))) is None
