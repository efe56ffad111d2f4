"""The build hook: compiles every catalogue, for a wheel and for an editable installation alike."""

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):
    """Writes a .mo beside every .po; one that already says the same is left alone."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - as hatchling calls it
        """Compile before the files of the package are gathered."""
        for path in Path(self.root, "src", "mo_check", "languages").glob("*/LC_MESSAGES/mo_check.po"):
            with path.open("rb") as stream:
                catalogue = read_po(stream, locale=path.parents[1].name)
            compiled = BytesIO()
            write_mo(compiled, catalogue)
            target = path.with_suffix(".mo")
            if not target.exists() or target.read_bytes() != compiled.getvalue():
                target.write_bytes(compiled.getvalue())
