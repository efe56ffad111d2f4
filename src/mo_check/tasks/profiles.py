"""Profiles by command: an empty one from what is said on the command line, and answers worth a second look."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from mo_check.content.complaints import complaint
from mo_check.content.library import Library
from mo_check.content.profile_file import ProfileFile, shorts_of
from mo_check.content.profiles import LoadedProfile, load_profile
from mo_check.documents.document import Document
from mo_check.documents.hints import hints_text
from mo_check.errors import Message, UsageError
from mo_check.languages import Language
from mo_check.model.profile import PROFILE_FORMAT, ChecklistAnswers, Profile
from mo_check.scoring.answer_hints import hints
from mo_check.scoring.assessing import assess


@dataclass(frozen=True, slots=True)
class Start:
    """What a profile begins with: raw values as they were typed, checked when the profile is made."""

    subject: Mapping[str, str | None]
    respondent: Mapping[str, str]
    checklists: tuple[str, ...]
    language: str
    quick: bool


def subject_of(path: Path, library: Library) -> dict[str, str | None]:
    """Return the subject of a profile, for another respondent's file. Raises InvalidInput."""
    held = load_profile(path, library).profile.subject.model_dump(mode="json", exclude_none=True)
    return {key: str(value) for key, value in held.items()}


def new_profile(path: Path, start: Start, library: Library) -> Profile:
    """Write an empty profile. Raises UsageError for a wrong value, InvalidInput if the file is there, CannotWrite."""
    loaded = [library.load(name) for name in start.checklists]
    held = {c.checklist.id: ChecklistAnswers(version=c.checklist.version, digest=c.digest) for c in loaded}
    try:
        profile = Profile.model_validate(
            {
                "format": PROFILE_FORMAT,
                "subject": {key: value for key, value in start.subject.items() if value is not None},
                "respondent": dict(start.respondent),
                "language": start.language,
                "scope": "quick" if start.quick else "full",
                "checklists": held,
            }
        )
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        message, remedy = complaint(detail, Profile)
        raise UsageError(Message("--{option}: {what}", option=str(detail["loc"][-1]), what=message), remedy) from None
    file = ProfileFile(path, shorts_of(tuple(loaded)))
    file.refuse_existing()
    file.save(profile)
    return profile


def second_looks(loaded: LoadedProfile, today: date, language: Language) -> Iterator[Document]:
    """Yield, for every score of a profile, the page of answers worth a second look."""
    for held in loaded.checklists:
        for score in held.checklist.score_ids():
            assessment = assess(held.checklist, loaded.profile, score)
            yield hints_text(assessment, hints(assessment, today), language)
