"""Which explanation a name asks for."""

from difflib import get_close_matches
from pathlib import Path

from mo_check.document.blocks import Document
from mo_check.errors import Message, UsageError
from mo_check.files.held_checklists import chosen_checklist, held_checklists
from mo_check.files.library import Library
from mo_check.files.profiles import load_profile
from mo_check.languages import Language
from mo_check.report.assessed import assessments
from mo_check.report.explain_item import explain_item
from mo_check.report.explain_total import explain_total
from mo_check.report.explanation import explain_dimension
from mo_check.report.report_page import ReportContent


def explanations(path: Path, name: str | None, checklist: str | None, library: Library, language: Language) -> list[Document]:
    """Return the explanation of every total of a profile, or of the named dimension or item.

    Raises InvalidInput, and UsageError with near misses for a name that the profile's checklists do not have.
    """
    profile = load_profile(path, library)
    held = (chosen_checklist(profile, checklist, library),) if checklist else held_checklists(profile, library)
    reports = [
        ReportContent(assessment, one.sources, str(path), one.german)
        for one in held
        for assessment in assessments(one, profile.profile)
    ]
    if name is None:
        return [explain_total(reported, language) for reported in reports]
    dimensions: list[str] = []
    items: list[str] = []
    for reported in reports:
        dimensions += [d.dimension.id for d in reported.assessment.dimensions]
        items += [r.item.id for r in reported.assessment.items()]
        if name in dimensions:
            return [explain_dimension(reported, name, language)]
        if name in items:
            return [explain_item(reported, name, language)]
    close = get_close_matches(name, [*dimensions, *items], n=3) or dimensions
    message = Message("Ein Handlungsfeld oder Kriterium „{name}“ gibt es hier nicht.", name=name)
    raise UsageError(message, Message("Möglich sind zum Beispiel: {words}.", words=tuple(close)))
