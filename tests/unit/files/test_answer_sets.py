"""Answer sets, usual fields of steps and wordings that take over: written once, laid out before anything is validated."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mo_check.errors import Message, Problem
from mo_check.files.library import Library, LoadedChecklist, check_translations, load_checklist
from mo_check.model.item import About, GapBand, Item, Perspective

Said = Callable[[Message | None], str]
ProblemsOf = Callable[[Callable[[], object]], tuple[Problem, ...]]
Write = Callable[..., Path]

HEAD = """format: mo-check/checklist/1
id: own
version: 1.0.0
language: de
title: Eigenes
short: Eigenes
introduction: Zur Probe.
sources: [qualitaetszirkel-2023]
"""
SHARED = """answers:
  often: [{id: never, label: nie}, {id: some, label: manchmal, sees: Ab und zu.}, {id: always, label: immer}]
  there: [{id: missing, label: nein}, {id: present, label: ja}]
defaults:
  step: {who: Büro, effort: 1, effect: 2, horizon: vier Wochen}
  partial: {effort: 2, horizon: drei Monate}
  for:
    migrant_organisation:
      step: {who: Ihr Verein, effort: 1, effect: 1, horizon: sofort}
"""
ITEMS = """dimensions:
  - id: a
    label: A
    title: A
    items:
      - id: a.meet
        short: Treffen
        question: Treffen Sie sich?
        help: Auch zu zweit.
        valid_if: Sie können das letzte Treffen nennen.
        levels: often
        steps: {unmet: Verabreden Sie sich., partial: {text: Öfter treffen., who: Leitung}}
        for:
          migrant_organisation: {question: Treffen Sie das Amt?}
          department: {question: Trifft Ihr Amt Vereine?, without: [valid_if], steps: {unmet: talk, partial: talk}}
      - id: a.room
        short: Raum
        question: Gibt es einen Raum?
        levels: there
        steps: {unmet: talk}
        for:
          migrant_organisation: {question: Haben Sie einen Raum?, help: Auch ein kleiner., steps: {unmet: Fragen Sie danach.}}
steps:
  talk: Reden Sie miteinander.
"""
FILE = HEAD + SHARED + ITEMS
OFTEN = "[{id: never, label: nie}, {id: some, label: manchmal, sees: Ab und zu.}, {id: always, label: immer}]"
THERE = "[{id: missing, label: nein}, {id: present, label: ja}]"
STEPS = """{
          unmet: {text: Verabreden Sie sich., who: Büro, effort: 1, effect: 2, horizon: vier Wochen},
          partial: {text: Öfter treffen., who: Leitung, effort: 2, effect: 2, horizon: drei Monate}}"""
WRITTEN_OUT = f"""{HEAD}dimensions:
  - id: a
    label: A
    title: A
    items:
      - id: a.meet
        short: Treffen
        question: Treffen Sie sich?
        help: Auch zu zweit.
        valid_if: Sie können das letzte Treffen nennen.
        levels: {OFTEN}
        steps: {STEPS}
        for:
          migrant_organisation:
            question: Treffen Sie das Amt?
            help: Auch zu zweit.
            valid_if: Sie können das letzte Treffen nennen.
            levels: {OFTEN}
            steps: {STEPS}
          department:
            question: Trifft Ihr Amt Vereine?
            without: [valid_if]
            help: Auch zu zweit.
            levels: {OFTEN}
            steps: {{unmet: talk, partial: talk}}
      - id: a.room
        short: Raum
        question: Gibt es einen Raum?
        levels: {THERE}
        steps: {{unmet: talk}}
        for:
          migrant_organisation:
            question: Haben Sie einen Raum?
            help: Auch ein kleiner.
            levels: {THERE}
            steps: {{unmet: {{text: Fragen Sie danach., who: Ihr Verein, effort: 1, effect: 1, horizon: sofort}}}}
steps:
  talk: {{text: Reden Sie miteinander., who: Büro, effort: 1, effect: 2, horizon: vier Wochen}}
"""


def items(loaded: LoadedChecklist) -> dict[str, Item]:
    """Return the items by their ids."""
    return {item.id: item for item in loaded.checklist.items()}


def test_what_is_written_once_stands_everywhere(write: Write) -> None:
    """Levels come from their set, fields of steps from the usual ones, those of a band before those of all."""
    loaded = load_checklist(str(write(FILE, "own.yaml")))
    meet, room = items(loaded).values()
    assert [(level.id, level.label) for level in meet.levels] == [("never", "nie"), ("some", "manchmal"), ("always", "immer")]
    steps = {band: loaded.checklist.step(step) for band, step in meet.steps.items()}
    said = {band.value: (s.text, s.who, s.effort, s.effect, s.horizon) for band, s in steps.items()}
    assert said == {
        "unmet": ("Verabreden Sie sich.", "Büro", 1, 2, "vier Wochen"),
        "partial": ("Öfter treffen.", "Leitung", 2, 2, "drei Monate"),
    }
    shared = loaded.checklist.step(room.steps[GapBand.UNMET])
    assert (shared.text, shared.who) == ("Reden Sie miteinander.", "Büro")


def test_a_wording_takes_over_what_it_leaves_out(write: Write) -> None:
    """Help, levels, condition and steps are those of the item, unless the wording has its own or does without."""
    meet, room = items(load_checklist(str(write(FILE, "own.yaml")))).values()
    club, office = meet.for_[Perspective.MIGRANT_ORGANISATION], meet.for_[Perspective.DEPARTMENT]
    assert (club.question, club.help, club.valid_if) == ("Treffen Sie das Amt?", meet.help, meet.valid_if)
    assert (club.levels, club.steps) == (meet.levels, meet.steps)
    assert (office.help, office.valid_if, office.steps[GapBand.PARTIAL]) == (meet.help, None, "talk")
    other = room.for_[Perspective.MIGRANT_ORGANISATION]
    step = other.steps[GapBand.UNMET]
    assert (other.help, list(other.steps)) == ("Auch ein kleiner.", [GapBand.UNMET])
    assert not isinstance(step, str)
    assert (step.text, step.who, step.horizon) == ("Fragen Sie danach.", "Ihr Verein", "sofort")


def test_the_mark_does_not_tell_how_a_checklist_was_written(write: Write) -> None:
    """The same checklist with everything written out has the same digest and the same items."""
    short, full = (load_checklist(str(write(text, "own.yaml"))) for text in (FILE, WRITTEN_OUT))
    assert full.digest == short.digest
    assert items(full) == items(short)


ENGLISH = """format: mo-check/translation/1
of: own
language: en
title: Own
short: Own
introduction: For trying out.
answers:
  often: {never: {label: never}, some: {label: sometimes, sees: Now and then.}, always: {label: always}}
  there: {missing: {label: "no"}, present: {label: "yes"}}
defaults:
  step: {who: Office, horizon: four weeks}
  partial: {horizon: three months}
  for: {migrant_organisation: {step: {who: Your association, horizon: at once}}}
dimensions:
  a:
    label: A
    title: A
    items:
      a.meet:
        short: Meeting
        question: Do you meet?
        help: In twos as well.
        valid_if: You can name the last meeting.
        steps: {unmet: Make a date., partial: {text: Meet more often., who: Management}}
        for:
          migrant_organisation: {question: Do you meet the office?}
          department: {question: Does your office meet associations?}
      a.room:
        short: Room
        question: Is there a room?
        for: {migrant_organisation: {question: Have you a room?, help: A small one too., steps: {unmet: Ask for it.}}}
steps:
  talk: Talk to each other.
"""


def test_shared_parts_are_translated_once(write: Write) -> None:
    """What items share, they share in another language too; nothing is missing, and nothing is left over."""
    path = write(FILE.replace("language: de\n", "language: de\ncomplete: [de, en]\n"), "own.yaml")
    write(ENGLISH, "own.en.yaml")
    loaded = Library("en").load(str(path))
    check_translations(loaded)
    meet, room = items(loaded).values()
    club, step = meet.for_[Perspective.MIGRANT_ORGANISATION], meet.steps[GapBand.PARTIAL]
    assert [level.label for level in club.levels] == ["never", "sometimes", "always"]
    assert (club.help, club.valid_if) == ("In twos as well.", "You can name the last meeting.")
    assert not isinstance(step, str)
    assert (step.text, step.who, step.horizon) == ("Meet more often.", "Management", "three months")
    asked = room.for_[Perspective.MIGRANT_ORGANISATION].steps[GapBand.UNMET]
    assert not isinstance(asked, str)
    assert (asked.text, asked.who) == ("Ask for it.", "Your association")
    assert loaded.checklist.steps["talk"].text == "Talk to each other."


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("always: {label: always}", "always: {label: all of the time and always so}", "zu lang"),
        ("some: {label: sometimes,", "som: {label: sometimes,", "Dazu gibt es im Deutschen keinen Text."),
        ("some: {label: sometimes, ", "some: {", "Es fehlt die Übersetzung von „answers.often.some.label“."),
        ("partial: {horizon: three months}", "partial: {}", "Es fehlt die Übersetzung von „defaults.partial.horizon“."),
        ("{unmet: Make a date., partial", "{partial", "a.meet.steps.unmet.text“."),
    ],
)
def test_a_gap_in_a_translation_is_told_once(
    write: Write, problems_of: ProblemsOf, said: Said, old: str, new: str, what: str
) -> None:
    """A shared part that is wrong in another language is one complaint with its place there."""
    text = ENGLISH.replace(old, new)
    path = write(FILE.replace("language: de\n", "language: de\ncomplete: [de, en]\n"), "own.yaml")
    write(text, "own.en.yaml")
    problems = problems_of(lambda: check_translations(load_checklist(str(path))))
    assert {(Path(p.file).name, p.line) for p in problems if what in said(p.message)} == {("own.en.yaml", line_of(new, text))}


def line_of(fragment: str, text: str) -> int:
    """Return the line in which a fragment of a text stands first."""
    return text[: text.index(fragment)].count("\n") + 1


THIRTY = "[" + ", ".join(f"{{id: l{n}, label: Stufe {n}}}" for n in range(30)) + "]"
WRONG = {
    "a set that is none": ("levels: often\n", "levels: offen\n", "Den Antwortsatz „offen“ gibt es nicht."),
    "a set that nobody names": ("levels: there", "levels: often", "Den Antwortsatz „there“ nennt kein Kriterium."),
    "a set that names another": (f"there: {THERE}", "there: often", "verweist auf keinen anderen"),
    "a set of itself": (f"there: {THERE}", "there: there", "verweist auf keinen anderen"),
    "thirty levels": (f"there: {THERE}", f"there: {THIRTY}", "höchstens 20"),
    "one level": (f"there: {THERE}", "there: [{id: missing, label: nein}]", "mindestens 2"),
    "a level twice": ("{id: always, label: immer}", "{id: never, label: immer}", "„never“ steht hier zweimal."),
    "a label too long": ("label: manchmal", "label: manchmal und auch öfter einmal", "zu lang"),
    "a usual effort of nine": ("{effort: 2, horizon", "{effort: 9, horizon", "zu groß"),
    "a usual field that is none": ("{effort: 2, horizon", "{efort: 2, horizon", "Den Schlüssel „efort“ gibt es hier nicht."),
    "a side's usual effort of nine": ("{who: Ihr Verein, effort: 1", "{who: Ihr Verein, effort: 9", "zu groß"),
    "a usual subject of another side": (
        "      step: {who: Ihr",
        "      about: own_unit\n      step: {who: Ihr",
        "nur in einer Formulierung",
    ),
    "a usual text": ("{effort: 2, horizon", "{text: Tun., horizon", "Den Schlüssel „text“ gibt es hier nicht."),
    "without something that is none": ("without: [valid_if]", "without: [valid]", "„valid“ ist hier nicht möglich."),
    "without a question": ("without: [valid_if]", "without: [question]", "„question“ ist hier nicht möglich."),
    "without a list": ("without: [valid_if]", "without: valid_if", "Hier muss eine Liste stehen."),
    "levels that differ from themselves": ("without: [valid_if]", "levels_differ: true", "die eigene Stufen nennt."),
    "no question": ("{question: Treffen Sie das Amt?}", "{help: Auch kurz.}", "Hier fehlt „question“."),
    "a shared step that is none": ("partial: talk}", "partial: tallk}", "Den gemeinsamen Schritt „tallk“ gibt es nicht."),
}


@pytest.mark.parametrize(("old", "new", "what"), WRONG.values(), ids=WRONG)
def test_a_mistake_in_a_shared_part_is_told_once(
    write: Write, problems_of: ProblemsOf, said: Said, old: str, new: str, what: str
) -> None:
    """It stands where it was written, however many items share it."""
    text = FILE.replace(old, new)
    problems = problems_of(lambda: load_checklist(str(write(text, "own.yaml"))))
    where = "there:" if "nennt kein" in what else new
    assert [p.line for p in problems if what in said(p.message)] == [line_of(where.strip(), text)]


def test_everything_wrong_with_shared_parts_is_told_at_once(write: Write, problems_of: ProblemsOf, said: Said) -> None:
    """A set that is missing, one that nobody names and a key that is none are told together, by line."""
    text = FILE.replace("levels: there", "levels: theer").replace("short: Raum", "shrt: Raum")
    told = problems_of(lambda: load_checklist(str(write(text, "own.yaml"))))
    assert [p.line for p in told] == sorted(p.line for p in told)
    assert [(said(p.message), said(p.remedy)) for p in told if "theer" in said(p.message)] == [
        ("Den Antwortsatz „theer“ gibt es nicht.", "Meinten Sie „there“?")
    ]
    assert {line_of("there:", text), line_of("shrt:", text), line_of("levels: theer", text)} <= {p.line for p in told}


def test_usual_fields_of_sides_may_lie_beside(write: Write, problems_of: ProblemsOf, said: Said) -> None:
    """A file of wordings has the usual fields of its sides; a mistake in them is told there."""
    beside = """format: mo-check/wordings/1
of: own
language: de
defaults:
  department: {about: own_unit, step: {who: Ihr Amt, effort: 1, effect: 3, horizon: morgen}, without: [help]}
items:
  a.room:
    department: {question: Hat Ihr Amt einen Raum?, steps: {unmet: Schauen Sie nach.}}
"""
    own = write(FILE, "own.yaml")
    write(beside, "own.for.yaml")
    wording = items(load_checklist(str(own)))["a.room"].for_[Perspective.DEPARTMENT]
    step = wording.steps[GapBand.UNMET]
    assert not isinstance(step, str)
    assert (step.who, step.effect, step.horizon, wording.help) == ("Ihr Amt", 3, "morgen", None)
    assert wording.about is About.OWN_UNIT
    write(beside.replace("effect: 3", "effect: 4"), "own.for.yaml")
    (problem,) = problems_of(lambda: load_checklist(str(own)))
    assert (Path(problem.file).name, problem.line, said(problem.message)) == (
        "own.for.yaml",
        5,
        "Die Zahl ist zu groß (höchstens 3).",
    )
