"""How sure a difference of totals is, when weights and answers could have been a little different (docs/method.md, Over time).

In each of 1,000 draws all profiles get the same drawn weights, W_d·u_d with u_d uniform on [0.5, 1.5], and every answer moves
one level up or down with probability 0.1 each, for each profile on its own. Answers that count by rule do not move.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from random import Random
from typing import NamedTuple

from mo_check.model.assessment import Assessment, ItemResult
from mo_check.scoring.sensitivity import DRAWS, SEED, percentile

SURE = 0.95
"""From this share of the draws on one total is said to be higher than another."""
_MOVES = 0.1


class _Answer(NamedTuple):
    """The weighed value of an answer, and what it would be one level below and above."""

    below: float
    value: float
    above: float


class _Part(NamedTuple):
    """One dimension of a profile: its id, its weight, the weights of its items together, and their answers."""

    dimension: str
    weight: float
    items: float
    answers: tuple[_Answer, ...]


def drawn_totals(assessments: Sequence[Assessment]) -> Iterator[list[float]]:
    """Yield the totals of all profiles, 0 to 1, draw by draw; profiles without a score are left out by the caller."""
    held = [_parts(assessment) for assessment in assessments]
    dimensions = [d.id for d in assessments[0].checklist.dimensions]
    weights = Random(SEED)  # noqa: S311 - a fixed seed for a reproducible figure, not a secret
    moves = [Random(f"{SEED} {place}") for place in range(len(held))]  # noqa: S311 - the same
    for _ in range(DRAWS):
        drawn = {dimension: weights.uniform(0.5, 1.5) for dimension in dimensions}
        yield [_total(parts, drawn, random) for parts, random in zip(held, moves, strict=True)]


def _parts(assessment: Assessment) -> list[_Part]:
    found = []
    for d in assessment.dimensions:
        scored = [r for r in d.items if r.value is not None]
        if scored:
            weight = float(sum(r.item.weight for r in scored))
            found.append(_Part(d.dimension.id, float(d.dimension.weight), weight, tuple(_answer(r) for r in scored)))
    return found


def _answer(result: ItemResult) -> _Answer:
    item = result.item
    rank = item.rank(result.level.id) or 0 if result.level else 0
    near = (rank, rank, rank) if result.by_rule else (max(rank - 1, 0), rank, min(rank + 1, len(item.levels) - 1))
    return _Answer(*(float(item.weight * item.value(item.levels[one].id)) for one in near))


def _total(parts: Sequence[_Part], drawn: dict[str, float], random: Random) -> float:
    gained = weights = 0.0
    for part in parts:
        weight = part.weight * drawn[part.dimension]
        gained += weight * sum(_moved(answer, random.random()) for answer in part.answers) / part.items
        weights += weight
    return gained / weights


def _moved(answer: _Answer, chance: float) -> float:
    if chance < _MOVES:
        return answer.below
    return answer.above if chance < 2 * _MOVES else answer.value


class DrawShares(NamedTuple):
    """In which shares of the draws a later total is higher and lower than an earlier one; where they are equal, in neither."""

    higher: float
    lower: float


def draw_shares(one: Assessment, other: Assessment) -> DrawShares | None:
    """Return the shares of draws in which the other total is higher and lower than the one; None where one has no score."""
    if one.total.value is None or other.total.value is None:
        return None
    drawn = list(drawn_totals([one, other]))
    higher = sum(1 for first, second in drawn if second > first)
    return DrawShares(higher / DRAWS, sum(1 for first, second in drawn if second < first) / DRAWS)


class Rank(NamedTuple):
    """The rank of a profile by its total, 1 for the highest, and its band: the middle 90 percent of its ranks over all draws.

    The band is stretched to the rank itself where the draws, in which the highest can only fall, leave it out.
    """

    place: int
    best: int
    worst: int


def ranks(assessments: Sequence[Assessment]) -> list[Rank]:
    """Return the rank of every profile, each of which has a total; equal totals share the better rank.

    The draws go by the names of subjects and respondents, then by their answers, and profiles alike in all of these share one
    band, so the order of the profiles changes no rank.
    """
    names = [_name(assessment) for assessment in assessments]
    order = sorted(range(len(assessments)), key=names.__getitem__)
    drawn_places: dict[tuple[str, str, str], list[float]] = {name: [] for name in names}
    for drawn in drawn_totals([assessments[place] for place in order]):
        ordered = sorted(drawn, reverse=True)
        for place, total in zip(order, drawn, strict=True):
            drawn_places[names[place]].append(ordered.index(total) + 1)
    totals = [assessment.total.value or Fraction(0) for assessment in assessments]
    return [
        _rank(1 + sum(1 for other in totals if other > total), sorted(drawn_places[name]))
        for total, name in zip(totals, names, strict=True)
    ]


def _name(assessment: Assessment) -> tuple[str, str, str]:
    profile = assessment.profile
    return profile.subject.name, profile.respondent.label, str([result.value for result in assessment.items()])


def _rank(place: int, drawn: list[float]) -> Rank:
    return Rank(place, min(place, round(percentile(drawn, 0.05))), max(place, round(percentile(drawn, 0.95))))
