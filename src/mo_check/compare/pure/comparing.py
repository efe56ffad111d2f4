"""Several assessments side by side: what is compared, and how the dimensions stand in each group of profiles."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeVar

from mo_check.compare.pure.agreement import median
from mo_check.compare.pure.common_items import Reason, common_items, restricted
from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.compare.pure.sides import by_side
from mo_check.model.assessment import Assessment, Score, Shown
from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.disclosure_control import hidden_groups, shown_groups
from mo_check.model.item import MET, Item, Perspective
from mo_check.model.profile import Profile
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


Outside = tuple[str, Perspective]
"""A file that is not compared, and the side it is of."""


class Comparison(NamedTuple):
    """Several profiles on one score of a checklist.

    ``left_out`` are the items that are not compared, with the reason; ``hiding`` the sides whose people stay hidden.
    """

    mode: ComparisonMode
    checklist: Checklist
    score: str
    compared: tuple[ComparedProfile, ...]
    left_out: tuple[tuple[Item, Reason], ...]
    hiding: frozenset[Perspective] = frozenset()

    @property
    def sides(self) -> dict[Perspective, list[Assessment]]:
        """The assessments of each side."""
        return by_side(one.assessment for one in self.compared)

    @property
    def silent(self) -> frozenset[Perspective]:
        """The sides that are too small to be shown anywhere, or stay hidden for the sake of one that is."""
        return hidden_groups({side: len(held) for side, held in self.sides.items() if side in self.hiding})

    @property
    def open(self) -> tuple[ComparedProfile, ...]:
        """The profiles of which may be told whose they are: those of no side that hides its people."""
        return tuple(one for one in self.compared if one.profile.respondent.perspective not in self.hiding)

    @property
    def ranked(self) -> tuple[ComparedProfile, ...]:
        """The profiles whose dimensions and totals can be compared: full ones, or quick ones where there is nothing else."""
        return self.compared if self.only_quick else tuple(one for one in self.compared if not one.quick)

    @property
    def ranked_sides(self) -> dict[Perspective, list[Assessment]]:
        """The assessments of each side whose dimensions and totals can be compared."""
        return by_side(one.assessment for one in self.ranked)

    @property
    def only_quick(self) -> bool:
        """Whether everybody answered the quick check, which has a total but no dimensions; an agreed profile is nobody's."""
        people = [one for one in self.compared if one.profile.respondent.perspective is not Perspective.AGREED]
        return all(one.quick for one in people or self.compared)


def compare(
    spoken: Checklist,
    german: Checklist,
    score: str,
    profiles: Sequence[tuple[str, Profile]],
    mode: ComparisonMode,
    hiding: frozenset[Perspective] = frozenset(),
) -> Comparison:
    """Hold profiles side by side over the items they have in common; each is a file's name and what it holds.

    ``spoken`` is the checklist in the language of the user, ``german`` the one whose wordings are marked. What is compared
    never depends on answers of a side that is too small to be shown.
    """
    sizes = Counter(profile.respondent.perspective for _, profile in profiles if profile.respondent.perspective in hiding)
    common = common_items(german, [profile for _, profile in profiles], mode, hidden_groups(sizes))
    narrowed = restricted(spoken, common.ids)
    compared = tuple(
        ComparedProfile(file, assess_score(narrowed, profile, score), profile.answered_on(german.id))
        for file, profile in profiles
    )
    here = {item.id: item for d in spoken.dimensions_of(score) for item in d.items}
    left_out = tuple((here[item_id], reason) for item_id, reason in common.left_out if item_id in here)
    return Comparison(mode, narrowed, score, compared, left_out, hiding)


class GroupScore(NamedTuple):
    """How one dimension, or the total, stands in a group of profiles.

    ``number`` of them have a score that is shown; ``value`` is its median, ``lowest`` to ``highest`` its spread over the group.
    ``display`` is the value as shown: for a single profile as in its report. ``low`` to ``high`` is the median range,
    ``coverage`` the median coverage. A group that hides its people has only ``value``
    and ``share_met``; where ``hidden``, not even these.
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
    hidden: bool = False


class ScoreRow(NamedTuple):
    """A dimension, None for the total, over all groups; ``difference`` lies between the highest and the lowest value."""

    dimension: Dimension | None
    groups: tuple[GroupScore, ...]
    difference: Fraction | None


def score_rows(
    comparison: Comparison, groups: Mapping[Key, Sequence[Assessment]], hiding: frozenset[Key] = frozenset()
) -> tuple[ScoreRow, ...]:
    """Return the dimensions, the biggest differences first, and the total last; a quick check has only the total."""
    silent, rows = comparison.silent, []
    if not comparison.only_quick:
        scored = (d for d in comparison.checklist.dimensions_of(comparison.score) if any(item.scored for item in d.items))
        for dimension in scored:
            scores = {key: [_dimension(dimension.id, a) for a in held] for key, held in groups.items()}
            row = _row(dimension, scores, hiding, silent)
            if any(one.number or one.shown is not Shown.NOTHING or one.hidden for one in row.groups):
                rows.append(row)
    total = _row(None, {key: [(a.total, a.display) for a in held] for key, held in groups.items()}, hiding, silent)
    return (*sorted(rows, key=lambda row: -(row.difference if row.difference is not None else -1)), total)


Scored = tuple[Score, int | None]
"""A score, and how a report on that profile shows its value."""


def _dimension(dimension: str, assessment: Assessment) -> Scored:
    nothing = Score(None, None, None, None, Shown.NOTHING)
    found = next((d for d in assessment.dimensions if d.dimension.id == dimension), None)
    return (found.score, display(found.score.value, [found])) if found else (nothing, None)


def _row(
    dimension: Dimension | None,
    scores: Mapping[Key, Sequence[Scored]],
    hiding: frozenset[Key],
    silent: frozenset[Perspective],
) -> ScoreRow:
    groups = {key: group_score(held) for key, held in scores.items()}
    sizes = {key: group.number for key, group in groups.items() if key in hiding}
    alike = frozenset(key for key in sizes if groups[key].lowest == groups[key].highest)
    shown = shown_groups(sizes, alike) - silent
    told = tuple(_veiled(group, shown=key in shown) if key in hiding else group for key, group in groups.items())
    values = [group.value for group in told if group.value is not None]
    return ScoreRow(dimension, told, max(values) - min(values) if len(values) > 1 else None)


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


def _veiled(group: GroupScore, *, shown: bool) -> GroupScore:
    if not shown:
        return GroupScore(hidden=True)
    return GroupScore(value=group.value, display=as_points(group.value), share_met=group.share_met, shown=Shown.NUMBER)
