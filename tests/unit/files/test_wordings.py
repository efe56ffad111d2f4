"""Wordings for other perspectives in a file beside their checklist: laid into its items, read only where they are needed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from calling import checklist_yaml, level_yaml, profile_yaml
from mo_check.errors import Message, Problem
from mo_check.files.library import Library, load_checklist
from mo_check.files.profiles import load_profile
from mo_check.model.item import About, Perspective

Said = Callable[[Message | None], str]
ProblemsOf = Callable[[Callable[[], object]], tuple[Problem, ...]]
Write = Callable[..., Path]

OWN = checklist_yaml(a="1\n" + level_yaml("a.one") + level_yaml("a.two"))
STEP = "{text: Fragen., who: Verein, effort: 1, effect: 2, horizon: sofort}"
ABOUT = "      about: own_experience\n      levels_differ: true\n"
MO = Perspective.MIGRANT_ORGANISATION
BESIDE = f"""format: mo-check/wordings/1
of: own
language: de
items:
  a.two:
    migrant_organisation:
      question: Und bei Ihnen?
      levels:
        - {{id: none, label: nie}}
        - {{id: some, label: selten}}
        - {{id: good, label: oft}}
        - {{id: full, label: immer}}
      steps: {{unmet: {STEP}, partial: {STEP}}}
"""


@pytest.fixture
def own(write: Write) -> Callable[[str], Path]:
    """Return a function that lays out a checklist of one's own with a file of wordings beside it."""

    def laid_out(beside: str) -> Path:
        write(beside, "own.for.yaml")
        return write(OWN.replace("id: probe", "id: own"), "own.yaml")

    return laid_out


def test_a_wording_beside_is_one_of_its_item(own: Callable[[str], Path]) -> None:
    """The named item is asked of associations in their words, the other is not asked of them."""
    one, two = load_checklist(str(own(BESIDE))).checklist.items()
    seen = two.seen_by(Perspective.MIGRANT_ORGANISATION)
    assert one.seen_by(Perspective.MIGRANT_ORGANISATION) is None
    assert seen is not None
    assert (seen.question, [level.label for level in seen.levels]) == ("Und bei Ihnen?", ["nie", "selten", "oft", "immer"])


def test_wordings_are_no_checklist_of_their_own(own: Callable[[str], Path]) -> None:
    """The file beside is not listed."""
    assert [path.name for path in Library(folder=own(BESIDE).parent).files()].count("own.yaml") == 1
    assert "own.for" not in [path.stem for path in Library(folder=own(BESIDE).parent).files()]


def test_wordings_stay_unread_where_only_a_municipality_answers(own: Callable[[str], Path], write: Write) -> None:
    """A mistake in them is no hindrance to a profile of the municipality."""
    library = Library(folder=own("no: wordings\n").parent)
    answered = write(profile_yaml({"a.one": "{level: some}"}, checklist="own"), "stadt.yaml")
    (loaded,) = load_profile(answered, library).checklists
    assert [item.for_ for item in loaded.checklist.items()] == [{}, {}]


def test_wordings_are_read_where_an_association_answers(
    own: Callable[[str], Path], write: Write, problems_of: ProblemsOf
) -> None:
    """The same mistake is told to who is asked in these words."""
    library = Library(folder=own("no: wordings\n").parent)
    text = profile_yaml({"a.two": "{level: some}"}, checklist="own").replace("municipality", "migrant_organisation")
    (problem,) = problems_of(lambda: load_profile(write(text, "verein.yaml"), library))
    assert (Path(problem.file).name, problem.line) == ("own.for.yaml", 1)


def test_wordings_leave_the_mark_of_a_checklist_alone(own: Callable[[str], Path]) -> None:
    """The digest is of the checklist's own file, whether the wordings were read or not."""
    library = Library()
    path = str(own(BESIDE))
    assert library.load(path).digest == library.load(path, whole=False).digest


def test_what_a_wording_is_about_is_seen_and_leaves_every_mark_alone(own: Callable[[str], Path], write: Write) -> None:
    """It goes along with the words of a perspective; the marks of a text and of a checklist stay those of before."""
    plain = load_checklist(str(own(BESIDE)))
    tagged = load_checklist(str(own(BESIDE.replace("      levels:", f"{ABOUT}      levels:"))))
    before, after = (one.checklist.items() for one in (plain, tagged))
    ours, theirs = list(before)[1].seen_by(MO), list(after)[1].seen_by(MO)
    assert ours is not None
    assert theirs is not None
    assert ((ours.about, ours.levels_differ), (theirs.about, theirs.levels_differ)) == (
        (About.MUNICIPALITY, False),
        (About.OWN_EXPERIENCE, True),
    )
    assert ours.digest == theirs.digest
    told = "        for: {migrant_organisation: {question: Und Sie?, levels: [{id: none, label: nie}, {id: some, label: selten}, "
    told += f"{{id: good, label: oft}}, {{id: full, label: immer}}], steps: {{unmet: {STEP}, partial: {STEP}}}TAG}}}}\n"
    inside = (OWN + told.replace("TAG", tag) for tag in ("", ", about: own_experience, levels_differ: true"))
    one, other = (load_checklist(str(write(text, "inside.yaml"))) for text in inside)
    assert one.checklist != other.checklist
    assert one.digest == other.digest


WRONG = {
    "an office of its own, told by an association": (
        BESIDE.replace("      levels:", "      about: own_unit\n      levels:"),
        8,
        "„own_unit“ steht nur in einer Formulierung für „department“.",
    ),
    "an item that is none": (BESIDE.replace("a.two", "a.tow"), 5, "Das Kriterium „a.tow“ gibt es nicht."),
    "a perspective that is none": (BESIDE.replace("migrant_organisation", "club"), 6, "„club“"),
    "a key that is none": (BESIDE.replace("question:", "qestion:"), 7, "Den Schlüssel „qestion“ gibt es hier nicht."),
    "no question": (BESIDE.replace("      question: Und bei Ihnen?\n", ""), 6, "Hier fehlt „question“."),
    "a level that is none": (BESIDE.replace("id: good", "id: god"), 8, "dieselben Kennungen"),
    "another kind of file": (BESIDE.replace("wordings/1", "profile/1"), 1, "mo-check/wordings/1"),
    "a newer kind of file": (BESIDE.replace("wordings/1", "wordings/2"), 1, "neueres mo-check"),
    "no YAML": ("items: [\n", 2, "kein gültiges YAML"),
}


@pytest.mark.parametrize(("beside", "line", "what"), WRONG.values(), ids=WRONG)
def test_a_mistake_in_a_wording_is_located(
    own: Callable[[str], Path], problems_of: ProblemsOf, said: Said, beside: str, line: int, what: str
) -> None:
    """It is told with its line in the file beside, not in the checklist."""
    path = own(beside)
    problems = problems_of(lambda: load_checklist(str(path)))
    assert [(Path(p.file).name, p.line) for p in problems if what in said(p.message)] == [("own.for.yaml", line)]
