"""The commands by name, each with its one-line help and where it is."""

from collections.abc import Mapping
from typing import NamedTuple


class CommandEntry(NamedTuple):
    """A command: the msgid of its one-line help, and ``module:function``; or, with ``entries``, a group of commands."""

    help: str
    target: str = ""
    entries: "Mapping[str, CommandEntry] | None" = None


ROOT = CommandEntry(
    "Wie gut arbeitet eine Kommune mit Migrantenorganisationen zusammen, was fehlt, was kommt als Nächstes?",
    entries={
        "assess": CommandEntry("Fragen beantworten: neu beginnen, weitermachen oder wiederholen.", "assess:assess_command"),
        "report": CommandEntry("Zeigen, wie es steht, was fehlt und was als Nächstes kommt.", "report:report_command"),
        "explain": CommandEntry("Vorrechnen, wie ein Wert zustande kommt, mit dem Papier daneben.", "explain:explain_command"),
        "compare": CommandEntry(
            "Mehrere Profile nebeneinander sehen: Sichtweisen, Jahre oder Kommunen.", "compare:compare_command"
        ),
        "workshop": CommandEntry("Aus mehreren Profilen eine Mappe für einen Workshop machen.", "workshop:workshop_command"),
        "agree": CommandEntry("In einer Runde aus mehreren Profilen ein gemeinsames vereinbaren.", "agree:agree_command"),
        "checklist": CommandEntry(
            "Checklisten ansehen und prüfen.",
            entries={
                "list": CommandEntry("Alle mitgelieferten Checklisten nennen.", "checklist:list_command"),
                "show": CommandEntry("Eine Checkliste mit Fragen und Stufen zeigen.", "checklist:show_command"),
                "lint": CommandEntry(
                    "Checklisten prüfen; alles, was nicht passt, mit Ort und Abhilfe.", "checklist:lint_command"
                ),
                "figures": CommandEntry(
                    "Die Vergleichszahlen der Umfrage nennen, und was dafür zählt.", "checklist:figures_command"
                ),
                "print": CommandEntry("Einen Fragebogen auf Papier ausgeben.", "checklist:print_command"),
                "coverage": CommandEntry("Zeigen, welche Aussage des Papiers wo steht.", "checklist:coverage_command"),
            },
        ),
        "profile": CommandEntry(
            "Profile anlegen und prüfen.",
            entries={
                "new": CommandEntry("Ein leeres Profil anlegen.", "profile:new_command"),
                "anonymize": CommandEntry("Profile ohne Namen, Notizen und Tage neu schreiben.", "anonymize:anonymize_command"),
                "check": CommandEntry("Profile prüfen; alles, was nicht passt, mit Ort und Abhilfe.", "profile:check_command"),
            },
        ),
        "batch": CommandEntry("Viele Profile prüfen und auswerten, eine Zeile für jedes.", "batch:batch_command"),
        "stats": CommandEntry(
            "Zeigen, was viele Profile zusammen sagen, und eine anonyme Vergleichsdatei schreiben.", "stats:stats_command"
        ),
        "form": CommandEntry(
            "Fragebögen für Menschen ohne Terminal: machen und wieder einlesen.",
            entries={
                "make": CommandEntry(
                    "Einen Fragebogen machen: für den Browser, für Excel, auf Papier, für Umfragen.", "form:make_command"
                ),
                "read": CommandEntry("Ausgefüllte Fragebögen einlesen: aus jedem wird ein Profil.", "form:read_command"),
            },
        ),
        "schema": CommandEntry("Das JSON-Schema einer Dateiart ausgeben.", "schema:schema_command"),
    },
)
