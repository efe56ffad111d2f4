"""The forms a document can be written in; this table also feeds ``--help`` and the choice by suffix.

A writer is a function in a module of its own that takes documents and the frame around them and returns one file, as text or as
bytes. It is loaded only when it is called, and no writer knows what kind of report it writes.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from mo_check.errors import Message, MissingExtra

if TYPE_CHECKING:  # what a document is loads only who writes one
    from mo_check.document.blocks import Document
    from mo_check.render.letter_frame import LetterFrame

Writer: TypeAlias = "Callable[[Sequence[Document], LetterFrame], str | bytes]"
PACKAGE = "mo_check.render"


class Format(NamedTuple):
    """A form: its suffix, its writer as ``module:function``, and the extra that brings its libraries.

    ``also`` are further suffixes that choose it. A ``binary`` one is no text. A ``plain`` one is read as it is: where its file
    cannot be written it is shown instead. The form without a writer is what the screen shows.
    """

    suffix: str
    writer: str = ""
    binary: bool = False
    plain: bool = False
    extra: str = ""
    libraries: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes that choose this form; the usual one first."""
        return (self.suffix, *self.also)


SCREEN = "table"
FORMATS: Mapping[str, Format] = {
    SCREEN: Format(".txt", plain=True),
    "md": Format(".md", "markdown:markdown_file", plain=True),
    "html": Format(".html", "html.html:html_page", also=(".htm",)),
    "pdf": Format(".pdf", "pdf.pdf:pdf_file", binary=True, extra="pdf", libraries=("typst",)),
    "docx": Format(".docx", "word.word:word_file", binary=True, extra="word", libraries=("docx", "typst")),
    "xlsx": Format(".xlsx", "excel.excel:excel_file", binary=True),
}


def write_document(name: str, documents: Sequence["Document"], frame: "LetterFrame") -> str | bytes:
    """Return documents as one file of a form. Raises MissingExtra where a library of its extra is not installed."""
    form = FORMATS[name]
    _refuse_missing_extra(form)
    module, _, function = form.writer.partition(":")
    writer: Writer = getattr(import_module(f"{PACKAGE}.{module}"), function)
    return writer(documents, frame)


def _refuse_missing_extra(form: Format) -> None:
    """Import the libraries of a form's extra. Raises MissingExtra where that cannot be done."""
    try:
        for library in form.libraries:
            import_module(library)
    except ImportError:
        message = Message("Für {suffix} fehlt die Erweiterung „{extra}“.", suffix=form.suffix, extra=form.extra)
        remedy = Message(
            'Nachrüsten: pip install "mo-check[{extra}]". Oder als HTML schreiben (-o bericht.html), im Browser öffnen und '
            "von dort drucken oder als PDF sichern (Strg+P).",
            extra=form.extra,
        )
        raise MissingExtra(message, remedy) from None
