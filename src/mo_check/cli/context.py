"""What a command finds around it: the language, the day, and the screen."""

import os
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mo_check.cli import streams
from mo_check.cli.wording import error_lines
from mo_check.errors import Message, MoCheckError, UsageError
from mo_check.languages import Language

if TYPE_CHECKING:
    from mo_check.document.blocks import Document
    from mo_check.files.library import Library


class Context(NamedTuple):
    """Made once per call and handed to the command as ``context.obj``."""

    language: Language
    checklists: Path | None = None
    languages: tuple[str, ...] = ()
    """The tags that were asked for by ``--lang``, where there was a choice."""

    def library(self, tag: str | None = None) -> "Library":
        """Return the checklists that can be had, in the language of the user or another."""
        from mo_check.files.library import Library

        return Library(tag or self.language.tag, self.checklists)

    def today(self, option: str | None = None) -> date:
        """Return the day: from ``--date``, else SOURCE_DATE_EPOCH, else the calendar. Raises UsageError."""
        if option is not None:
            try:
                return date.fromisoformat(option)
            except ValueError:
                raise UsageError(
                    Message("„{value}“ ist kein Datum.", value=option), Message("Jahr-Monat-Tag schreiben: 2026-11-14.")
                ) from None
        with suppress(ValueError, OverflowError, OSError):  # what is no point in time is passed over
            return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "")), UTC).date()
        return datetime.now().astimezone().date()

    def draw(self, document: "Document") -> None:
        """Draw a document on standard output."""
        from mo_check.render.terminal.consoles import console_for, glyphs_for
        from mo_check.render.terminal.page import draw

        console = console_for(streams.standard_output())
        draw(document, console, glyphs_for(console, os.environ))

    def drawn(self, document: "Document") -> str:
        """Return a document drawn as plain text of 80 columns, for a file."""
        from io import StringIO

        from mo_check.render.terminal.consoles import console_for
        from mo_check.render.terminal.glyphs import FULL
        from mo_check.render.terminal.page import draw

        stream = StringIO()
        draw(document, console_for(stream, width=80), FULL)
        return stream.getvalue()

    def write(self, text: str) -> None:
        """Write text to standard output. Raises CannotWrite."""
        streams.standard_output().write(text)

    def write_bytes(self, content: bytes) -> None:
        """Write what is no text to standard output. Raises CannotWrite."""
        stream = streams.standard_output()
        stream.flush()
        stream.buffer.write(content)

    def remark(self, text: str) -> None:
        """Write a line to standard error, where it does not mix with results. Raises CannotWrite."""
        streams.standard_error().write(text + "\n")

    def tell(self, error: MoCheckError) -> None:
        """Say an error on standard error. Raises CannotWrite."""
        self.remark("\n".join(error_lines(error, self.language)))
