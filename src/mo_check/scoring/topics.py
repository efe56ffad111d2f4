"""Topics of a matrix: what happens at each, and how far it stands on the paper's path from door-opener to partner.

The path: a municipal event or project with MOs (door-opener), regular exchange or a seat (expert), something planned and
held together (partner). What MOs lead themselves stands beside it and is no rung.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from mo_check.model.results import Assessment, ItemResult

EXCHANGE, BODIES, INITIATIVE, EVENTS, PROJECTS = "exchange", "bodies", "initiative", "events", "projects"


class Stage(StrEnum):
    """How far a topic stands on the path."""

    UNKNOWN = "unknown"
    NONE = "none"
    DOOR_OPENER = "door_opener"
    EXPERT = "expert"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Topic:
    """One row of the matrix; ``cells`` holds its results by column; ``mo_led`` says that MOs hold something themselves."""

    id: str
    label: str
    cells: Mapping[str, ItemResult]
    stage: Stage
    mo_led: bool


def topics(assessment: Assessment) -> tuple[Topic, ...]:
    """Return the topics of an assessment, in the order of the checklist; none where it has no matrix."""
    rows: dict[str, dict[str, ItemResult]] = {}
    labels: dict[str, str] = {}
    for result in assessment.items():
        if result.item.row and result.item.column:
            rows.setdefault(result.item.row, {})[result.item.column] = result
            labels[result.item.row] = result.item.row_label or result.item.row
    return tuple(_topic(row, labels[row], cells) for row, cells in rows.items())


def _topic(row: str, label: str, cells: Mapping[str, ItemResult]) -> Topic:
    forms = chosen_options(cells, EVENTS) | chosen_options(cells, PROJECTS)
    answered = [r for r in cells.values() if r.answer is not None and r.answer.status is None]
    if not answered:
        stage = Stage.UNKNOWN
    elif "joint" in forms:
        stage = Stage.PARTNER
    elif path_level(cells, EXCHANGE) == "regular" or path_level(cells, BODIES) == "seat":
        stage = Stage.EXPERT
    elif "municipal" in forms:
        stage = Stage.DOOR_OPENER
    else:
        stage = Stage.NONE
    return Topic(row, label, cells, stage, "mo" in forms)


def path_level(cells: Mapping[str, ItemResult], column: str) -> str | None:
    """Return the id of the level answered in a column, or None."""
    answer = cells[column].answer if column in cells else None
    return answer.level if answer else None


def chosen_options(cells: Mapping[str, ItemResult], column: str) -> set[str]:
    """Return the options chosen in a column."""
    answer = cells[column].answer if column in cells else None
    return set(answer.options or ()) - {"none"} if answer else set()


def nothing_happens(topic: Topic) -> bool:
    """Tell whether a topic was answered and nothing at all happens there."""
    quiet = path_level(topic.cells, EXCHANGE) in {None, "none"} and path_level(topic.cells, BODIES) in {None, "none"}
    return topic.stage is Stage.NONE and quiet and not topic.mo_led


def topic_initiative(found: tuple[Topic, ...]) -> dict[str, Fraction]:
    """Return the share of topics in which each of integration, MOs and other offices mostly starts; empty if none is told."""
    told = [path_level(topic.cells, INITIATIVE) for topic in found]
    return _shares([one for one in told if one not in {None, "nobody"}], ("integration", "mo", "other-office"))


def topic_forms(found: tuple[Topic, ...], column: str) -> dict[str, Fraction]:
    """Return the share of each form among all that were named for events or projects; empty if none is named."""
    return _shares([form for topic in found for form in chosen_options(topic.cells, column)], ("municipal", "mo", "joint"))


def _shares(told: list[str | None] | list[str], names: tuple[str, ...]) -> dict[str, Fraction]:
    return {name: Fraction(sum(1 for one in told if one == name), len(told)) for name in names} if told else {}
