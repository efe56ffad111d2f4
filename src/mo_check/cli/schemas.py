"""The JSON Schemas of our files."""

from fractions import Fraction
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel
from pydantic.json_schema import CoreModeRef, CoreRef, DefsRef, GenerateJsonSchema

from mo_check.many.pure.benchmark import BENCHMARK_FORMAT, Benchmark
from mo_check.many.pure.records import DESCRIBED, FORMATS, RESULTS_FORMAT, DimensionRecord, Record
from mo_check.model.checklist import CHECKLIST_FORMAT, Checklist
from mo_check.model.item import INHERITED
from mo_check.model.letterhead import LETTERHEAD_FORMAT, LetterheadFile
from mo_check.model.profile import PROFILE_FORMAT, Profile
from mo_check.model.source import SOURCE_FORMAT, Source
from mo_check.model.types import WORD

_MODELS: dict[str, tuple[type[BaseModel], str]] = {
    "letterhead": (LetterheadFile, LETTERHEAD_FORMAT),
    "checklist": (Checklist, CHECKLIST_FORMAT),
    "profile": (Profile, PROFILE_FORMAT),
    "source": (Source, SOURCE_FORMAT),
    "benchmark": (Benchmark, BENCHMARK_FORMAT),
}


_TEXT = {"type": "string", "minLength": 1}
_ROW = {
    "type": "object",
    "properties": {"id": _TEXT, "label": _TEXT},
    "required": ["id", "label"],
    "additionalProperties": False,
}
_ROWS = {"type": "array", "items": _ROW, "minItems": 1}


class _Schema(GenerateJsonSchema):
    """Calls the fields of an answer or a rule what they are called in a file: an answer, a condition."""

    def get_defs_ref(self, core_mode_ref: CoreModeRef) -> DefsRef:
        reference, mode = core_mode_ref
        return super().get_defs_ref((CoreRef(reference.replace("Fields:", ":")), mode))


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind of file. Raises KeyError for an unknown kind."""
    if kind == "results":
        return _head(RESULTS_FORMAT) | _results()
    model, name = _MODELS[kind]
    schema = _head(name) | model.model_json_schema(by_alias=True, schema_generator=_Schema)
    if kind == "checklist":
        _as_written(schema["$defs"])
        _with_matrices(schema["$defs"])
    return schema


def _as_written(defined: dict[str, Any]) -> None:
    """Say of items, wordings and steps what a file may leave to shared parts; the model knows them laid out in full."""
    for name in ("Item", "Wording"):
        levels = defined[name]["properties"]["levels"]
        defined[name]["properties"]["levels"] = {
            "description": "Levels, or the id of those that stand under answers.",
            "anyOf": [levels, {"type": "string", "pattern": WORD}],
        }
    wording = defined["Wording"]
    left_out = {"type": "array", "items": {"enum": list(INHERITED)}}
    wording["properties"]["without"] = {"description": "What this wording does not take over from its item."} | left_out
    wording["description"] += "\n\nWhat it leaves out of help, levels, options, valid_if and steps it takes over from its item."
    step = defined["Step"]
    step["required"] = ["text"]
    step["description"] += "\n\nA sentence alone is its text. What it leaves out may stand under defaults."


def _with_matrices(defined: dict[str, Any]) -> None:
    """Say of a dimension that it may hold a matrix instead of items or before them, and of a matrix how its file looks.

    The model knows the items that rows and columns become; in the file a column is such an item, whose texts may hold {row}.
    """
    dimension, matrix, column, item = (defined[name] for name in ("Dimension", "Matrix", "MatrixColumn", "Item"))
    dimension["required"].remove("items")
    dimension["anyOf"] = [{"required": ["items"]}, {"required": ["matrix"]}]
    matrix["properties"]["rows"] = _ROWS
    matrix["required"].append("rows")
    matrix["description"] += "\n\nRows times columns are turned into items when the file is read."
    column["properties"] = item["properties"] | column["properties"]
    column["required"] = item["required"]
    column["description"] += "\n\nIt is an item besides, whose texts may hold {row}."


def _head(name: str) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{name.replace('/', ':')}"}


def _results() -> dict[str, Any]:
    """Return what ``batch`` writes: a JSON file of rows of one kind, or such a row as a line of JSON Lines."""
    rows = {kind: _row(kind, name) for kind, name in FORMATS.items()}
    files = [
        {
            "type": "object",
            "properties": {"format": {"const": name}, "rows": {"type": "array", "items": rows[kind]}},
            "required": ["format", "rows"],
            "additionalProperties": False,
        }
        for kind, name in FORMATS.items()
    ]
    return {"title": "Rows of mo-check batch; the columns of the CSV are the same.", "anyOf": [*files, *rows.values()]}


def _row(kind: type[Record], name: str) -> dict[str, Any]:
    properties = {field: {"description": DESCRIBED[field]} | _type(hint) for field, hint in get_type_hints(kind).items()}
    properties["format"] = {"description": DESCRIBED["format"], "const": name}
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _type(hint: Any) -> dict[str, Any]:  # noqa: ANN401 - annotations have no common type
    """Return the JSON type of a field of a row."""
    parts = get_args(hint) or (hint,)
    if tuple in parts or any(getattr(part, "__origin__", None) is tuple for part in parts):
        return {"type": ["array", "null"], "items": _dimension() if DimensionRecord in _deep(hint) else {"type": "string"}}
    names = {str: "string", int: "integer", bool: "boolean", Fraction: "number", float: "number", type(None): "null"}
    types = [names[part] for part in parts]
    return {"type": types[0] if len(types) == 1 else types}


def _deep(hint: Any) -> set[Any]:  # noqa: ANN401
    return {hint} | {held for part in get_args(hint) for held in _deep(part)}


def _dimension() -> dict[str, Any]:
    number = {"type": ["number", "null"]}
    properties = {"id": _TEXT, "score": number, "low": number, "high": number, "coverage": number, "shown": _TEXT}
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
