"""Where documents go and in which form: ``--format``, ``-o``, ``--open``, ``--letterhead``, the same for every command."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from mo_check.cli.context import Context
from mo_check.cli.hyphen import is_hyphen
from mo_check.errors import Message, UsageError
from mo_check.render.formats import FORMATS, SCREEN

if TYPE_CHECKING:
    from mo_check.document.blocks import Document

Records = Mapping[str, Callable[[], str]]
"""Further forms of a command, which do not come from a document: their names, and what writes them."""


def format_option(*records: str) -> Any:  # noqa: ANN401 - what Typer takes for an option
    """Return ``--format`` with every form of documents and the given others."""
    names = "|".join((*FORMATS, *records))
    return typer.Option("--format", metavar=names, help="Die Form, wo keine Endung sie wählt; table ist der Bildschirm.")


Formatted = Annotated[str | None, format_option()]
Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="DATEI",
        help="In eine Datei schreiben; ihre Endung wählt die Form, - ist die Standardausgabe. Mehrmals möglich.",
    ),
]
Opened = Annotated[bool, typer.Option("--open", help="Die geschriebene Datei gleich öffnen.")]
Lettered = Annotated[
    Path | None, typer.Option("--letterhead", metavar="DATEI", help="Briefkopf mit Namen und Logo (eine kleine YAML-Datei).")
]


class OutputTarget(NamedTuple):
    """One place to write to: a form and a file, or standard output."""

    form: str
    file: Path | None = None


class Destination(NamedTuple):
    """What the options of a call ask for."""

    places: tuple[OutputTarget, ...]
    opened: bool = False
    letterhead: Path | None = None

    def send(self, documents: Callable[[], Sequence["Document"]], ctx: Context, records: Records | None = None) -> None:
        """Make the documents once, if a place wants them, and write to every place; nothing is opened before all is written."""
        letterhead = _letterhead(self.letterhead)
        made: Sequence[Document] = ()
        for place in self.places:
            if records and place.form in records:
                _put(records[place.form](), place, ctx)
                continue
            made = made or documents()
            if place == OutputTarget(SCREEN):
                _draw(made, ctx)
            else:
                from mo_check.render.letter_frame import LetterFrame  # what is drawn or counted has none

                _put(_written(place.form, made, LetterFrame(ctx.today(), letterhead), ctx), place, ctx)
        for place in self.places if self.opened else ():
            if place.file is not None:
                _open(place.file, ctx)


def chosen_destination(
    form: str | None,
    files: Sequence[Path] | None,
    *,
    records: Iterable[str] = (),
    opened: bool = False,
    letterhead: Path | None = None,
    protected: Sequence[Path] = (),
) -> Destination:
    """Return where a call wants its documents; ``-`` is standard output.

    Raises UsageError for forms that we do not write, a form and a suffix that disagree, and protected files.
    """
    names = [*FORMATS, *records]
    if form is not None and form not in names:
        raise UsageError(Message("Die Form „{form}“ gibt es nicht.", form=form), _possible(names))
    named = [file for file in files or () if not is_hyphen(file)]
    refuse_protected(named, protected)
    if opened and not named:
        raise UsageError(Message("--open braucht eine Datei."), Message("Zum Beispiel -o bericht.html angeben."))
    places = tuple(_place(form, file, names) for file in files or ()) or (OutputTarget(form or SCREEN),)
    if form is not None and form in FORMATS and FORMATS[form].binary and any(place.file is None for place in places):
        refuse_on_screen(form, Message("Eine Datei angeben: -o bericht{suffix}.", suffix=FORMATS[form].suffix))
    return Destination(places, opened, letterhead)


def _place(form: str | None, file: Path, names: Sequence[str]) -> OutputTarget:
    """Return where one ``-o`` leads, and in which form. Raises UsageError."""
    if is_hyphen(file):
        return OutputTarget(form or SCREEN)
    if form is None:
        return OutputTarget(_by_suffix(file, names), file)
    suffix = file.suffix.casefold()
    if _suffixes(names).get(suffix, form) != form:
        message = Message("--format {form} und die Endung „{suffix}“ passen nicht zusammen.", form=form, suffix=suffix)
        own = tuple(one for one, name in _suffixes(names).items() if name == form)
        raise UsageError(message, Message("Möglich sind: {words}.", words=own))
    return OutputTarget(form, file)


def refuse_protected(files: Sequence[Path], protected: Sequence[Path]) -> None:
    """Refuse to write over what must not be written over. Raises UsageError."""
    if not files:
        return
    from mo_check.files.atomic import is_one_of

    for file in files:
        if is_one_of(file, protected):
            raise UsageError(
                Message("„{file}“ wird hier gelesen oder könnte ein Profil sein; das würde es überschreiben.", file=str(file)),
                Message("Einen anderen Namen wählen."),
            )


def refuse_on_screen(form: str, remedy: Message) -> None:
    """Refuse to pour what is no text over a screen. Raises UsageError."""
    if sys.stdout.isatty():
        raise UsageError(Message("{form} lässt sich nicht auf dem Bildschirm zeigen.", form=form), remedy)


def suffix_of(form: str) -> str:
    """Return the suffix of a form. Raises UsageError for one that we do not write."""
    if form not in FORMATS:
        raise UsageError(Message("Die Form „{form}“ gibt es nicht.", form=form), _possible(list(FORMATS)))
    return FORMATS[form].suffix


def _by_suffix(file: Path, names: Sequence[str]) -> str:
    """Return the form that the suffix of a file chooses; a file without one is text."""
    suffix = file.suffix.casefold()
    suffixes = _suffixes(names)
    if suffix and suffix not in suffixes:
        words = tuple(FORMATS[name].suffix if name in FORMATS else f".{name}" for name in names)
        raise UsageError(
            Message("Die Endung „{suffix}“ kennt der Bericht nicht.", suffix=suffix),
            Message("Möglich sind: {words}. Oder die Form mit --format nennen.", words=words),
        )
    return suffixes.get(suffix, SCREEN)


def _suffixes(names: Sequence[str]) -> dict[str, str]:
    """Return the suffixes of forms, each with the form that it chooses."""
    return {suffix: name for name in names for suffix in (FORMATS[name].suffixes if name in FORMATS else (f".{name}",))}


def _possible(names: Sequence[str]) -> Message:
    return Message("Möglich sind: {words}.", words=tuple(names))


def _letterhead(file: Path | None) -> Any:  # noqa: ANN401
    if file is None:
        return None
    from mo_check.files.letterheads import load_letterhead

    return load_letterhead(file)


def _draw(documents: Sequence["Document"], ctx: Context) -> None:
    for number, document in enumerate(documents):
        if number:
            ctx.write("\n")
        ctx.draw(document)


def _written(form: str, documents: Sequence["Document"], frame: Any, ctx: Context) -> str | bytes:  # noqa: ANN401
    if form == SCREEN:
        return "\n".join(ctx.drawn(document) for document in documents)
    from mo_check.render.formats import write_document

    return write_document(form, documents, frame)


def _put(content: str | bytes, place: OutputTarget, ctx: Context) -> None:
    if place.file is None:
        write_out(content, ctx)
        return
    from mo_check.files.atomic import write_whole

    plain = place.form not in FORMATS or FORMATS[place.form].plain
    write_whole(place.file, content if plain or isinstance(content, bytes) else content.encode())
    ctx.remark(ctx.language.say("Geschrieben: {file}", file=str(place.file)))


def write_out(content: str | bytes, ctx: Context) -> None:
    """Write a file to standard output."""
    if isinstance(content, str):
        ctx.write(content)
    elif isinstance(sys.stdout, TextIOWrapper):
        ctx.write_bytes(content)


def _open(file: Path, ctx: Context) -> None:
    """Show a file with the program that the computer has for it; where there is none, its place is named."""
    try:
        failed = typer.launch(str(file)) != 0
    except OSError:
        failed = True
    if failed:
        ctx.remark(ctx.language.say("{file} ließ sich nicht öffnen; bitte von Hand öffnen.", file=str(file)))
