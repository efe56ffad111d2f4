"""The topics of cooperation: a heat table, the stage of each, who starts, which forms, and where nothing happens."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from mo_check.document.blocks import (
    Axis,
    Block,
    Cell,
    Column,
    Heading,
    Heat,
    ListEntry,
    Listing,
    Net,
    Paragraph,
    Role,
    Table,
)
from mo_check.languages import Language, msgid
from mo_check.languages.locale import NBSP
from mo_check.model.results import Assessment, ItemResult
from mo_check.model.source import Source, Statement
from mo_check.scoring.topics import (
    BODIES,
    EVENTS,
    EXCHANGE,
    INITIATIVE,
    PROJECTS,
    Stage,
    Topic,
    nothing_happens,
    topic_forms,
    topic_initiative,
    topics,
)

STAGES = {
    Stage.UNKNOWN: msgid("unklar"),
    Stage.NONE: msgid("nichts"),
    Stage.DOOR_OPENER: msgid("Türen öffnen"),
    Stage.EXPERT: msgid("Rat geben"),
    Stage.PARTNER: msgid("zusammen planen"),
}
COLUMNS = {
    EXCHANGE: msgid("Austausch"),
    BODIES: msgid("Gremien"),
    EVENTS: msgid("Termine"),
    PROJECTS: msgid("Projekte"),
    INITIATIVE: msgid("Anstoß"),
}
SHORT_FORMS = {"municipal": msgid("K"), "mo": msgid("V"), "joint": msgid("G")}
FORMS = {"municipal": msgid("kommunal"), "mo": msgid("von Vereinen"), "joint": msgid("gemeinsam")}
STARTERS = {"integration": msgid("Integrationsstelle"), "mo": msgid("Vereine"), "other-office": msgid("andere Ämter")}
SHORT_STARTERS = {"integration": msgid("Stelle"), "mo": msgid("Verein"), "other-office": msgid("Ämter")}
NOBODY = msgid("niemand")
_OURS = {"other": "other-office"}
"""The paper's word where ours is another."""
_LEGEND = msgid(
    "● regelmäßig, fester Platz, alle Formen · ◐ ab und zu, als Gast, einzelne Formen · ○ nichts · ? offen. "
    "Formen: K kommunal, V von Vereinen, G gemeinsam. Anstoß: Stelle = Integrationsstelle, Ämter = andere Ämter."
)
_PATH_LEGEND = msgid(
    "Der Weg: Türen öffnen (kommunale Termine und Projekte mit Migrantenorganisationen), Rat geben (regelmäßiger Austausch "
    "oder fester Platz), zusammen planen. Bei mehreren Profilen einer Seite steht das mittlere."
)
_PATH = msgid(
    "Der Weg: Türen öffnen (kommunale Termine und Projekte mit Migrantenorganisationen), Rat geben (regelmäßiger Austausch "
    "oder fester Platz), zusammen planen. Ein + sagt, dass Vereine auch selbst etwas veranstalten."
)


def topic_blocks(assessment: Assessment, sources: tuple[Source, ...], language: Language) -> list[Block]:
    """Return what is to be said about the topics; nothing where the checklist has no matrix."""
    found = topics(assessment)
    if not found:
        return []
    say = language.say
    statements = {s.id: s for source in sources for s in source.statements}
    return [
        Heading(say("Themen")),
        topic_table(found, language),
        _net(found, language),
        Paragraph(say(_LEGEND), role=Role.NOTE),
        Paragraph(say(_PATH), role=Role.NOTE),
        *_nothing(found, language),
        *_shares(
            say("Wer meist den Anstoß gibt"),
            topic_initiative(found),
            STARTERS,
            statements.get("topics.figure-initiative"),
            language,
        ),
        *_shares(
            say("Formen einzelner Termine"), topic_forms(found, EVENTS), FORMS, statements.get("levels.figure-events"), language
        ),
        *_shares(
            say("Formen von Projekten"), topic_forms(found, PROJECTS), FORMS, statements.get("levels.figure-projects"), language
        ),
        *_ranks(statements, language),
    ]


def topic_table(found: tuple[Topic, ...], language: Language) -> Table:
    """Return the heat table of the topics, with how far each stands on the path."""
    say = language.say
    shown = [column for column in COLUMNS if any(column in topic.cells for topic in found)]
    columns = (Column(say("Thema")), *(Column(say(COLUMNS[c])) for c in shown), Column(say("Weg")))
    rows: list[tuple[Cell, ...]] = []
    for topic in found:
        stage = say(STAGES[topic.stage])
        told = f"{stage}{NBSP}+" if topic.mo_led else stage
        rows.append((topic.label, *(_cell(topic.cells.get(column), column, language) for column in shown), told))
    return Table(columns, tuple(rows))


def _net(found: tuple[Topic, ...], language: Language) -> Net:
    """Return how far the topics stand on the path, as a net."""
    path = [stage for stage in Stage if stage is not Stage.UNKNOWN]
    last = len(path) - 1
    axes = tuple(
        Axis(topic.label, None if topic.stage is Stage.UNKNOWN else Fraction(path.index(topic.stage), last)) for topic in found
    )
    return Net(language.say("Wie weit die Themen sind"), axes, tuple(language.say(STAGES[stage]) for stage in path))


def _cell(result: ItemResult | None, column: str, language: Language) -> Cell:
    answer = result.answer if result else None
    if result is None or answer is None or (answer.level is None and answer.options is None):
        return Heat(None, language.say("offen"))
    if answer.options is not None:
        named = [option for option in FORMS if option in answer.options]
        words = ", ".join(language.say(FORMS[option]) for option in named) or language.say("nichts")
        return Heat(Fraction(len(named), len(FORMS)), words, " ".join(language.say(SHORT_FORMS[option]) for option in named))
    if column == INITIATIVE:
        return language.say(SHORT_STARTERS.get(answer.level or "", NOBODY))
    rank, label = next((n, level.label) for n, level in enumerate(result.item.levels) if level.id == answer.level)
    return Heat(Fraction(rank, len(result.item.levels) - 1), label)


def _nothing(found: tuple[Topic, ...], language: Language) -> list[Block]:
    quiet = language.listing(tuple(topic.label for topic in found if nothing_happens(topic)))
    return [Paragraph(f"{quiet}.", language.say("Hier geschieht noch nichts"), Role.ALERT)] if quiet else []


def _shares(
    title: str, here: Mapping[str, Fraction], names: Mapping[str, str], figure: Statement | None, language: Language
) -> list[Block]:
    """Return the shares of this profile beside those of the survey."""
    if not here:
        return []
    say = language.say
    shares = figure.shares or {} if figure else {}
    then = {_OURS.get(name, name): share for name, share in shares.items()}
    rows = tuple(
        (say(name), language.share(here[key]), language.share(then[key]) if key in then else "–") for key, name in names.items()
    )
    columns = (Column(title), Column(say("hier"), number=True), Column(say("2020"), number=True))
    note = [Paragraph(figure.caveat, role=Role.NOTE)] if figure and figure.caveat else []
    return [Table(columns, rows), *note]


def _ranks(statements: Mapping[str, Statement], language: Language) -> list[Block]:
    told = [statements[i] for i in ("topics.exchange-rank", "levels.bodies-rank") if i in statements]
    if not told:
        return []
    return [Heading(language.say("2020 in den befragten Kommunen"), 3), Listing(tuple(ListEntry(s.text) for s in told))]


def topic_comparison(groups: Sequence[tuple[str, Sequence[Assessment]]], language: Language) -> list[Block]:
    """Return how far each topic stands in the eyes of each group: its middle stage; nothing where there is no matrix."""
    say = language.say
    held = [(head, [{topic.id: topic for topic in topics(a)} for a in assessments]) for head, assessments in groups]
    labels = {topic.id: topic.label for _, found in held for one in found for topic in one.values()}
    if not labels:
        return []
    columns = (Column(say("Thema")), *(Column(head) for head, _ in held))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (label, *(_middle([one[topic].stage for one in found if topic in one], language) for _, found in held))
        for topic, label in labels.items()
    )
    return [Heading(say("Themen")), Table(columns, rows), Paragraph(say(_PATH_LEGEND), role=Role.NOTE)]


def _middle(stages: Sequence[Stage], language: Language) -> Heat:
    """Return the lower middle of some stages; those nobody knows do not count."""
    order = [stage for stage in Stage if stage is not Stage.UNKNOWN]
    ranks = sorted(order.index(stage) for stage in stages if stage is not Stage.UNKNOWN)
    if not ranks:
        return Heat(None, language.say(STAGES[Stage.UNKNOWN]))
    rank = ranks[(len(ranks) - 1) // 2]
    word = language.say(STAGES[order[rank]])
    return Heat(Fraction(rank, len(order) - 1), word, word)
