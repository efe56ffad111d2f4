"""Checklists with a matrix, made by hand as their files would make them: one of topics, and one of other things."""

from collections.abc import Mapping

from builders import Given, assessed, checklist, dimension, item, level_trees, option_trees
from mo_check.model.assessment import Assessment
from mo_check.model.checklist import Checklist
from mo_check.model.item import FigureLink, Item
from mo_check.model.matrix import Matrix

ROWS = {"sport": "Sport", "culture": "Kultur", "gender": "Geschlechterfragen"}
LEVELS = {
    "exchange": ("none", "occasional", "regular"),
    "bodies": ("none", "guest", "seat"),
    "initiative": ("nobody", "integration", "other-office", "mo"),
}
COLUMNS = (*LEVELS, "events", "projects")

_FORMS = {
    "municipal": {"label": "kommunal", "short": "K"},
    "mo": {"label": "von Vereinen", "short": "V"},
    "joint": {"label": "gemeinsam", "short": "G"},
    "none": {"label": "nichts"},
}
_STARTERS = {
    "integration": {"label": "Integrationsstelle", "short": "Stelle"},
    "mo": {"label": "Vereine", "short": "Verein"},
    "other-office": {"label": "andere Ämter", "short": "Ämter"},
    "nobody": {"label": "niemand"},
}
MEANING: Mapping[str, object] = {
    "label": "Thema",
    "legend": "Formen: K kommunal, V von Vereinen, G gemeinsam.",
    "empty": "Hier geschieht noch nichts",
    "path": {
        "label": "Weg",
        "title": "Wie weit die Themen sind",
        "text": "Der Weg: Türen öffnen, Rat geben, zusammen planen.",
        "rungs": [
            {"id": "door-opener", "label": "Türen öffnen", "any_of": ["events.municipal", "projects.municipal"]},
            {"id": "expert", "label": "Rat geben", "any_of": ["exchange.regular", "bodies.seat"]},
            {"id": "partner", "label": "zusammen planen", "any_of": ["events.joint", "projects.joint"]},
        ],
        "beside": {"text": "Ein + steht für Eigenes.", "any_of": ["events.mo", "projects.mo"]},
    },
    "columns": [
        {"id": "exchange", "label": "Austausch"},
        {"id": "bodies", "label": "Gremien"},
        {
            "id": "initiative",
            "label": "Anstoß",
            "ordered": False,
            "words": _STARTERS,
            "shares": {"title": "Wer meist den Anstoß gibt", "figure": "topics.figure-initiative"},
        },
        {
            "id": "events",
            "label": "Termine",
            "words": _FORMS,
            "shares": {"title": "Formen einzelner Termine", "figure": "levels.figure-events"},
        },
        {
            "id": "projects",
            "label": "Projekte",
            "words": _FORMS,
            "shares": {"title": "Formen von Projekten", "figure": "levels.figure-projects"},
        },
    ],
}
"""What the matrix of topics means, as the shipped checklist says it."""


def field(column: str, row: str) -> Item:
    """Return one field of the matrix."""
    place = {"row": row, "row_label": ROWS[row], "column": column}
    if column in LEVELS:
        levels = level_trees(*LEVELS[column])
        return item(f"topics.{column}.{row}", kind="share", levels=levels, nothing=LEVELS[column][0], **place)
    options = option_trees(municipal="1", mo="1", joint="1", none="0")
    return item(f"topics.{column}.{row}", kind="select", levels=[], options=options, nothing="none", **place)


def matrix(*columns: str) -> Checklist:
    """Return a checklist whose only dimension is a matrix of three topics, with all columns or those named."""
    held = dimension("topics", *(field(column, row) for row in ROWS for column in columns or COLUMNS))
    told = {"matrix": Matrix.model_validate(MEANING), "label": "Themen", "figures": (FigureLink(id="topics.exchange-rank"),)}
    return checklist(held.model_copy(update=told))


def fields(**rows: Mapping[str, Given]) -> dict[str, Given]:
    """Return answers by item from answers by row and column."""
    return {f"topics.{column}.{row}": given for row, held in rows.items() for column, given in held.items()}


def filled(**rows: Mapping[str, Given]) -> Assessment:
    """Hold answers by row and column against the matrix."""
    return assessed(matrix(), fields(**rows))


NOTHING: Mapping[str, Given] = {
    "exchange": "none",
    "bodies": "none",
    "initiative": "nobody",
    "events": ("none",),
    "projects": ("none",),
}
"""What the key for „nothing“ says to a whole topic."""


DISTRICTS = {"east": "Ost", "west": "West"}


def district_matrix(**meaning: object) -> Checklist:
    """Return a checklist with a matrix of districts: who is in contact, which places there are, and what else is to be said.

    ``meaning`` is what the matrix says about itself; unless told otherwise nothing but the heads of its columns.
    """
    contact = {"kind": "share", "levels": level_trees("no", "sometimes", "often")}
    places = {"kind": "select", "levels": [], "options": option_trees(house="1", garden="1", none="0")}
    columns: Mapping[str, Mapping[str, object]] = {"contact": contact, "places": places, "more": {"kind": "text"}}
    items = [
        item(f"districts.{name}.{row}", row=row, row_label=label, column=name, **fields)
        for row, label in DISTRICTS.items()
        for name, fields in columns.items()
    ]
    told = {"columns": [{"id": name, "label": name.title()} for name in columns]} | meaning
    return checklist(dimension("districts", *items).model_copy(update={"matrix": Matrix.model_validate(told)}))
