"""What else reads profiles: each peer does a part of the job over every file of a folder, and nothing with it.

Run with ``python tests/benchmarks/peers.py PEER FOLDER``; ``batch.py`` measures them beside mo-check. A library is loaded only by
the peer that is measured.
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path


def events(paths: Iterable[Path]) -> None:
    """Go through PyYAML's C parser event by event: the floor of whoever reads YAML with it."""
    import yaml  # noqa: PLC0415

    for path in paths:
        for _ in yaml.parse(path.read_bytes(), Loader=yaml.CSafeLoader):
            pass


def loader(paths: Iterable[Path]) -> None:
    """Load plain dictionaries with CSafeLoader."""
    import yaml  # noqa: PLC0415

    for path in paths:
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def loader_and_pydantic(paths: Iterable[Path]) -> None:
    """Load with CSafeLoader and check with models of pydantic, as a script of one's own would."""
    import yaml  # noqa: PLC0415
    from pydantic import BaseModel  # noqa: PLC0415

    class Answer(BaseModel):
        level: str | None = None
        options: list[str] | None = None
        text: str | None = None
        status: str | None = None
        note: str | None = None
        evidence: str | None = None
        date: object = None
        wording: str | None = None

    class Held(BaseModel):
        version: str
        digest: str | None = None
        answers: dict[str, Answer]

    class Profile(BaseModel):
        format: str
        subject: dict[str, object]
        respondent: dict[str, str]
        checklists: dict[str, Held]

    for path in paths:
        Profile.model_validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))


def msgspec_json(paths: Iterable[Path]) -> None:
    """Read and check the same data as JSON with msgspec: as little as reading can cost in Python."""
    import msgspec  # noqa: PLC0415

    class Answer(msgspec.Struct):
        level: str | None = None
        options: list[str] | None = None
        text: str | None = None
        status: str | None = None
        note: str | None = None
        evidence: str | None = None
        date: str | None = None
        wording: str | None = None

    class Held(msgspec.Struct):
        version: str
        answers: dict[str, Answer]
        digest: str | None = None

    class Profile(msgspec.Struct):
        format: str
        subject: dict[str, str]
        respondent: dict[str, str]
        checklists: dict[str, Held]

    decode = msgspec.json.Decoder(Profile).decode
    for path in paths:
        decode(path.read_bytes())


def sheets_openpyxl(paths: Iterable[Path]) -> None:
    """Read the same answers from small .xlsx files with pandas and openpyxl."""
    import pandas as pd  # noqa: PLC0415

    for path in paths:
        pd.read_excel(path, engine="openpyxl")


def sheets_calamine(paths: Iterable[Path]) -> None:
    """Read them with pandas and calamine."""
    import pandas as pd  # noqa: PLC0415

    for path in paths:
        pd.read_excel(path, engine="calamine")


def jsonschema_plain(paths: Iterable[Path]) -> None:
    """Only validate against our schema with check-jsonschema as pip installs it, without the C extension of its YAML reader."""
    sys.modules["_ruamel_yaml"] = None  # type: ignore[assignment]  # as if it were not installed
    jsonschema_c(paths)


def jsonschema_c(paths: Iterable[Path]) -> None:
    """Only validate with check-jsonschema, and with ruamel.yaml.clib."""
    from check_jsonschema import main  # noqa: PLC0415

    main(["--schemafile", "profile.schema.json", *map(str, paths)])


PEERS: dict[str, tuple[Callable[[Iterable[Path]], None], str, str]] = {
    "events": (events, "few", "libyaml event by event, nothing built"),
    "loader": (loader, "few", "CSafeLoader alone"),
    "loader-pydantic": (loader_and_pydantic, "few", "CSafeLoader and pydantic"),
    "msgspec": (msgspec_json, "json", "msgspec, the same data as JSON"),
    "calamine": (sheets_calamine, "sheets", "pandas and calamine, small .xlsx"),
    "openpyxl": (sheets_openpyxl, "sheets", "pandas and openpyxl, small .xlsx"),
    "jsonschema-c": (jsonschema_c, "few", "check-jsonschema with ruamel.yaml.clib, validating only"),
    "jsonschema": (jsonschema_plain, "few", "check-jsonschema without it, validating only"),
}
"""Each peer with the folder it reads and what it does."""

if __name__ == "__main__":
    PEERS[sys.argv[1]][0](sorted(Path(sys.argv[2]).iterdir()))
