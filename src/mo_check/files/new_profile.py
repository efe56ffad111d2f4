"""A profile by command: an empty one from what is said on the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from mo_check.errors import Message, UsageError
from mo_check.files.complaints import error_words
from mo_check.files.library import Library
from mo_check.files.profile_file import ProfileFile, shorts_of
from mo_check.files.profiles import load_profile
from mo_check.model.profile import PROFILE_FORMAT, ChecklistAnswers, Profile


@dataclass(frozen=True, slots=True)
class NewProfile:
    """What a profile begins with: raw values as they were typed, checked when the profile is made."""

    subject: Mapping[str, str | None]
    respondent: Mapping[str, str]
    checklists: tuple[str, ...]
    language: str
    quick: bool


def subject_fields(path: Path, library: Library) -> dict[str, str | None]:
    """Return the subject of a profile, for another respondent's file. Raises InvalidInput."""
    held = load_profile(path, library).profile.subject.model_dump(mode="json", exclude_none=True)
    return {key: str(value) for key, value in held.items()}


def new_profile(path: Path, start: NewProfile, library: Library) -> Profile:
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
        message, remedy = error_words(detail, Profile)
        raise UsageError(Message("--{option}: {what}", option=str(detail["loc"][-1]), what=message), remedy) from None
    file = ProfileFile(path, shorts_of(tuple(loaded)))
    file.refuse_existing()
    file.save(profile)
    return profile
