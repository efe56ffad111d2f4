"""The kinds of forms that can be written: a dict that feeds ``--help`` and the choice by suffix as well."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

from mo_check.errors import Message, UsageError
from mo_check.forms.pure.questionnaire import Form
from mo_check.languages import msgid


class FormKind(NamedTuple):
    """A kind of form: what it is for, ``module:function`` that writes it, the suffixes of its files.

    ``chooses`` tells whether a suffix alone chooses it; ``languages`` whether one file may speak several, ``paper``
    whether it is filled in by hand; a ``binary`` one is no text; ``next`` is the msgid of what to do with it.
    """

    help: str
    target: str
    suffixes: tuple[str, ...]
    chooses: bool = True
    languages: bool = True
    paper: bool = False
    binary: bool = False
    next: str = ""

    def write(self, form: Form) -> bytes:
        """Return the file of a form."""
        module, _, function = self.target.partition(":")
        body: Callable[[Form], bytes] = getattr(import_module(f"mo_check.forms.write.{module}"), function)
        return body(form)


FORMS: Mapping[str, FormKind] = {
    "html": FormKind(
        msgid("eine Seite zum Ausfüllen im Browser"),
        "form_html:form_html",
        (".html", ".htm"),
        next=msgid("Die Datei verschicken; was zurückkommt, liest „mo-check form read“."),
    ),
    "xlsx": FormKind(
        msgid("eine Tabelle für Excel oder LibreOffice"),
        "form_xlsx:form_xlsx",
        (".xlsx",),
        languages=False,
        binary=True,
        next=msgid("Die Datei verschicken; was zurückkommt, liest „mo-check form read“."),
    ),
    "pdf": FormKind(msgid("ein Bogen auf Papier"), "form_paper:form_pdf", (".pdf",), languages=False, paper=True, binary=True),
    "docx": FormKind(msgid("ein Bogen auf Papier"), "form_paper:form_docx", (".docx",), languages=False, paper=True, binary=True),
    "md": FormKind(msgid("ein Bogen auf Papier"), "form_paper:form_markdown", (".md",), languages=False, paper=True),
    "xlsform": FormKind(
        msgid("für ODK und KoboToolbox"),
        "form_xlsform:form_xlsform",
        (".xlsx",),
        chooses=False,
        binary=True,
        next=msgid("In ODK Central oder KoboToolbox hochladen; den CSV-Export der Antworten liest „mo-check form read“."),
    ),
    "limesurvey": FormKind(
        msgid("für LimeSurvey"),
        "form_limesurvey:form_limesurvey",
        (".txt",),
        chooses=False,
        next=msgid(
            "In LimeSurvey als Umfrage importieren. Beim Export der Antworten CSV mit Fragencodes und Antwortcodes wählen; "
            "das liest „mo-check form read“."
        ),
    ),
}


def chosen_kind(name: str | None, suffix: str | None) -> FormKind:
    """Return the kind of form that is meant by ``--as`` or by a suffix, which standard output has not.

    Raises UsageError where there is no such kind.
    """
    suffix = suffix.casefold() if suffix is not None else None
    if name is not None:
        if name not in FORMS:
            message = Message("--as: „{name}“ gibt es nicht.", name=name)
            raise UsageError(message, _possible(list(FORMS.items())))
        kind = FORMS[name]
        if suffix is not None and suffix not in kind.suffixes:
            message = Message("--as {name} und die Endung „{suffix}“ passen nicht zusammen.", name=name, suffix=suffix)
            raise UsageError(message, Message("Möglich sind: {words}.", words=kind.suffixes))
        return kind
    if suffix is None:
        message = Message("Auf der Standardausgabe wählt keine Endung die Art.")
        raise UsageError(message, Message("Mit --as eine nennen: {words}.", words=_words(list(FORMS.items()))))
    return _by_suffix(suffix, [kind for kind in FORMS.values() if kind.chooses])


def paper_kind(suffix: str) -> FormKind:
    """Return the kind of paper form that a suffix chooses. Raises UsageError."""
    return _by_suffix(suffix.casefold(), [kind for kind in FORMS.values() if kind.paper])


def _by_suffix(suffix: str, kinds: list[FormKind]) -> FormKind:
    for kind in kinds:
        if suffix in kind.suffixes:
            return kind
    message = Message("Die Endung „{suffix}“ kennt der Fragebogen nicht.", suffix=suffix)
    raise UsageError(message, _possible([(kind.suffixes[0], kind) for kind in kinds]))


def _possible(kinds: list[tuple[str, FormKind]]) -> Message:
    """Return what may be chosen, each with what it is for."""
    return Message("Möglich sind: {words}.", words=_words(kinds))


def _words(kinds: list[tuple[str, FormKind]]) -> tuple[Message, ...]:
    return tuple(Message("{name} ({what})", name=name, what=Message(kind.help)) for name, kind in kinds)
