"""Which profiles assess the same municipality: by official key, else by name, kind and federal state (docs/method.md, Sides).

German municipalities share hundreds of names, and a city often shares its name with the district around it. Where the facts do
not decide, the question is left open instead of being answered by chance: whoever calls asks, or refuses.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from mo_check.model.profile import Subject, SubjectKind

_TITLES = ("landeshauptstadt", "stadt")
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})
_TOWNS = frozenset({SubjectKind.MUNICIPALITY, SubjectKind.TOWN, SubjectKind.CITY})
"""Kinds that one and the same place may be called by; a district or a borough of the same name is another subject."""
_NO_PART = "000"


class SubjectGroups(NamedTuple):
    """The municipality of each subject, numbered from 0 in the order in which they first stand.

    ``doubts`` are pairs of places of subjects that may be one municipality: the facts do not decide.
    """

    of: tuple[int, ...]
    doubts: tuple[tuple[int, int], ...]

    @property
    def first(self) -> tuple[int, ...]:
        """The place of the first subject of each municipality."""
        return tuple(self.of.index(number) for number in range(len(set(self.of))))


def bare_name(name: str) -> str:
    """Return a name as it is compared: one form of letters, no invisible signs, one blank, no capitals, no „Stadt“ beside it.

    >>> bare_name("Landeshauptstadt  Solmbru\u0308ck"), bare_name("SOLMBRÜCK, Stadt"), bare_name("Stadt")
    ('solmbrück', 'solmbrück', 'stadt')
    """
    signs = unicodedata.normalize("NFKC", name)
    seen = "".join(sign for sign in signs if sign.isspace() or unicodedata.category(sign) not in _INVISIBLE)
    words = re.sub(r"\s+", " ", seen).strip().casefold()
    for title in _TITLES:
        words = words.removeprefix(f"{title} ").removesuffix(f", {title}") or words
    return words


def bare_key(ags: str | None) -> str | None:
    """Return an official key as it is compared: a district or a city of its own has five digits, with or without „000“."""
    whole_district = ags is not None and len(ags) > len(_NO_PART) + 2 and ags.endswith(_NO_PART)
    return ags[: -len(_NO_PART)] if ags is not None and whole_district and len(ags) == 8 else ags  # noqa: PLR2004 - 5 + 3 digits


def same_subject(one: Subject, other: Subject) -> bool | None:
    """Tell whether two profiles assess the same municipality; None where the facts do not decide."""
    first, second = bare_key(one.ags), bare_key(other.ags)
    if first and first == second:
        return True
    if bare_name(one.name) != bare_name(other.name) or _differ(one, other):
        return False
    if first and second:  # one name, two keys: a slip, or two places of one name
        return None
    return True if one.kind is other.kind and one.land is other.land else None


def _differ(one: Subject, other: Subject) -> bool:
    """Tell whether what is known of two subjects of one name makes them two."""
    if one.land and other.land and one.land is not other.land:
        return True
    return one.kind is not other.kind and not (one.kind in _TOWNS and other.kind in _TOWNS)


def subject_groups(subjects: Sequence[Subject], *, doubtful_are_one: bool = False) -> SubjectGroups:
    """Return which subjects are one municipality; the order in which they stand decides nothing but the numbers.

    A municipality knows what any of its subjects tells: the key of one, the federal state of another. With ``doubtful_are_one``
    pairs that may be one are one, but never two that are two, for the sake of a third that could be either.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    for place, subject in enumerate(subjects):
        names = [bare_name(subject.name)] + ([key] if (key := bare_key(subject.ags)) else [])
        for name in names:
            alike[name].append(place)
    pairs = [pair for places in alike.values() for pair in _pairs(subjects, places)]
    told = {(one, other): same_subject(subjects[one], subjects[other]) for one, other in pairs}
    sure, unsure = ([pair for pair, same in told.items() if same is wanted] for wanted in (True, None))
    roots = _united(len(subjects), sure)
    if doubtful_are_one:
        joined = _united(len(subjects), [*sure, *unsure])
        two = [pair for pair, same in told.items() if same is False and roots[pair[0]] != roots[pair[1]]]
        torn = {joined[one] for one, other in two if joined[one] == joined[other]}
        roots = _united(len(subjects), [*sure, *(pair for pair in unsure if joined[pair[0]] not in torn)])
        unsure = [pair for pair in unsure if joined[pair[0]] in torn]
    numbers = {held: number for number, held in enumerate(dict.fromkeys(roots))}
    doubts = {(one, other) for one, other in unsure if roots[one] != roots[other] or _two_keys(subjects[one], subjects[other])}
    return SubjectGroups(tuple(numbers[held] for held in roots), tuple(sorted(doubts)))


def _two_keys(one: Subject, other: Subject) -> bool:
    """Tell whether two subjects have different keys: no third without a key can say that they are one."""
    return None not in {bare_key(one.ags), bare_key(other.ags)} and bare_key(one.ags) != bare_key(other.ags)


def _united(number: int, pairs: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each place the first one that it hangs together with by these pairs."""
    parent = list(range(number))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = place = parent[parent[place]]
        return place

    for one, other in pairs:
        parent[max(root(one), root(other))] = min(root(one), root(other))
    return [root(place) for place in range(number)]


def _pairs(subjects: Sequence[Subject], places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the pairs to look at: each different set of facts once beside each other, and every subject beside its like."""
    first: dict[tuple[object, ...], int] = {}
    pairs = []
    for place in places:
        subject = subjects[place]
        facts = (bare_name(subject.name), bare_key(subject.ags), subject.kind, subject.land)
        if facts in first:
            pairs.append((first[facts], place))
        else:
            pairs += [(other, place) for other in first.values()]
            first[facts] = place
    return pairs
