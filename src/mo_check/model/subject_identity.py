"""Which profiles assess the same municipality (docs/method.md, Sides and item types).

German municipalities share hundreds of names, and a city often shares its name with the district around it. Where the facts do
not decide, the question is left open instead of being answered by chance: whoever calls asks, or refuses.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from mo_check.model.profile import Land, Subject, SubjectKind

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
    return bool(one.kind and other.kind) and one.kind is not other.kind and not (one.kind in _TOWNS and other.kind in _TOWNS)


def subject_groups(subjects: Sequence[Subject], *, doubtful_are_one: bool = False) -> SubjectGroups:
    """Return which subjects are one municipality; the order in which they stand decides nothing but the numbers.

    A municipality knows what any of its subjects tells: the key of one, the federal state of another. With ``doubtful_are_one``
    pairs that may be one are one, but never two that are two, for the sake of a third that could be either.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    keys: dict[Facts, set[str]] = defaultdict(set)
    for place, subject in enumerate(subjects):
        alike[bare_name(subject.name)].append(place)
        if key := bare_key(subject.ags):
            alike[key].append(place)
            keys[_facts(subject)].add(key)
    told: dict[bool | None, list[tuple[int, int]]] = {True: [], False: [], None: []}
    for one, other in (pair for places in alike.values() for pair in _pairs(subjects, places)):
        found = same_subject(subjects[one], subjects[other])
        told[None if found and _either(subjects[one], subjects[other], keys) else found].append((one, other))
    roots, doubts = _roots(len(subjects), told[True]), told[None]
    if doubtful_are_one:
        joined = _roots(len(subjects), [*told[True], *doubts])
        torn = {joined[one] for one, other in told[False] if joined[one] == joined[other] and roots[one] != roots[other]}
        roots = _roots(len(subjects), [*told[True], *(pair for pair in doubts if joined[pair[0]] not in torn)])
    numbers = {held: number for number, held in enumerate(dict.fromkeys(roots))}
    left = {(min(p), max(p)) for one, other in doubts if len(p := {roots[one], roots[other]}) > 1}
    return SubjectGroups(tuple(numbers[held] for held in roots), tuple(sorted(left)))


def _roots(number: int, joined: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each of a number of places the first one that it is joined with, over however many others."""
    parent = list(range(number))

    def root(place: int) -> int:
        while parent[place] != place:
            place = parent[place]
        return place

    for one, other in joined:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    return [root(place) for place in range(number)]


Facts = tuple[str, SubjectKind | None, Land | None]
"""The bare name of a subject, its kind and its federal state."""


def _facts(subject: Subject) -> Facts:
    return bare_name(subject.name), subject.kind, subject.land


def _either(one: Subject, other: Subject, keys: Mapping[Facts, Collection[str]]) -> bool:
    """Tell whether one of them has no key, and may be this municipality or another of the same facts."""
    return (one.ags is None) is not (other.ags is None) and len(keys.get(_facts(one), ())) > 1


def _pairs(subjects: Sequence[Subject], places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the pairs to look at: each different set of facts once beside each other, and every subject beside its like."""
    first: dict[tuple[object, ...], int] = {}
    pairs = []
    for place in places:
        subject = subjects[place]
        facts = (*_facts(subject), bare_key(subject.ags))
        if facts in first:
            pairs.append((first[facts], place))
        else:
            pairs += [(other, place) for other in first.values()]
            first[facts] = place
    return pairs
