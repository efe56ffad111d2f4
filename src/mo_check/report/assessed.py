"""Loading profiles and holding them against their checklists."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mo_check.errors import InvalidInput, Message, UsageError
from mo_check.files.held_checklists import held_checklists
from mo_check.files.library import Library, LoadedChecklist
from mo_check.files.profiles import load_profile
from mo_check.languages import Language
from mo_check.model.assessment import Assessment
from mo_check.model.profile import Profile
from mo_check.scoring.assessing import assess

if TYPE_CHECKING:
    from mo_check.document.blocks import Document


class Assessed(NamedTuple):
    """A profile's file and its assessment against one checklist."""

    path: Path
    loaded: LoadedChecklist
    assessment: Assessment


def assessed(paths: Iterable[Path], library: Library, complain: Callable[[InvalidInput], None]) -> Iterator[Assessed]:
    """Yield the assessments of profiles, one per checklist; a bad file is complained of and the rest goes on."""
    for path in paths:
        try:
            profile = load_profile(path, library)
            checklists = held_checklists(profile, library)
        except InvalidInput as error:
            complain(error)
            continue
        for loaded in checklists:
            for assessment in assessments(loaded, profile.profile):
                yield Assessed(path, loaded, assessment)


def assessments(loaded: LoadedChecklist, profile: Profile) -> list[Assessment]:
    """Return a profile's assessment for every score of a checklist that asks it anything; at least the first."""
    found = assess(loaded.checklist, profile)
    return [one for one in found if one.dimensions] or [found[0]]


def summaries(profile: Profile, checklists: Iterable[LoadedChecklist], path: Path, language: Language) -> Iterator["Document"]:
    """Yield the page that ends a sitting, for every score of its checklists that has an answer, or for the first."""
    from mo_check.report.report_page import ReportContent, summary

    pages = [
        ReportContent(assessment, loaded.sources, str(path), loaded.german)
        for loaded in checklists
        for assessment in assessments(loaded, profile)
    ]
    answered = [one for one in pages if any(r.answer for r in one.assessment.items())]
    for one in answered or pages[:1]:
        yield summary(one, language)


def missed_threshold(assessment: Assessment, fail_under: Fraction | None, *, fail_on_key: bool) -> Message | None:
    """Return why an assessment misses a threshold, or None; the unrounded total is compared."""
    if not assessment.scored or (fail_under is None and not fail_on_key):
        return None
    total = assessment.total.value
    name = assessment.profile.subject.name
    if fail_under is not None and total is None:
        return Message("{name}: Es gibt noch keinen Wert, der sich mit {wanted} vergleichen ließe.", name=name, wanted=fail_under)
    if fail_under is not None and total is not None and total * 100 < fail_under:
        cut = Fraction(int(total * 1000), 10)  # never rounded up to what it misses
        return Message("{name}: Der Wert {total} liegt unter {wanted}.", name=name, total=cut, wanted=fail_under)
    if fail_on_key and assessment.bottlenecks:
        items = tuple(result.item.short for result in assessment.bottlenecks)
        return Message("{name}: Schlüsselkriterien sind nicht erfüllt: {items}.", name=name, items=items)
    return None


def with_dimension(found: Iterable[Assessed], name: str) -> list[Assessed]:
    """Return the assessments that have a dimension. Raises UsageError that lists the known ones if none has it."""
    held = list(found)
    having = [one for one in held if name in _dimensions(one)]
    if having:
        return having
    known = tuple(dict.fromkeys(d for one in held for d in _dimensions(one)))
    raise UsageError(
        Message("Das Handlungsfeld „{name}“ gibt es nicht.", name=name), Message("Möglich sind: {words}.", words=known)
    )


def _dimensions(one: Assessed) -> list[str]:
    return [d.dimension.id for d in one.assessment.dimensions]
