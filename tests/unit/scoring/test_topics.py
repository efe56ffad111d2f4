"""Topics of a matrix: how far each stands on the path, who starts, and which forms there are."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from builders import Given, assessed, checklist, dimension
from matrices import NOTHING, fields, filled, matrix
from mo_check.scoring.topics import EVENTS, PROJECTS, Stage, Topic, nothing_happens, topic_forms, topic_initiative, topics


def sport(**cells: Given) -> Topic:
    """Return the topic „Sport“ with these answers."""
    return topics(filled(sport=cells))[0]


@pytest.mark.parametrize(
    ("cells", "stage", "mo_led"),
    [
        pytest.param({}, "unknown", False, id="no answer at all"),
        pytest.param({"exchange": "unknown", "events": "skipped"}, "unknown", False, id="nobody knows"),
        pytest.param(NOTHING, "none", False, id="nothing"),
        pytest.param({"exchange": "occasional", "bodies": "guest"}, "none", False, id="now and then, as a guest"),
        pytest.param({"initiative": "mo"}, "none", False, id="who starts is no stage"),
        pytest.param({"events": ("municipal",)}, "door_opener", False, id="a municipal event"),
        pytest.param({"projects": ("municipal",)}, "door_opener", False, id="a municipal project"),
        pytest.param({"exchange": "regular"}, "expert", False, id="regular exchange"),
        pytest.param({"bodies": "seat"}, "expert", False, id="a seat"),
        pytest.param({"bodies": "seat", "events": ("municipal",)}, "expert", False, id="a seat before a municipal event"),
        pytest.param({"events": ("joint",)}, "partner", False, id="a joint event"),
        pytest.param({"projects": ("joint",), "exchange": "none"}, "partner", False, id="a joint project"),
        pytest.param({"projects": ("joint",), "bodies": "seat"}, "partner", False, id="the highest one counts"),
        pytest.param({"events": ("mo",)}, "none", True, id="led by MOs is no rung"),
        pytest.param({"events": ("municipal",), "projects": ("mo",)}, "door_opener", True, id="led by MOs stands beside"),
        pytest.param({"events": ("municipal", "mo", "joint")}, "partner", True, id="all forms"),
    ],
)
def test_a_topic_has_a_stage(cells: Mapping[str, Given], stage: str, mo_led: bool) -> None:  # noqa: FBT001 - a table of cases
    """Joint before exchange or seat before municipal; what MOs lead themselves stands beside the path."""
    topic = sport(**cells)
    assert (topic.stage.value, topic.mo_led) == (stage, mo_led)


def test_topics_stand_in_the_order_of_the_checklist_with_their_labels() -> None:
    """Each row is a topic, whether it was answered or not."""
    found = topics(filled(gender={"exchange": "regular"}))
    assert [(t.id, t.label) for t in found] == [("sport", "Sport"), ("culture", "Kultur"), ("gender", "Geschlechterfragen")]
    assert [t.stage for t in found] == [Stage.UNKNOWN, Stage.UNKNOWN, Stage.EXPERT]


def test_a_topic_holds_its_fields_by_column() -> None:
    """All five, each with its own answer."""
    cells = sport(exchange="regular").cells
    assert list(cells) == ["exchange", "bodies", "initiative", "events", "projects"]
    assert cells["exchange"].item.id == "topics.exchange.sport"


def test_without_a_matrix_there_are_no_topics() -> None:
    """An ordinary checklist has items, but no rows."""
    assert topics(assessed(checklist(dimension("d", "d.a")), {"d.a": "good"})) == ()


def test_a_matrix_without_the_column_of_initiative_has_stages_too() -> None:
    """Respondents who are not asked who starts still see how far their topics stand."""
    (first, *_) = topics(assessed(matrix("exchange", "events"), fields(sport={"events": ("joint",)})))
    assert first.stage is Stage.PARTNER


@pytest.mark.parametrize(
    ("cells", "quiet"),
    [
        pytest.param(NOTHING, True, id="nothing"),
        pytest.param({"exchange": "none"}, True, id="one field, with nothing"),
        pytest.param({**NOTHING, "exchange": "occasional"}, False, id="now and then"),
        pytest.param({**NOTHING, "bodies": "guest"}, False, id="as a guest"),
        pytest.param({**NOTHING, "projects": ("mo",)}, False, id="a project of MOs"),
        pytest.param({**NOTHING, "events": ("municipal",)}, False, id="a municipal event"),
        pytest.param({}, False, id="not answered"),
    ],
)
def test_a_topic_where_nothing_happens(cells: Mapping[str, Given], quiet: bool) -> None:  # noqa: FBT001 - a table of cases
    """Only a topic that was answered, and in which nothing at all was named."""
    assert nothing_happens(sport(**cells)) is quiet


def test_initiative_is_a_share_of_the_topics_where_somebody_starts() -> None:
    """Two of three topics have someone: MOs once, the integration office once; „nobody“ does not count."""
    found = topics(filled(sport={"initiative": "mo"}, culture={"initiative": "integration"}, gender={"initiative": "nobody"}))
    assert topic_initiative(found) == {"integration": Fraction(1, 2), "mo": Fraction(1, 2), "other-office": Fraction(0)}


def test_initiative_of_three_topics() -> None:
    """Other offices twice and MOs once: two thirds, one third, none."""
    rows = {"sport": {"initiative": "other-office"}, "culture": {"initiative": "mo"}, "gender": {"initiative": "other-office"}}
    found = topic_initiative(topics(filled(**rows)))
    assert found == {"integration": Fraction(0), "mo": Fraction(1, 3), "other-office": Fraction(2, 3)}


def test_where_nobody_starts_there_are_no_shares() -> None:
    """Nothing is divided by nothing."""
    assert topic_initiative(topics(filled(sport=NOTHING, culture={"initiative": "unknown"}))) == {}


def test_forms_are_shares_of_all_that_were_named() -> None:
    """Events: municipal twice, MOs once, joint once, of four; projects: joint only."""
    found = topics(
        filled(
            sport={"events": ("municipal", "mo"), "projects": ("none",)},
            culture={"events": ("municipal", "joint"), "projects": ("joint",)},
            gender={"events": ("none",)},
        )
    )
    assert topic_forms(found, EVENTS) == {"municipal": Fraction(1, 2), "mo": Fraction(1, 4), "joint": Fraction(1, 4)}
    assert topic_forms(found, PROJECTS) == {"municipal": Fraction(0), "mo": Fraction(0), "joint": Fraction(1)}


def test_without_a_form_there_are_no_shares() -> None:
    """„Nothing“ is no form."""
    assert topic_forms(topics(filled(sport=NOTHING)), EVENTS) == {}


def test_a_matrix_has_no_score() -> None:
    """Whatever is answered: no number, no range."""
    assessment = filled(sport=NOTHING, culture={"exchange": "regular", "events": ("joint",)})
    assert (assessment.scored, assessment.total.value, assessment.display) == (False, None, None)
