"""The JSON Schemas of our files."""

from typing import Any

from pydantic import BaseModel

from mo_check.model.checklist import CHECKLIST_FORMAT, Checklist
from mo_check.model.profile import PROFILE_FORMAT, Profile
from mo_check.model.source import SOURCE_FORMAT, Source

_MODELS: dict[str, tuple[type[BaseModel], str]] = {
    "checklist": (Checklist, CHECKLIST_FORMAT),
    "profile": (Profile, PROFILE_FORMAT),
    "source": (Source, SOURCE_FORMAT),
}


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a kind of file. Raises KeyError for an unknown kind."""
    model, name = _MODELS[kind]
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{name.replace('/', ':')}"}
    return schema | model.model_json_schema(by_alias=True)
