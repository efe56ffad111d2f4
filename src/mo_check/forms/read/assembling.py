"""From the fields of a filled form to a submission: answers with their places, checked as a whole, every problem at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.library import Library
from mo_check.files.yaml_events import Tree
from mo_check.forms.pure.form_head import PLACE_ONLY, FormHead
from mo_check.forms.read.parsed_answer import Contradictory, ParsedAnswer, answer_tree
from mo_check.forms.read.source_location import LocatedTree, SourceLocation
from mo_check.forms.read.submissions import Submission, held_against
from mo_check.model.issue import Path as DataPath
from mo_check.model.item import Item, ItemKind
from mo_check.model.profile import PROFILE_FORMAT

_BESIDE = (("respondent", "joint"), ("read_aloud",), ("pass_on",))
"""Where in a profile the other fields of a respondent stand."""


class EmptyMatrixRow(NamedTuple):
    """A row of a matrix of which it was said that there is nothing in it."""

    checklist: str
    dimension: str
    row: str


class ReturnedAnswer(NamedTuple):
    """One question as it came back: what was said, where each of its fields stands, and the mark of the text that was seen."""

    said: ParsedAnswer
    places: Mapping[str, SourceLocation]
    wording: str = ""

    def place(self, part: str = "answer") -> SourceLocation:
        """Return where a field stands, or else the answer."""
        return self.places.get(part) or self.places["answer"]


class RespondentFields(NamedTuple):
    """What a respondent said about who answers; the name and kind of the municipality only where the form asks for them.

    ``beside`` holds the other fields by their keys: the federal state, how many filled it in
    together, and what they allow.
    """

    label: str
    name: str
    kind: str
    language: str
    day: str
    places: Mapping[str, SourceLocation]
    beside: Mapping[str, str] = {}

    def given(self, *keys: str) -> dict[str, str]:
        """Return those of the other fields that were filled in."""
        return {key: self.beside[key] for key in keys if self.beside.get(key)}


@dataclass
class SubmissionBuilder:
    """One respondent's form on its way to a profile; ``items`` are those known here, each with its dimension."""

    file: str
    head: FormHead
    library: Library
    problems: list[Problem] = field(default_factory=list)
    asked: dict[tuple[str, str], ReturnedAnswer] = field(default_factory=dict)
    nothing: list[EmptyMatrixRow] = field(default_factory=list)
    items: dict[tuple[str, str], tuple[str, Item]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up every item that is known here of the checklists of the form, under its former ids too."""
        known = {file.stem for file in self.library.files()}
        for name in self.head.checklists:
            for dimension in self.library.load(name).checklist.dimensions if name in known else ():
                for item in dimension.items:
                    for item_id in (item.id, *item.renamed_from):
                        self.items[name, item_id] = (dimension.id, item)

    def complain(self, place: SourceLocation, message: Message, remedy: Message | None) -> None:
        """Note what is wrong at a place."""
        self.problems.append(Problem(self.file, message, remedy, place.line, place.column, place.name))

    def submission(self, who: RespondentFields, place: str = "", sitting: str = "", saved: str = "") -> Submission:
        """Return the profile, checked. Raises InvalidInput with every problem of this form."""
        self._complain_of_gaps(who)
        self._spread_nothing()
        tree, places = self._tree(who)
        placed = LocatedTree(self.file, tree, places)
        profile, wrong = (None, ()) if self.problems else placed.profile()
        held = held_against(profile, self.library) if profile else None
        problems = (*self.problems, *wrong, *(placed.problems(held.complaints) if held else ()))
        if held is None or problems:
            raise InvalidInput(problems)
        return Submission(held.profile, self.file, held.checklists, place, sitting, saved, held.remarks)

    def _complain_of_gaps(self, who: RespondentFields) -> None:
        needed = {"label": who.label} if self.head.subject else {"name": who.name, "label": who.label}
        if not self.head.subject and self.head.perspective not in PLACE_ONLY:
            needed |= {"kind": who.kind}
        for key, text in needed.items():
            if not text:
                self.complain(who.places[key], Message("Dieses Feld ist leer."), Message("Nachfragen und ausfüllen."))

    def _tree(self, who: RespondentFields) -> tuple[dict[str, Tree], dict[DataPath, SourceLocation]]:
        places: dict[DataPath, SourceLocation] = {("respondent",): who.places["label"]}
        places |= {at: who.places[at[-1]] for at in _BESIDE if at[-1] in who.places}
        subject: dict[str, Tree] = {"name": who.name, **({"kind": who.kind} if who.kind else {}), **who.given("land")}
        if self.head.subject:
            subject = self.head.subject.model_dump(mode="json", exclude_none=True)
        else:
            places |= {("subject", key): who.places[key] for key in ("name", "kind", "land") if key in who.places}
        checklists: dict[str, Tree] = {}
        for name, asked in self.head.checklists.items():
            answers = self._answers(name, who.day, places)
            checklists[name] = {"version": asked.version, "digest": asked.digest, "answers": answers}
        tree: dict[str, Tree] = {
            "format": PROFILE_FORMAT,
            "subject": subject,
            "respondent": {"perspective": self.head.perspective.value, "label": who.label, **who.given("joint")},
            "language": who.language,
            "scope": self.head.scope,
            **who.given("read_aloud", "pass_on"),
            "checklists": checklists,
        }
        return tree, places

    def _answers(self, checklist: str, day: str, places: dict[DataPath, SourceLocation]) -> dict[str, Tree]:
        found: dict[str, Tree] = {}
        for (name, item), asked in self.asked.items():
            if name != checklist:
                continue
            places["checklists", name, "answers", item] = asked.place()
            try:
                answer = answer_tree(asked.said)
            except Contradictory as error:
                self.complain(asked.place(error.part), error.message, error.remedy)
                continue
            if answer:
                marks = {"date": day, "wording": asked.wording}
                found[item] = answer | {key: text for key, text in marks.items() if text}
        return found

    def _spread_nothing(self) -> None:
        """Answer every question of the rows that hold nothing; one that has an answer all the same is a problem."""
        for row in self.nothing:
            for at, asked in self.asked.items():
                dimension, item = self.items.get(at, ("", None))
                if item is None or item.nothing is None or (at[0], dimension, item.row) != row:
                    continue
                if asked.said.chosen:
                    message = Message("Für diese Zeile ist gesagt, dass es nichts gibt, und hier steht doch eine Antwort.")
                    self.complain(asked.place(), message, Message("Nur eines von beidem stehen lassen."))
                    continue
                said = asked.said._replace(chosen=(item.nothing,), several=item.kind is ItemKind.SELECT)
                self.asked[at] = asked._replace(said=said)
