"""A checklist with a matrix of topics, made by hand as its file would make it."""

from collections.abc import Mapping

from builders import Given, assessed, checklist, dimension, item, level_trees, option_trees
from mo_check.model.checklist import Checklist
from mo_check.model.item import Item
from mo_check.model.results import Assessment

ROWS = {"sport": "Sport", "culture": "Kultur", "gender": "Geschlechterfragen"}
LEVELS = {
    "exchange": ("none", "occasional", "regular"),
    "bodies": ("none", "guest", "seat"),
    "initiative": ("nobody", "integration", "other-office", "mo"),
}
COLUMNS = (*LEVELS, "events", "projects")


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
    return checklist(dimension("topics", *(field(column, row) for row in ROWS for column in columns or COLUMNS)))


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
