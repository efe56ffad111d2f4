"""Making an empty profile from what is said on the command line."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from mo_check.content.complaints import complaint
from mo_check.content.library import load_checklist
from mo_check.content.profiles import ProfileFile, shorts_of
from mo_check.errors import Message, UsageError
from mo_check.model.profile import PROFILE_FORMAT, ChecklistAnswers, Profile


def new_profile(
    path: Path,
    subject: Mapping[str, str | None],
    respondent: Mapping[str, str],
    checklist: str,
    *,
    language: str,
    quick: bool,
) -> Profile:
    """Write an empty profile. Raises UsageError for a wrong value, InvalidInput if the file is there, CannotWrite."""
    loaded = load_checklist(checklist)
    held = ChecklistAnswers(version=loaded.checklist.version, digest=loaded.digest)
    try:
        profile = Profile.model_validate(
            {
                "format": PROFILE_FORMAT,
                "subject": {key: value for key, value in subject.items() if value is not None},
                "respondent": dict(respondent),
                "language": language,
                "scope": "quick" if quick else "full",
                "checklists": {loaded.checklist.id: held},
            }
        )
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        message, remedy = complaint(detail, Profile)
        raise UsageError(Message("--{option}: {what}", option=str(detail["loc"][-1]), what=message), remedy) from None
    file = ProfileFile(path, shorts_of((loaded,)))
    file.refuse_existing()
    file.save(profile)
    return profile
