"""Several assessments side by side: what is compared, and how the dimensions stand in each group of profiles."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from mo_check.compare.pure.agreement import median
from mo_check.compare.pure.common_items import Reason, common_items, restricted
from mo_check.compare.pure.comparison_mode import ComparisonMode, subjects
from mo_check.compare.pure.sides import ComparedItem, by_side, compared_items
from mo_check.model.assessment import Assessment, Score, Shown
from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.disclosure_control import hidden_groups
from mo_check.model.item import MET, Item, Perspective
from mo_check.model.profile import Profile, Subject
from mo_check.model.voices import Voiced
from mo_check.scoring.assessing import as_points, assess_score, display

Key = TypeVar("Key")


class ComparedProfile(NamedTuple):
    """One profile in a comparison: its file, its assessment over the common items, and the day of its last answer."""

    file: str
    assessment: Assessment
    day: date | None

    @property
    def profile(self) -> Profile:
        """The profile itself."""
        return self.assessment.profile

    @property
    def quick(self) -> bool:
        """Whether only the quick check was answered; such a profile is compared item by item only."""
        return self.profile.scope == "quick"


class GivenFile(NamedTuple):
    """A file that was given and what became of it: ``voiced`` is None where it has no answers to the checklist.

    ``beside`` is the file that it copies, gives way to, or is a doubtful twin of.
    """

    file: str
    side: Perspective
    voiced: Voiced | None = None
    beside: str | None = None


class Comparison(NamedTuple):
    """Several profiles on one score of a checklist.

    ``left_out`` are the items that are not compared, with the reason; ``hiding`` the sides whose people stay hidden; ``doubtful``
    how many voices of a side count towards no threshold. ``files`` are all that were given, with what became of them.
    """

    mode: ComparisonMode
    checklist: Checklist
    score: str
    compared: tuple[ComparedProfile, ...]
    left_out: tuple[tuple[Item, Reason], ...]
    hiding: frozenset[Perspective] = frozenset()
    doubtful: Mapping[Perspective, int] = MappingProxyType({})
    files: tuple[GivenFile, ...] = ()

    @property
    def sides(self) -> dict[Perspective, list[Assessment]]:
        """The assessments of each side."""
        return by_side(one.assessment for one in self.compared)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What is assessed: one municipality, or between peers the different ones."""
        found = subjects([one.profile for one in self.compared])
        return found if self.mode is ComparisonMode.PEERS else found[:1]

    @property
    def items(self) -> tuple[ComparedItem, ...]:
        """Every scored item as the sides see it."""
        return compared_items(self.sides, self.hiding, self.doubtful)

    @property
    def open(self) -> tuple[ComparedProfile, ...]:
        """The profiles of which may be told whose they are: those of no side that hides its people."""
        return tuple(one for one in self.compared if one.profile.respondent.perspective not in self.hiding)

    @property
    def ranked(self) -> tuple[ComparedProfile, ...]:
        """The profiles whose dimensions and totals can be compared: full ones, or quick ones where there is nothing else."""
        return self.compared if self.only_quick else tuple(one for one in self.compared if not one.quick)

    @property
    def only_quick(self) -> bool:
        """Whether everybody answered the quick check, which has a total but no dimensions; an agreed profile is nobody's."""
        people = [one for one in self.compared if one.profile.respondent.perspective is not Perspective.AGREED]
        return all(one.quick for one in people or self.compared)


class Protection(NamedTuple):
    """The sides whose people stay hidden, and how many voices of each side count towards no threshold."""

    hiding: frozenset[Perspective] = frozenset()
    doubtful: Mapping[Perspective, int] = MappingProxyType({})


NOTHING_HIDDEN = Protection()


def compare(
    spoken: Checklist,
    german: Checklist,
    score: str,
    profiles: Sequence[tuple[str, Profile]],
    mode: ComparisonMode,
    protection: Protection = NOTHING_HIDDEN,
) -> Comparison:
    """Hold profiles side by side over the items they have in common; each is a file's name and what it holds.

    ``spoken`` is the checklist in the language of the user, ``german`` the one whose wordings are marked. What is compared
    never depends on answers of a side that is too small to be shown.
    """
    hiding, doubtful = protection
    sizes = Counter(profile.respondent.perspective for _, profile in profiles if profile.respondent.perspective in hiding)
    sizes.subtract({side: number for side, number in doubtful.items() if side in hiding})
    common = common_items(german, [profile for _, profile in profiles], mode, hidden_groups(sizes))
    narrowed = restricted(spoken, common.ids)
    compared = tuple(
        ComparedProfile(file, assess_score(narrowed, profile, score), profile.answered_on(german.id))
        for file, profile in profiles
    )
    here = {item.id: item for d in spoken.dimensions_of(score) for item in d.items}
    left_out = tuple((here[item_id], reason) for item_id, reason in common.left_out if item_id in here)
    return Comparison(mode, narrowed, score, compared, left_out, hiding, doubtful)


class GroupScore(NamedTuple):
    """How one dimension, or the total, stands in a group of profiles.

    ``number`` of them have a score that is shown; ``value`` is its median, ``lowest`` to ``highest`` its spread over the group.
    ``display`` is the value as shown: for a single profile as in its report. ``low`` to ``high`` is the median range,
    ``coverage`` the median coverage.
    """

    number: int = 0
    value: Fraction | None = None
    display: int | None = None
    share_met: Fraction | None = None
    lowest: Fraction | None = None
    highest: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    coverage: Fraction | None = None
    shown: Shown = Shown.NOTHING


class ScoreRow(NamedTuple):
    """A dimension, None for the total, over all groups; ``difference`` lies between the highest and the lowest value."""

    dimension: Dimension | None
    groups: tuple[GroupScore, ...]
    difference: Fraction | None


def score_rows(comparison: Comparison, groups: Mapping[Key, Sequence[Assessment]]) -> tuple[ScoreRow, ...]:
    """Return the dimensions, the biggest differences first, and the total last; a quick check has only the total.

    Only for profiles that were all asked the same, over time and between peers; how sides differ tells ``difference_rows``.
    """
    rows = []
    if not comparison.only_quick:
        scored = (d for d in comparison.checklist.dimensions_of(comparison.score) if any(item.scored for item in d.items))
        for dimension in scored:
            row = _row(dimension, [[_dimension(dimension.id, a) for a in held] for held in groups.values()])
            if any(one.number or one.shown is not Shown.NOTHING for one in row.groups):
                rows.append(row)
    total = _row(None, [[(a.total, a.display) for a in held] for held in groups.values()])
    return (*sorted(rows, key=lambda row: -(row.difference if row.difference is not None else -1)), total)


Scored = tuple[Score, int | None]
"""A score, and how a report on that profile shows its value."""


def _dimension(dimension: str, assessment: Assessment) -> Scored:
    nothing = Score(None, None, None, None, Shown.NOTHING)
    found = next((d for d in assessment.dimensions if d.dimension.id == dimension), None)
    return (found.score, display(found.score.value, [found])) if found else (nothing, None)


def _row(dimension: Dimension | None, scores: Sequence[Sequence[Scored]]) -> ScoreRow:
    groups = tuple(group_score(held) for held in scores)
    values = [group.value for group in groups if group.value is not None]
    return ScoreRow(dimension, groups, max(values) - min(values) if len(values) > 1 else None)


def group_score(scores: Sequence[Scored]) -> GroupScore:
    """Return how a group of scores stands; where no number is shown, ``shown`` says why."""
    counted = [(score, told) for score, told in scores if score.shown is Shown.NUMBER and score.value is not None]
    values = sorted(score.value for score, _ in counted if score.value is not None)
    answered = [(score, told) for score, told in scores if score.shown is not Shown.NOTHING]
    found = {Shown.NUMBER} if values else {score.shown for score, _ in answered}
    why = next((one for one in Shown if one in found), Shown.NOTHING)
    of = [score for score, _ in counted or answered]
    middle = median(values)
    return GroupScore(
        number=len(values),
        value=middle,
        display=counted[0][1] if len(counted) == 1 else as_points(middle),
        share_met=Fraction(sum(1 for value in values if value >= MET), len(values)) if values else None,
        lowest=values[0] if values else None,
        highest=values[-1] if values else None,
        low=median([score.low for score in of if score.low is not None]),
        high=median([score.high for score in of if score.high is not None]),
        coverage=median([score.coverage for score in of if score.coverage is not None]),
        shown=why,
    )
