"""The agenda of a workshop as a table whose minutes add up."""

from mo_check.compare.pure.agenda import Agenda
from mo_check.document.blocks import Cell, Column, Number, Table
from mo_check.languages import Language

_PAUSE = 5
"""So many minutes left over are worth calling a pause."""


def agenda_table(agenda: Agenda, language: Language) -> Table:
    """Return the agenda as a table whose minutes add up."""
    say = language.say
    parts = [(slot.begins, slot.minutes, slot.compared.item.short) for slot in agenda.slots]
    if agenda.pause:
        parts.append((agenda.pause_begins, agenda.pause, _pause(agenda, language)))
    parts.append((0, agenda.opening, say("Ankommen, Regeln, gemeinsame Stärken, was fehlt")))
    parts.append((agenda.minutes - agenda.closing, agenda.closing, say("Vereinbarungen lesen, Schritte wählen, Termin")))
    rows: list[tuple[Cell, ...]] = [
        (f"{begins}–{begins + minutes}", Number(minutes), what) for begins, minutes, what in sorted(parts)
    ]
    rows.append((say("Zusammen"), Number(agenda.minutes), ""))
    columns = (Column(say("Minute")), Column(say("Minuten"), number=True), Column(say("Was")))
    return Table(columns, tuple(rows), total=True)


def _pause(agenda: Agenda, language: Language) -> str:
    if not agenda.slots:
        return language.say("Offenes Gespräch")
    return language.say("Pause") if agenda.pause >= _PAUSE else language.say("Puffer")
