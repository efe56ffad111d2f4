"""The commands by name, each with its one-line help and where it is."""

from collections.abc import Mapping
from typing import NamedTuple


class Entry(NamedTuple):
    """A command: the msgid of its one-line help, and ``module:function``; or, with ``entries``, a group of commands."""

    help: str
    target: str = ""
    entries: "Mapping[str, Entry] | None" = None


ROOT = Entry(
    "Wie gut arbeitet eine Kommune mit Migrantenorganisationen zusammen, was fehlt, was kommt als Nächstes?",
    entries={
        "assess": Entry("Fragen beantworten: neu beginnen, weitermachen oder wiederholen.", "assess:assess"),
        "report": Entry("Zeigen, wie es steht, was fehlt und was als Nächstes kommt.", "report:report"),
        "explain": Entry("Vorrechnen, wie ein Wert zustande kommt, mit dem Papier daneben.", "explain:explain"),
        "compare": Entry("Mehrere Profile nebeneinander sehen: Sichtweisen, Jahre oder Kommunen.", "compare:compare"),
        "workshop": Entry("Aus mehreren Profilen eine Mappe für einen Workshop machen.", "workshop:workshop"),
        "agree": Entry("In einer Runde aus mehreren Profilen ein gemeinsames vereinbaren.", "agree:agree"),
        "checklist": Entry(
            "Checklisten ansehen und prüfen.",
            entries={
                "list": Entry("Alle mitgelieferten Checklisten nennen.", "checklist:list_"),
                "show": Entry("Eine Checkliste mit Fragen und Stufen zeigen.", "checklist:show"),
                "lint": Entry("Checklisten prüfen; alles, was nicht passt, mit Ort und Abhilfe.", "checklist:lint"),
                "figures": Entry("Die Vergleichszahlen der Umfrage nennen, und was dafür zählt.", "checklist:figures"),
                "print": Entry("Einen Fragebogen auf Papier ausgeben.", "checklist:print_"),
                "coverage": Entry("Zeigen, welche Aussage des Papiers wo steht.", "checklist:coverage"),
            },
        ),
        "profile": Entry(
            "Profile anlegen und prüfen.",
            entries={
                "new": Entry("Ein leeres Profil anlegen.", "profile:new"),
                "anonymize": Entry("Profile ohne Namen, Notizen und Tage neu schreiben.", "anonymize:anonymize"),
                "check": Entry("Profile prüfen; alles, was nicht passt, mit Ort und Abhilfe.", "profile:check"),
            },
        ),
        "batch": Entry("Viele Profile prüfen und auswerten, eine Zeile für jedes.", "batch:batch"),
        "stats": Entry("Zeigen, was viele Profile zusammen sagen, und eine anonyme Vergleichsdatei schreiben.", "stats:stats"),
        "form": Entry(
            "Fragebögen für Menschen ohne Terminal: machen und wieder einlesen.",
            entries={
                "make": Entry("Einen Fragebogen machen: für den Browser, für Excel, auf Papier, für Umfragen.", "form:make"),
                "read": Entry("Ausgefüllte Fragebögen einlesen: aus jedem wird ein Profil.", "form:read"),
            },
        ),
        "schema": Entry("Das JSON-Schema einer Dateiart ausgeben.", "schema:schema"),
    },
)
