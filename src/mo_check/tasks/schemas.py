"""The JSON Schemas of our files."""

from typing import Any

from pydantic import BaseModel

from mo_check.model.checklist import CHECKLIST_FORMAT, Checklist
from mo_check.model.letterhead import LETTERHEAD_FORMAT, LetterheadFile
from mo_check.model.profile import PROFILE_FORMAT, Profile
from mo_check.model.source import SOURCE_FORMAT, Source

_MODELS: dict[str, tuple[type[BaseModel], str]] = {
    "letterhead": (LetterheadFile, LETTERHEAD_FORMAT),
    "checklist": (Checklist, CHECKLIST_FORMAT),
    "profile": (Profile, PROFILE_FORMAT),
    "source": (Source, SOURCE_FORMAT),
}


_TEXT = {"type": "string", "minLength": 1}
_ROW = {
    "type": "object",
    "properties": {"id": _TEXT, "label": _TEXT},
    "required": ["id", "label"],
    "additionalProperties": False,
}
_MATRIX = {
    "type": "object",
    "description": "Rows times columns, turned into items when the file is read; a column is an item whose texts may hold {row}.",
    "properties": {
        "rows": {"type": "array", "items": _ROW, "minItems": 1},
        "columns": {"type": "array", "items": {"$ref": "#/$defs/Item"}, "minItems": 1},
    },
    "required": ["rows", "columns"],
    "additionalProperties": False,
}
"""A dimension may hold a matrix instead of items or before them; the model knows only the items that it becomes."""


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind of file. Raises KeyError for an unknown kind."""
    model, name = _MODELS[kind]
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{name.replace('/', ':')}"}
    schema |= model.model_json_schema(by_alias=True)
    if kind == "checklist":
        dimension = schema["$defs"]["Dimension"]
        dimension["properties"]["matrix"] = _MATRIX
        dimension["required"].remove("items")
        dimension["anyOf"] = [{"required": ["items"]}, {"required": ["matrix"]}]
    return schema
