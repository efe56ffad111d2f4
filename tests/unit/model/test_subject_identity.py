"""Which profiles assess the same municipality: keys, names, kinds and federal states, and what stays open."""

from itertools import combinations, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extent import cheaply
from mo_check.model.profile import Subject
from mo_check.model.subject_identity import SubjectGroups, bare_key, bare_name, same_subject, subject_groups


def town(name: str = "Lindmünde", ags: str | None = None, kind: str = "town", land: str | None = None) -> Subject:
    """Return a subject."""
    return Subject.model_validate({"name": name, "ags": ags, "kind": kind, "land": land})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Lindmünde", "Lindmu\u0308nde", id="NFC and NFD"),
        pytest.param("Lindmünde", "Lind\u200bmünde", id="a zero-width blank"),
        pytest.param("Lindmünde", "\ufeffLindmünde\u200d", id="a byte order mark and a joiner"),
        pytest.param("Lindmünde", "Lind\u00admünde", id="a soft hyphen"),
        pytest.param("Bad Lindmünde", "Bad\u00a0 Lindmünde ", id="other blanks"),
        pytest.param("Bad Lindmünde", "Bad\tLindmünde", id="a tabulator"),
        pytest.param("Lindmünde", "LINDMÜNDE", id="capitals"),
        pytest.param("Großdorf", "GROSSDORF", id="a sharp s"),
        pytest.param("Lindmünde", "Stadt Lindmünde", id="a city before it"),
        pytest.param("Lindmünde", "Lindmünde, Stadt", id="a city behind it"),
        pytest.param("Lindmünde", "Landeshauptstadt Lindmünde", id="a capital before it"),
        pytest.param("Lindmünde", "Lindmünde, Landeshauptstadt", id="a capital behind it"),
        pytest.param("Stadt", "STADT", id="nothing but a title"),
    ],
)
def test_names_are_compared_without_regard_to_how_they_are_written(one: str, other: str) -> None:
    """And so are the subjects that bear them."""
    assert bare_name(one) == bare_name(other)
    assert same_subject(town(one), town(other)) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lindmünde", "Lindmunde"), ("Stadtlindmünde", "Lindmünde"), ("Landkreis Lindmünde", "Lindmünde"), ("Stadt", "Lindmünde")],
)
def test_what_is_called_otherwise_is_another(one: str, other: str) -> None:
    """A word of one's own is part of the name."""
    assert same_subject(town(one), town(other)) is False


@pytest.mark.parametrize(
    ("key", "bare"),
    [("06438000", "06438"), ("06438", "06438"), ("06435014", "06435014"), ("02", "02"), ("02000000", "02000"), (None, None)],
)
def test_a_key_is_compared_without_the_noughts_of_its_municipality(key: str | None, bare: str | None) -> None:
    """A district or a city of its own has five digits."""
    assert bare_key(key) == bare


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(town(ags="05315000"), town("Anders", ags="05315000"), True, id="one key, two names"),
        pytest.param(town(ags="05315"), town(ags="05315000"), True, id="one key in two spellings"),
        pytest.param(town(ags="05315", land="NW"), town("Anders", "05315000", "city"), True, id="a key outweighs all else"),
        pytest.param(town(ags="06435014"), town(ags="06415000", kind="city"), None, id="a changed key"),
        pytest.param(town(ags="06435014", land="HE"), town(ags="03115000", land="NI"), False, id="two keys, two states"),
        pytest.param(town(ags="05315000"), town("Anders"), False, id="two names, one key"),
        pytest.param(town(ags="05315000"), town(), True, id="one name, one key"),
        pytest.param(town(kind="city"), town(kind="district"), False, id="a city and the district around it"),
        pytest.param(town(ags="06411000", kind="city"), town(ags="06432", kind="district"), False, id="both with their keys"),
        pytest.param(town(kind="city"), town(kind="borough"), False, id="a city and its borough"),
        pytest.param(town(land="NI"), town(land="SH"), False, id="two states"),
        pytest.param(town(land="NI"), town(land="NI"), True, id="one state"),
        pytest.param(town(land="NI"), town(), None, id="one state is not known"),
        pytest.param(town(kind="town"), town(kind="city"), None, id="two kinds of town"),
        pytest.param(town(kind="municipality"), town(kind="town"), None, id="two kinds of town, one of them small"),
        pytest.param(town(), town(), True, id="nothing but the name"),
    ],
)
def test_the_same_subject(one: Subject, other: Subject, *, same: bool | None) -> None:
    """By the official key, else by name, kind and state; what the facts do not decide stays open."""
    assert same_subject(one, other) is same_subject(other, one) is same


def test_a_municipality_knows_what_any_of_its_subjects_tells() -> None:
    """Two names are one by their key; a third is one with them by one of the names."""
    held = [town("Alt", "05315000"), town("Neu", "05315000"), town("Neu", "05315000"), town("Alt"), town("Fremd")]
    for order in permutations(range(len(held))):
        found = subject_groups([held[place] for place in order])
        assert found.doubts == ()
        assert len({number for number, place in zip(found.of, order, strict=True) if place < 4}) == 1
        assert len(found.first) == 2


def test_what_is_open_is_named_as_a_pair_and_can_be_answered() -> None:
    """By whoever says that they are one."""
    held = [town(ags="06435014", land="HE"), town("Fremd"), town(ags="06415000", kind="city", land="HE")]
    assert subject_groups(held) == SubjectGroups((0, 1, 2), ((0, 2),))
    assert subject_groups(held, doubtful_are_one=True) == SubjectGroups((0, 1, 0), ())


def test_two_that_are_two_never_become_one_by_a_third_that_could_be_either() -> None:
    """Whoever says that a name without a state is one of them has to say which."""
    held = [town(land="NI"), town(), town(land="SH")]
    for order in permutations(range(len(held))):
        found = subject_groups([held[place] for place in order], doubtful_are_one=True)
        numbers = dict(zip(order, found.of, strict=True))
        assert numbers[0] != numbers[2]
        assert found.doubts


def test_two_keys_stay_a_question_though_a_third_without_a_key_could_be_either() -> None:
    """An association that knows no key does not make two towns one."""
    held = [town(ags="06435014"), town(), town(ags="06415000")]
    for order in permutations(held):
        assert {"06435014", "06415000"} in [{order[n].ags for n in pair} for pair in subject_groups(order).doubts]
        assert subject_groups(order, doubtful_are_one=True) == SubjectGroups((0, 0, 0), ())


subjects = st.builds(
    town,
    st.sampled_from(["Lindmünde", "Stadt Lindmünde", "LINDMU\u0308NDE", "Neuenkirchen"]),
    st.sampled_from([None, None, "05315", "05315000", "06435014"]),
    st.sampled_from(["town", "city", "district"]),
    st.sampled_from([None, "NW", "HE"]),
)


@cheaply()
@given(st.lists(subjects, min_size=2, max_size=6), st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_subjects_changes_nothing(held: list[Subject], doubtful: bool, random: Random) -> None:  # noqa: FBT001
    """Neither who is one with whom, nor what stays open."""
    order = random.sample(range(len(held)), len(held))
    before = subject_groups(held, doubtful_are_one=doubtful)
    after = subject_groups([held[place] for place in order], doubtful_are_one=doubtful)
    for one, other in combinations(range(len(held)), 2):
        together = after.of[order.index(one)] == after.of[order.index(other)]
        assert (before.of[one] == before.of[other]) == together
    assert bool(before.doubts) == bool(after.doubts)
