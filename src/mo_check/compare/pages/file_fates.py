"""What became of the files that were given to a comparison: which are voices, which are copies, replaced or doubtful."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from mo_check.compare.pages.side_words import SIDES
from mo_check.compare.pure.comparing import Comparison, GivenFile
from mo_check.document.blocks import Block, Column, Heading, Paragraph, Role, Table
from mo_check.languages import Language, msgid
from mo_check.model.voices import FileFate

_WARNINGS: Mapping[FileFate, tuple[str, str]] = {
    FileFate.REPLACED: (msgid("Nicht dabei"), msgid("{files}: Es gibt ein späteres Profil derselben Stelle.")),
    FileFate.COPY: (msgid("Einmal gezählt"), msgid("{files}: Dasselbe steht schon in einer anderen Datei.")),
    FileFate.SAME_DAY: (
        msgid("Bitte prüfen"),
        msgid(
            "{files}: Dieselbe Stelle hat am selben Tag auch anders geantwortet. Beides zählt, zur Mindestzahl aber nur einmal."
        ),
    ),
    FileFate.TWIN: (
        msgid("Bitte prüfen"),
        msgid("{files}: Dasselbe hat auch eine andere Stelle geantwortet. Beides zählt, zur Mindestzahl aber nur einmal."),
    ),
}
_FATES: Mapping[FileFate, str] = {
    FileFate.COUNTED: msgid("zählt als Stimme"),
    FileFate.COPY: msgid("dasselbe wie {file}"),
    FileFate.REPLACED: msgid("ersetzt durch {file}"),
    FileFate.SAME_DAY: msgid("dieselbe Stelle wie {file}, andere Antworten: zählt, aber nicht zur Mindestzahl"),
    FileFate.TWIN: msgid("dieselben Antworten wie {file}: zählt, aber nicht zur Mindestzahl"),
}


def file_warnings(files: Sequence[GivenFile], comparison: Comparison, language: Language) -> list[Block]:
    """Return a warning for each kind of file that is no voice, or one that may have spoken already."""
    say = language.say
    found: list[Block] = []
    for fate, (label, text) in _WARNINGS.items():
        if here := [one for one in files if one.voiced and one.voiced.fate is fate]:
            found.append(Paragraph(say(text, files=_names(here, comparison, language)), say(label), Role.ALERT))
    if silent := [one for one in files if one.voiced is None]:
        text = say("{files}: keine Antworten auf diese Checkliste.", files=_names(silent, comparison, language))
        found.append(Paragraph(text, say("Nicht dabei"), Role.ALERT))
    return found


def _names(files: Iterable[GivenFile], comparison: Comparison, language: Language) -> str:
    return ", ".join(dict.fromkeys(_name(one, one.file, comparison, language) for one in files))


def _name(one: GivenFile, file: str, comparison: Comparison, language: Language) -> str:
    """Return a file by name; of a side that hides its people only the side, for files are called after who answered."""
    return language.say(SIDES[one.side]) if one.side in comparison.hiding else PurePath(file).name


def file_table(files: Sequence[GivenFile], comparison: Comparison, language: Language) -> list[Block]:
    """Return every file with what became of it; those of a side that hides its people stand together as that side."""
    say = language.say
    rows = [(_name(one, one.file, comparison, language), _fate(one, comparison, language)) for one in files]
    columns = (Column(say("Datei")), Column(say("Was damit geschieht")))
    return [Heading(say("Die Dateien")), Table(columns, tuple(dict.fromkeys(rows)))]


def _fate(one: GivenFile, comparison: Comparison, language: Language) -> str:
    if one.voiced is None:
        return language.say("keine Antworten auf diese Checkliste")
    beside = _name(one, one.beside, comparison, language) if one.beside else ""
    return language.say(_FATES[one.voiced.fate], file=beside)
