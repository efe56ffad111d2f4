"""The file that the HTML form saves and somebody sends back: a profile, and which form and which sitting it comes from."""

from typing import Annotated, Literal

from pydantic import Field

from mo_check.model.profile import Profile
from mo_check.model.types import Frozen

ANSWERS_FORMAT = "mo-check/answers/1"


class AnswerFile(Frozen):
    """Answers of one sitting with a form.

    ``submission`` is drawn at random when a sitting begins and says nothing about a person: a corrected file carries the same
    one. ``saved`` is the moment of saving by the clock of the device; ``mark`` is that of the form.
    """

    format: Literal["mo-check/answers/1"]
    submission: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    saved: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$")]
    mark: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    profile: Profile
