"""Which explanation a name asks for."""

from difflib import get_close_matches

from mo_check.documents.document import Document
from mo_check.documents.explaining import explain_dimension, explain_item, explain_total
from mo_check.documents.report import Reported
from mo_check.errors import Message, UsageError
from mo_check.languages import Language


def explanation(reported: Reported, name: str | None, language: Language) -> Document:
    """Return the explanation of the total, or of the named dimension or item. Raises UsageError with near misses."""
    dimensions = [d.dimension.id for d in reported.assessment.dimensions]
    items = [r.item.id for r in reported.assessment.items()]
    if name is None:
        return explain_total(reported, language)
    if name in dimensions:
        return explain_dimension(reported, name, language)
    if name in items:
        return explain_item(reported, name, language)
    close = get_close_matches(name, [*dimensions, *items], n=3) or dimensions
    message = Message("Ein Handlungsfeld oder Kriterium „{name}“ gibt es hier nicht.", name=name)
    raise UsageError(message, Message("Möglich sind zum Beispiel: {words}.", words=tuple(close)))
