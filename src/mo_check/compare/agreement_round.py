"""Agreeing on one profile out of several: what is undisputed is taken over, the rest is talked through item by item."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mo_check.compare.comparisons import LoadedComparison
from mo_check.compare.pages.dot_plot import answer_lines
from mo_check.compare.pages.side_words import SIDES
from mo_check.compare.pure.common_ground import ItemResponses, item_responses
from mo_check.compare.pure.comparing import Comparison
from mo_check.compare.pure.comparison_mode import same_subject, subjects
from mo_check.errors import InvalidInput, Message, Problem, UsageError
from mo_check.files.library import Library, LoadedChecklist
from mo_check.files.profile_file import ProfileFile, shorts_of
from mo_check.files.profiles import LoadedProfile, load_profile
from mo_check.files.reading import is_there
from mo_check.interview.beginning import begin_interview
from mo_check.interview.conductor import Conductor
from mo_check.interview.question import InterviewIO, SideResponses
from mo_check.languages import Language
from mo_check.model.answer import Position
from mo_check.model.assessment import Assessment
from mo_check.model.consent import quoted_notes, without_words
from mo_check.model.item import Perspective
from mo_check.model.profile import PROFILE_FORMAT, ChecklistAnswers, Profile, Respondent
from mo_check.report.words import respondent_name
from mo_check.scoring.assessing import assess


@dataclass(frozen=True, slots=True)
class AgreementRound:
    """One round of a group: on which day, and whether labels are shown beside remarks."""

    day: date
    names: bool = False


@dataclass(frozen=True, slots=True)
class AgreementSession:
    """An agreed profile on the table: where it is saved, and what is held against which checklists."""

    profile: Profile
    file: ProfileFile
    held: tuple[LoadedComparison, ...]

    @property
    def checklists(self) -> tuple[LoadedChecklist, ...]:
        """The checklists the group talks about, each once."""
        return tuple({one.loaded.checklist.id: one.loaded for one in self.held}.values())


def open_agreement(path: Path, held: Sequence[LoadedComparison], library: Library, language: Language) -> AgreementSession:
    """Open the agreed profile, or begin it for the subject of the profiles. Raises UsageError, InvalidInput."""
    profiles = [one.profile for comparison in held for one in comparison.comparison.compared]
    found = subjects(profiles)
    if len(found) > 1:
        names = tuple(subject.name for subject in found)
        message = Message("Vereinbaren lässt sich nur für eine Kommune; hier sind es mehrere: {names}.", names=names)
        raise UsageError(message, Message("Nur Profile einer Kommune nennen."))
    checklists = tuple({one.loaded.checklist.id: one.loaded for one in held}.values())
    if is_there(path):
        return _resumed(path, profiles[0], tuple(held), checklists, library)
    facts = max((p.subject for p in profiles), key=lambda subject: len(subject.model_dump(exclude_none=True)))
    begun = Profile(
        format=PROFILE_FORMAT,
        subject=facts,
        respondent=Respondent(perspective=Perspective.AGREED, label=language.say("Gemeinsame Runde")),
        language=language.tag,
        scope="quick" if all(p.scope == "quick" for p in profiles) else "full",
    )
    return AgreementSession(begun, ProfileFile(path, shorts_of(checklists)), tuple(held))


def _resumed(
    path: Path, one: Profile, held: tuple[LoadedComparison, ...], checklists: tuple[LoadedChecklist, ...], library: Library
) -> AgreementSession:
    loaded: LoadedProfile = load_profile(path, library)
    if loaded.profile.respondent.perspective is not Perspective.AGREED:
        raise _refused(path, Message("Diese Datei ist kein gemeinsam vereinbartes Profil."))
    if not same_subject(loaded.profile.subject, one.subject):
        raise _refused(path, Message("Dieses Profil gehört zu einer anderen Kommune: {name}.", name=loaded.profile.subject.name))
    file = ProfileFile(path, shorts_of((*loaded.checklists, *checklists)), loaded)
    return AgreementSession(loaded.profile, file, held)


def _refused(path: Path, message: Message) -> InvalidInput:
    return InvalidInput((Problem(str(path), message, Message("Mit --output eine andere Datei nennen.")),))


def lead_agreement(table: AgreementSession, turn: AgreementRound, io: InterviewIO) -> Profile:
    """Take over what is undisputed and lead the group through the rest, checklist by checklist; returns the profile as saved.

    Raises Interrupted and CannotWrite; what was agreed until then is saved.
    """
    profile = table.profile
    conductor = Conductor(io.prompter, io.show, io.language, table.file.save)
    for loaded in table.checklists:
        told = item_responses(loaded.checklist, _assessments(loaded, table.held))
        profile = _taken_over(profile, loaded, told, turn.day, io.language)
        table.file.save(profile)
        _say_what_is_left(told, loaded, io)
        responses = {one.item.id: side_responses(one, io.language, names=turn.names) for one in told if one.settled is None}
        interview = begin_interview(
            loaded.checklist, loaded.sources, loaded.digest, profile, turn.day, german=loaded.german, responses=responses
        )
        ended = conductor.conduct(interview)
        profile = ended.profile
        if ended.at is not None:  # the group stopped early: the other checklists wait for another day
            break
    return profile


def _assessments(loaded: LoadedChecklist, held: Sequence[LoadedComparison]) -> list[Assessment]:
    """Return everybody's assessments of a whole checklist, one for each of its scores, whatever is compared of it."""
    comparisons: list[Comparison] = [one.comparison for one in held if one.loaded.checklist.id == loaded.checklist.id]
    return [assessment for one in comparisons[0].compared for assessment in assess(loaded.checklist, one.profile)]


def _taken_over(
    profile: Profile, loaded: LoadedChecklist, told: Sequence[ItemResponses], day: date, language: Language
) -> Profile:
    """Return the profile with what is undisputed; what the group has answered already stays."""
    known = dict(profile.answers(loaded.checklist.id))
    for one in told:
        if one.settled is not None and one.item.id not in known:
            item = loaded.german.item(one.item.id)
            agreed = without_words(one.settled, language.say("nicht genannt"))._replace(
                date=day, wording=item.digest if item else None
            )
            known[one.item.id] = agreed.with_positions(_positions(one, language))
    order = [item.id for item in loaded.checklist.items()]
    answers = {i: known[i] for i in order if i in known} | known
    entry = ChecklistAnswers(version=loaded.checklist.version, digest=loaded.digest, answers=answers)
    return profile.model_copy(update={"checklists": dict(profile.checklists) | {loaded.checklist.id: entry}})


def _say_what_is_left(told: Sequence[ItemResponses], loaded: LoadedChecklist, io: InterviewIO) -> None:
    count, show = io.language.count, io.show
    both = sum(1 for one in told if one.settled is not None and not one.one_sided)
    one_sided = sum(1 for one in told if one.settled is not None and one.one_sided)
    left = sum(1 for one in told if one.settled is None)
    lines = [
        loaded.checklist.title,
        count("{number} Frage ist unstrittig und übernommen.", "{number} Fragen sind unstrittig und übernommen.", both),
        count(
            "{number} Frage wurde nur einer Seite gestellt; ihre Antwort ist übernommen.",
            "{number} Fragen wurden nur einer Seite gestellt; ihre Antworten sind übernommen.",
            one_sided,
        ),
        count("{number} Frage bleibt für das Gespräch.", "{number} Fragen bleiben für das Gespräch.", left),
    ]
    show.say("\n".join(lines))


def side_responses(one: ItemResponses, language: Language, *, names: bool) -> SideResponses:
    """Return what the sides said to an item, in words: their answers, their remarks, and what is kept of who held what."""
    remarks = []
    for side, spoken in one.spoken.items():
        for profile, result in spoken:
            whose = respondent_name(profile.respondent, language) if names else language.say(SIDES[side])
            texts = quoted_notes(profile, result.answer) if result.answer else ()
            remarks += [f"{whose}: {one.text}" for one in texts]
    return SideResponses(answers=answer_lines(one, language), remarks=tuple(remarks), positions=_positions(one, language))


def _positions(one: ItemResponses, language: Language) -> tuple[Position, ...]:
    return tuple(
        Position(label=f"{language.say(SIDES[stance.side])} ({stance.number})", level=stance.level) for stance in one.stances
    )
