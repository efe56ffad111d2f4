"""The kinds of forms that can be written: a dict that feeds ``--help`` and the choice by suffix as well."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

from mo_check.errors import Message, UsageError
from mo_check.languages import msgid
from mo_check.model.questionnaire import Form


class FormKind(NamedTuple):
    """A kind of form: what it is for, ``module:function`` that writes it, the suffixes of its files.

    ``chooses`` tells whether a suffix alone chooses it; ``languages`` whether one file may speak several.
    """

    help: str
    target: str
    suffixes: tuple[str, ...]
    chooses: bool = True
    languages: bool = True

    def write(self, form: Form) -> bytes:
        """Return the file of a form."""
        module, _, function = self.target.partition(":")
        body: Callable[[Form], bytes] = getattr(import_module(f"mo_check.writers.{module}"), function)
        return body(form)


FORMS: Mapping[str, FormKind] = {
    "html": FormKind(msgid("eine Seite zum Ausfüllen im Browser"), "form_html:form_html", (".html", ".htm")),
    "xlsx": FormKind(
        msgid("eine Tabelle zum Ausfüllen in Excel oder LibreOffice"), "form_xlsx:form_xlsx", (".xlsx",), languages=False
    ),
    "md": FormKind(msgid("ein Bogen auf Papier"), "form_paper:form_markdown", (".md",), languages=False),
    "xlsform": FormKind(msgid("für ODK und KoboToolbox"), "form_xlsform:form_xlsform", (".xlsx",), chooses=False),
    "limesurvey": FormKind(msgid("für LimeSurvey, zum Importieren"), "form_limesurvey:form_limesurvey", (".txt",), chooses=False),
}


def chosen(name: str | None, suffix: str) -> FormKind:
    """Return the kind of form that is meant by ``--as`` or by a suffix. Raises UsageError where the two do not fit."""
    suffix = suffix.casefold()
    if name is not None:
        kind = FORMS[name]
        if suffix not in kind.suffixes:
            message = Message("--as {name} und die Endung „{suffix}“ passen nicht zusammen.", name=name, suffix=suffix)
            raise UsageError(message, Message("Möglich sind: {words}.", words=kind.suffixes))
        return kind
    found = next((kind for kind in FORMS.values() if kind.chooses and suffix in kind.suffixes), None)
    if found is None:
        known = tuple(one for kind in FORMS.values() if kind.chooses for one in kind.suffixes)
        message = Message("Die Endung „{suffix}“ kennt der Fragebogen nicht.", suffix=suffix)
        raise UsageError(message, Message("Möglich sind: {words}. Oder die Art mit --as nennen.", words=known))
    return found
