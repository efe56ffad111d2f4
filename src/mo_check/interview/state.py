"""One interview: immutable states, each answer or move giving the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from mo_check.interview.choices import choices, compared_figures, is_open, possible_actions
from mo_check.interview.question import ChosenReply, OpenItem, Question, SideResponses, WrittenReply
from mo_check.model.answer import Answer, Disputed, LevelGiven, OptionsGiven, Position, ReadAloud, Skipped, Status, TextGiven
from mo_check.model.checklist import Checklist
from mo_check.model.item import NONE_OPTION, Item, ItemKind, Perspective
from mo_check.model.profile import ChecklistAnswers, Profile
from mo_check.model.source import Source
from mo_check.model.types import cleaned_text
from mo_check.scoring.conditions import Applies, applies
from mo_check.scoring.figures import COMPARABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """The state of an interview over one checklist.

    ``german`` is the checklist in German, whose wording each answer marks. ``items`` are those in scope, by id, in the words
    of the respondent. ``profile`` holds every answer so far; ``at`` is the id of the question asked now, None at the end.
    ``selected`` are the ids the interview is about; ``earlier`` is an older profile whose answers are shown to be confirmed
    or changed; ``waiting`` are questions that have an answer and are to be asked once more in this sitting. ``responses`` are
    what others said, by id, where a group is to agree.
    """

    checklist: Checklist
    items: Mapping[str, Item]
    sources: tuple[Source, ...]
    german: Checklist
    digest: str
    profile: Profile
    today: date
    selected: frozenset[str]
    earlier: Profile | None = None
    at: str | None = None
    waiting: frozenset[str] = frozenset()
    responses: Mapping[str, SideResponses] = field(default_factory=dict)

    def order(self) -> tuple[str, ...]:
        """Return the ids of the questions that apply now, in the order they are asked."""
        answers = self.profile.plain_answers(self.checklist.id)
        return tuple(
            item_id
            for item_id, item in self.items.items()
            if item_id in self.selected and applies(item, self.items, answers, self.profile.subject) is Applies.YES
        )

    def answer_to(self, item_id: str) -> Answer | None:
        """Return the answer held for an item."""
        return self.profile.answers(self.checklist.id).get(item_id)

    def question(self) -> Question | None:
        """Return the question asked now; None at the end."""
        item = self.items.get(self.at or "")
        if item is None:
            return None
        order = self.order()
        dimension = self.checklist.dimension_of(item.id)
        fellows = [i for i in order if self.checklist.dimension_of(i).id == dimension.id]
        held = self.answer_to(item.id)
        before = self._earlier_answer(item.id)
        if before and held:
            before = before._replace(note=held.note, evidence=held.evidence)
        disputable = bool(self._positions(item.id))
        actions = possible_actions(item, before or held, opens_row=self._opens_row(item), disputable=disputable, noted=self.noted)
        return Question(
            item=item,
            dimension=dimension,
            number=order.index(item.id) + 1,
            total=len(order),
            place=fellows.index(item.id) + 1,
            places=len(fellows),
            choices=choices(item),
            actions=actions,
            compared=compared_figures(item, self.sources) if self.profile.respondent.perspective in COMPARABLE else (),
            statements=tuple(s for source in self.sources for s in source.statements if s.id in item.statements),
            earlier=before or held,
            from_before=before is not None,
            responses=self.responses.get(item.id),
        )

    @property
    def noted(self) -> bool:
        """Whether it has been said, or can be, what becomes of the notes: for a respondent, once there are any."""
        profile = self.profile
        if profile.respondent.perspective is Perspective.AGREED:
            return False
        answers = (one for name in profile.checklists for one in profile.plain_answers(name).values())
        return profile.read_aloud is not None or any("note" in one or "evidence" in one for one in answers)

    def allowing(self, **consent: object) -> "Interview":
        """Return the state with what the respondent allows, by the names of the fields of a profile."""
        return replace(self, profile=self.profile.model_copy(update=consent))

    def reading_aloud(self, item_id: str, allowed: ReadAloud) -> "Interview":
        """Return the state with what the respondent allows to be done with a free answer."""
        answer = self.answer_to(item_id)
        if answer is None or not isinstance(answer.given, TextGiven):
            return self
        return self._holding(item_id, answer._replace(given=answer.given._replace(read_aloud=allowed)))

    def reply(self, reply: ChosenReply | WrittenReply) -> "Interview":
        """Keep an answer to the question asked now and go on to the next open one."""
        item = self._item()
        match reply:
            case WrittenReply(text):
                answer = Answer(TextGiven(text))
            case ChosenReply(ids) if item.kind is ItemKind.SELECT:
                answer = Answer(OptionsGiven(ids))
            case ChosenReply(ids):
                answer = Answer(LevelGiven(ids[0]))
        return self.record(answer)

    def record(self, answer: Answer) -> "Interview":
        """Keep an answer, with its date, the mark of its wording, and the note and evidence it already had."""
        item = self._item()
        held = self._holding(item.id, self._marked(item.id, answer))
        return held._onward()  # noqa: SLF001 - another state of the same interview

    def _marked(self, item_id: str, answer: Answer) -> Answer:
        """Return an answer with its date, the mark of its wording, and the note and evidence there already were."""
        kept = self.answer_to(item_id) or self._earlier_answer(item_id)
        marked = answer._replace(date=self.today, wording=self._wording_mark(item_id))
        if kept is None:
            return marked.with_positions(self._positions(item_id))
        marked = marked._replace(note=answer.note or kept.note, evidence=answer.evidence or kept.evidence)
        return marked.with_positions(self._positions(item_id) or kept.positions)

    def _positions(self, item_id: str) -> tuple[Position, ...]:
        """Return who held what, where a group is to agree."""
        held = self.responses.get(item_id)
        return held.positions if held else ()

    def dispute(self) -> "Interview":
        """Leave the question disputed, with what each side holds; it stays open."""
        return self.record(Answer(Disputed(self._positions(self._item().id))))

    def later(self) -> "Interview":
        """Leave the question for later; an answer already there stays."""
        held = self.answer_to(self._item().id)
        return self.record(Answer(Skipped())) if held is None else self._onward()

    def nothing_here(self) -> "Interview":
        """Answer the whole row of a matrix with „nothing“, and go on; notes and evidence stay."""
        state = self
        row = {other.id: (other, other.nothing) for other in self._row(self._item()) if other.nothing is not None}
        for other, nothing in row.values():
            said = OptionsGiven((nothing,)) if other.kind is ItemKind.SELECT else LevelGiven(nothing)
            state = state._holding(other.id, self._marked(other.id, Answer(said)))
        return replace(state, waiting=state.waiting - row.keys())._onward()  # noqa: SLF001

    def _row(self, item: Item) -> tuple[Item, ...]:
        """Return the items of the same row of a matrix, this one included; none where it belongs to no matrix."""
        fellows = {i.id for i in self.checklist.dimension_of(item.id).items if item.row and i.row == item.row}
        return tuple(other for other in self.items.values() if other.id in fellows)

    def _opens_row(self, item: Item) -> bool:
        """Tell whether one key may answer a whole row here: where it begins, unless that key is an answer to this field."""
        row = self._row(item)
        free = all(option.id != NONE_OPTION for option in item.options)
        return free and bool(row) and row[0].id == item.id and any(other.nothing for other in row)

    def keep(self) -> "Interview":
        """Keep the answer shown: go to the next question in order, or confirm what an older profile said."""
        item = self._item()
        held, before = self.answer_to(item.id), self._earlier_answer(item.id)
        if before is not None:
            return self.record(before._replace(note=held.note, evidence=held.evidence) if held else before)
        if held is None:
            return self
        order = self.order()
        after = order[order.index(item.id) + 1 :]
        return replace(self._onward(), at=after[0]) if after else self._onward()

    def annotate(self, *, note: str | None = None, evidence: str | None = None) -> "Interview":
        """Add a note or evidence to the question asked now, answered or not; nothing typed is lost.

        A note is no answer: the question stays due, and what an older profile said stays to be confirmed.
        """
        item = self._item()
        held = self.answer_to(item.id)
        before = held or self._earlier_answer(item.id)
        noted = (held or Answer(Skipped(), date=self.today))._replace(
            note=(cleaned_text(note) if note else None) or (before.note if before else None),
            evidence=(cleaned_text(evidence) if evidence else None) or (before.evidence if before else None),
        )
        state = self._holding(item.id, noted)
        return state if held else replace(state, waiting=self.waiting | {item.id})

    def _earlier_answer(self, item_id: str) -> Answer | None:
        """Return what the older profile said, as long as this one has no answer of its own."""
        held = self.answer_to(item_id)
        unanswered = held is None or held.status is Status.SKIPPED
        return self.earlier.answers(self.checklist.id).get(item_id) if self.earlier and unanswered else None

    def back(self) -> "Interview":
        """Go to the question before this one; at the first one nothing changes."""
        order = self.order()
        if self.at is None:
            return replace(self, at=order[-1]) if order else self
        place = order.index(self.at)
        return replace(self, at=order[max(place - 1, 0)])

    def go_to(self, number: int) -> "Interview":
        """Go to the question with that number, counted from 1. Raises IndexError if there is none."""
        if not 1 <= number <= len(self.order()):
            raise IndexError(number)
        return replace(self, at=self.order()[number - 1])

    def open_items(self) -> tuple[OpenItem, ...]:
        """Return the questions without a settled answer: not asked yet, left for later, unknown, disputed."""
        answers = self.profile.answers(self.checklist.id)
        numbered = enumerate(self.order(), start=1)
        return tuple(
            OpenItem(number=number, item=item, answer=answers.get(item_id))
            for number, item_id in numbered
            if is_open(answers.get(item_id)) and (item := self.checklist.item(item_id)) is not None
        )

    def _wording_mark(self, item_id: str) -> str | None:
        """Return the mark of the German text, by which answers given in several languages stay comparable."""
        item = self.german.item(item_id)
        wording = item.wording(self.profile.respondent.perspective) if item else None
        return wording.digest if wording else None

    def _item(self) -> Item:
        item = self.checklist.item(self.at or "")
        if item is None:
            raise LookupError(self.at)
        return item

    def _holding(self, item_id: str, answer: Answer) -> "Interview":
        """Return the state with one answer more; answers stand in the order of the checklist, unknown ones last."""
        held = self.profile.checklists.get(self.checklist.id)
        answers = dict(held.answers if held else {}) | {item_id: answer}
        order = [item.id for dimension in self.checklist.dimensions for item in dimension.items]
        ordered = {i: answers[i] for i in order if i in answers} | answers
        entry = ChecklistAnswers(version=self.checklist.version, digest=self.digest, answers=ordered)
        checklists = dict(self.profile.checklists) | {self.checklist.id: entry}
        return replace(self, profile=self.profile.model_copy(update={"checklists": checklists}))

    def _onward(self) -> "Interview":
        """Go to the next question that is due: never answered, or waiting; after this one, else before it."""
        order = self.order()
        answers = self.profile.answers(self.checklist.id)
        start = order.index(self.at) + 1 if self.at in order else 0
        due = (i for i in (*order[start:], *order[:start]) if i not in answers or i in self.waiting)
        following = next((i for i in due if i != self.at), None)
        return replace(self, at=following, waiting=self.waiting - {self.at})
