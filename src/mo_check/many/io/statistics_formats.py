"""Statistics as records: nested JSON, or CSV with a row for each total, dimension, item, figure and group."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mo_check.many.io.record_formats import csv_text
from mo_check.many.pure.statistics import FigureStatistics, GroupStatistics, ItemStatistics, Spread, Statistics
from mo_check.model.standing import Standing
from mo_check.report.report_json import number

STATISTICS_FORMAT = "mo-check/statistics/1"
COLUMNS = (
    *("format", "checklist", "version", "score", "perspective", "part", "split", "id", "profiles"),
    *("lower", "median", "upper", "met_share"),
    *(standing.value for standing in Standing),
    *("yes", "no", "unclear", "survey_value", "survey_of", "survey_share"),
)


def statistics_json(parts: Sequence[Statistics], left_out: int) -> str:
    """Return statistics as JSON text."""
    held = {"format": STATISTICS_FORMAT, "left_out": left_out, "statistics": [_tree(part) for part in parts]}
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def statistics_csv(parts: Sequence[Statistics], dialect: str) -> str:
    """Return statistics as CSV text."""
    return csv_text(COLUMNS, [[row.get(column) for column in COLUMNS] for part in parts for row in _rows(part)], dialect)


def _tree(part: Statistics) -> dict[str, Any]:
    checklist = part.checklist
    return {
        "checklist": {"id": checklist.id, "version": checklist.version, "score": checklist.written_score(part.score)},
        "perspective": part.perspective.value,
        "profiles": part.profiles,
        "quick": part.quick,
        "repeated": part.repeated,
        "total": _spread(part.total),
        "dimensions": [{"id": dimension.id} | _spread(held) for dimension, held in part.dimensions],
        "items": [_item(item) for item in part.items],
        "figures": [_figure(figure) for figure in part.figures],
        "groups": [_group(group) for group in part.groups],
    }


def _rows(part: Statistics) -> Iterator[Mapping[str, Any]]:
    head = {
        "format": STATISTICS_FORMAT,
        "checklist": part.checklist.id,
        "version": part.checklist.version,
        "score": part.checklist.written_score(part.score),
        "perspective": part.perspective.value,
    }
    found: Iterable[tuple[str, dict[str, Any]]] = [
        ("total", _spread(part.total)),
        *(("dimension", {"id": dimension.id} | _spread(held)) for dimension, held in part.dimensions),
        *(("item", _item(item)) for item in part.items),
        *(("figure", _figure(figure)) for figure in part.figures),
        *(("group", _group(group)) for group in part.groups),
    ]
    for name, row in found:
        yield head | {"part": name} | row | row.get("standings", {})


def _spread(held: Spread | None) -> dict[str, Any]:
    if held is None:
        return {"profiles": None, "lower": None, "median": None, "upper": None}
    return {"profiles": held.number, "lower": number(held.lower), "median": number(held.median), "upper": number(held.upper)}


def _item(item: ItemStatistics) -> dict[str, Any]:
    standings = {standing.value: item.standings[standing] for standing in Standing}
    return {"id": item.item.id} | _spread(item.values) | {"met_share": number(item.met_share), "standings": standings}


def _figure(figure: FigureStatistics) -> dict[str, Any]:
    statement = figure.statement
    return {
        "id": statement.id,
        "yes": figure.yes,
        "no": figure.no,
        "unclear": figure.unclear,
        "survey_value": statement.value,
        "survey_of": statement.of,
        "survey_share": number(statement.share),
    }


def _group(group: GroupStatistics) -> dict[str, Any]:
    return {"split": group.split.value, "id": group.value} | _spread(group.total)
