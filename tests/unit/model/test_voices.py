"""Which files are voices: copies, earlier answers, the same day, twins, and what five of them come to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import permutations

import pytest

from answers import answer_of
from builders import Given, profile
from mo_check.model.profile import Profile
from mo_check.model.voices import SPEAKING, FileFate, Voiced, bare_label, respondent_keys, voices

OLD, MID, NEW = date(2024, 5, 1), date(2025, 5, 1), date(2026, 5, 1)
CLUB = "migrant_organisation"
TOLD: Mapping[str, Given] = {"d.a": answer_of(level="good", note="Donnerstags im Büro.")}
"""An answer with words of its own, which two people would hardly find alike."""
MANY: Mapping[str, Given] = {f"d.i{n}": "good" for n in range(10)}


def club(label: str = "Verein", level: Given = "good", day: date | None = NEW, **fields: object) -> Profile:
    """Return the profile of an association with one answer."""
    return profile({"d.a": level}, perspective=CLUB, label=label, day=day, **fields)  # type: ignore[arg-type]


def fates(profiles: Sequence[Profile], *, earlier_count: bool = False) -> list[str]:
    """Return what becomes of each, of one municipality."""
    return [one.fate.value for one in voices(profiles, [0] * len(profiles), "probe", earlier_count=earlier_count)]


def signed(label: str, answers: Mapping[str, Given], day: date | None = NEW) -> Profile:
    """Return the profile of an association of that label with these answers."""
    return profile(answers, perspective=CLUB, label=label, day=day)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        pytest.param([club("A"), club("B")], {"counted": 2}, id="two that gave one answer alike"),
        pytest.param([club(), club()], {"counted": 1, "copy": 1}, id="a copy"),
        pytest.param([club()] * 5, {"counted": 1, "copy": 4}, id="five copies"),
        pytest.param([club("Verein"), club("VEREIN ")], {"counted": 1, "copy": 1}, id="a copy, its label written otherwise"),
        pytest.param([club(day=OLD), club(level="full")], {"replaced": 1, "counted": 1}, id="later answers"),
        pytest.param([club(day=OLD), club(level="full", day=MID), club()], {"replaced": 2, "counted": 1}, id="the latest"),
        pytest.param([club(day=OLD), club(day=OLD), club()], {"copy": 1, "replaced": 1, "counted": 1}, id="an old copy"),
        pytest.param([club(), club(level="full")], {"counted": 1, "same_day": 1}, id="other answers on the same day"),
        pytest.param([club(day=None), club(level="full", day=None)], {"counted": 1, "same_day": 1}, id="without days"),
        pytest.param([club(), club(level="full", day=None)], {"counted": 1, "same_day": 1}, id="one day is not known"),
        pytest.param(
            [club(day=OLD), club(level="full", day=None), club()], {"replaced": 1, "counted": 1, "same_day": 1}, id="two"
        ),
        pytest.param([club(), profile({"d.a": "good"}, label="Verein", day=NEW)], {"counted": 2}, id="another side"),
        pytest.param([signed("A", TOLD), signed("B", TOLD)], {"counted": 1, "twin": 1}, id="the same note, another label"),
        pytest.param([signed("A", MANY), signed("B", MANY)], {"counted": 1, "twin": 1}, id="ten answers alike"),
        pytest.param([signed("A", MANY), signed("B", MANY, OLD)], {"counted": 2}, id="ten answers alike on two days"),
        pytest.param([signed(label, TOLD) for label in "ABCDE"], {"counted": 1, "twin": 4}, id="five labels of one"),
    ],
)
def test_what_becomes_of_files(held: list[Profile], expected: dict[str, int]) -> None:
    """The same in whatever order they are named; and each that is not counted has the file that it stands behind."""
    for order in list(permutations(held))[:24]:
        found = voices(order, [0] * len(order), "probe")
        assert Counter(one.fate.value for one in found) == expected
        for place, one in enumerate(found):
            assert (one.beside is None) == (one.fate is FileFate.COUNTED)
            assert one.beside is None or found[one.beside].fate is not FileFate.COPY
            assert one.beside != place


def test_who_hangs_together_by_doubts_counts_once() -> None:
    """One respondent said two things on a day, and another label said the second of them: one voice that is beyond doubt."""
    more = {**TOLD, "d.b": "full"}
    held = [signed("A", TOLD), signed("A", more), signed("B", more)]
    for order in permutations(held):
        assert sorted(one.doubtful for one in voices(order, [0] * 3, "probe")) == [False, True, True]


def test_of_copies_the_first_counts() -> None:
    """The others are named as its copies."""
    assert voices([club("A"), club("B"), club("A")], [0] * 3, "probe") == (
        Voiced(FileFate.COUNTED),
        Voiced(FileFate.COUNTED),
        Voiced(FileFate.COPY, 0),
    )


def test_where_time_is_compared_earlier_answers_count_too() -> None:
    """But a copy does not."""
    assert fates([club(day=OLD), club(), club()], earlier_count=True) == ["counted", "counted", "copy"]


def test_answers_of_two_municipalities_have_nothing_to_do_with_each_other() -> None:
    """Though label, day and words are the same."""
    twice = [signed("A", TOLD), signed("A", TOLD)]
    assert [one.fate for one in voices(twice, [0, 1], "probe")] == [FileFate.COUNTED] * 2


@pytest.mark.parametrize("change", ["note", "scope", "evidence"])
def test_who_says_something_else_is_no_copy(change: str) -> None:
    """A note, evidence or the scope makes it another content."""
    other = {"scope": "quick"} if change == "scope" else {}
    level = "good" if change == "scope" else answer_of(**{"level": "good", change: "Anders."})
    assert fates([club(), club(level=level, **other)]) == ["counted", "same_day"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Verein Brücke e. V.", "VEREIN BRÜCKE E.V."),
        ("Verein Brücke", "Verein Bru\u0308cke"),
        ("Verein Brücke", "Verein\u00a0Brücke "),
        ("Verein Brücke", "Verein Brü\u200bcke\ufeff"),
        ("Großer Kreis", "GROSSER KREIS"),
    ],
)
def test_labels_are_compared_without_regard_to_how_they_are_written(one: str, other: str) -> None:
    """One form of letters, no capitals, no blanks, nothing invisible."""
    assert bare_label(one) == bare_label(other)


def test_a_respondent_is_known_by_subject_side_and_label() -> None:
    """The same three make the same respondent, however the label is written; one that differs makes another."""
    office = profile(label="Büro", perspective="department")
    others = [profile(label="Amt"), office, profile(label="Büro", name="Nachbarstadt")]
    keys = respondent_keys([profile(label="Büro"), profile(label="BÜRO"), *others])
    assert keys[0] == keys[1]
    assert len(set(keys)) == 4


def test_doubtful_voices_speak_but_do_not_count_towards_a_threshold() -> None:
    """All but copies and replaced ones speak."""
    assert {fate for fate in FileFate if Voiced(fate).speaks} == SPEAKING
    assert {fate for fate in FileFate if Voiced(fate).doubtful} == {FileFate.SAME_DAY, FileFate.TWIN}
