"""Answers by the fields of a file, for tests."""

from mo_check.model.answer import Answer, AnswerFields


def answer_of(**fields: object) -> Answer:
    """Return the answer that fields as in a file are. Raises pydantic's ValidationError."""
    return AnswerFields.model_validate(fields).answer()
