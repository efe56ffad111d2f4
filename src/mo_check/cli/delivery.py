"""Where documents go and in which form: ``--format`` and ``-o``, the same for every command."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from mo_check.cli.surroundings import Surroundings
from mo_check.errors import Message, UsageError
from mo_check.writers.formats import FORMATS, SCREEN

if TYPE_CHECKING:
    from mo_check.documents.document import Document

Records = Mapping[str, Callable[[], str]]
"""Further forms of a command, which do not come from a document: their names, and what writes them."""


def format_option(*records: str) -> Any:  # noqa: ANN401 - what Typer takes for an option
    """Return ``--format`` with every form of documents and the given others."""
    names = "|".join((*FORMATS, *records))
    return typer.Option("--format", metavar=names, help="Die Form, wo keine Endung sie wählt; table ist der Bildschirm.")


Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "--output", "-o", metavar="DATEI", help="In eine Datei schreiben; ihre Endung wählt die Form. Mehrmals möglich."
    ),
]


class Place(NamedTuple):
    """One place to write to: a form and a file, or standard output."""

    form: str
    file: Path | None = None


class Delivery(NamedTuple):
    """What the options of a call ask for."""

    places: tuple[Place, ...]

    def send(self, documents: Callable[[], Sequence["Document"]], around: Surroundings, records: Records | None = None) -> None:
        """Make the documents once, if a place wants them, and write to every place."""
        made: Sequence[Document] = ()
        for place in self.places:
            if records and place.form in records:
                _put(records[place.form](), place, around)
                continue
            made = made or documents()
            if place == Place(SCREEN):
                _draw(made, around)
            else:
                _put(_written(place.form, made, around), place, around)


def settled(
    form: str | None, files: Sequence[Path] | None, *, records: Iterable[str] = (), spare: Sequence[Path] = ()
) -> Delivery:
    """Return where a call wants its documents. Raises UsageError for forms we do not write and files that must be spared."""
    names = [*FORMATS, *records]
    if form is not None and form not in names:
        raise UsageError(Message("Die Form „{form}“ gibt es nicht.", form=form), _possible(names))
    for file in files or ():
        if file.resolve() in [one.resolve() for one in spare]:
            raise UsageError(
                Message("„{file}“ ist eines der Profile; ein Bericht würde es überschreiben.", file=str(file)),
                Message("Einen anderen Namen wählen."),
            )
    return Delivery(tuple(Place(form or _by_suffix(file, names), file) for file in files or ()) or (Place(form or SCREEN),))


def suffix_of(form: str) -> str:
    """Return the suffix of a form. Raises UsageError for one that we do not write."""
    if form not in FORMATS:
        raise UsageError(Message("Die Form „{form}“ gibt es nicht.", form=form), _possible(list(FORMATS)))
    return FORMATS[form]


def _by_suffix(file: Path, names: Sequence[str]) -> str:
    """Return the form that the suffix of a file chooses; a file without one is text."""
    suffix = file.suffix.casefold()
    suffixes = {FORMATS.get(name, f".{name}"): name for name in names}
    if suffix and suffix not in suffixes:
        raise UsageError(
            Message("Die Endung „{suffix}“ kennt der Bericht nicht.", suffix=suffix),
            Message("Möglich sind: {words}. Oder die Form mit --format nennen.", words=tuple(suffixes)),
        )
    return suffixes.get(suffix, SCREEN)


def _possible(names: Sequence[str]) -> Message:
    return Message("Möglich sind: {words}.", words=tuple(names))


def _draw(documents: Sequence["Document"], around: Surroundings) -> None:
    for number, document in enumerate(documents):
        if number:
            around.write("\n")
        around.draw(document)


def _written(form: str, documents: Sequence["Document"], around: Surroundings) -> str:
    if form == SCREEN:
        return "\n".join(around.drawn(document) for document in documents)
    from mo_check.writers.markdown import markdown

    return "\n".join(markdown(document) for document in documents)


def _put(content: str, place: Place, around: Surroundings) -> None:
    if place.file is None:
        around.write(content)
        return
    from mo_check.content.saving import write_whole

    write_whole(place.file, content)
    around.remark(around.language.say("Geschrieben: {file}", file=str(place.file)))
