"""How many of a hidden side have an item met, in words that stand for nobody alone."""

from collections import defaultdict
from fractions import Fraction

import pytest

from mo_check.compare.pages.side_words import SHARES
from mo_check.compare.pure.side_answers import ShareWord, share_word
from mo_check.model.disclosure_control import LEAST

SIZES = range(LEAST, 41)
ORDER = tuple(ShareWord)


def people(number: int) -> dict[ShareWord, list[int]]:
    """Return for how many of so many people each word stands."""
    found: dict[ShareWord, list[int]] = defaultdict(list)
    for met in range(number + 1):
        found[share_word(Fraction(met, number))].append(met)
    return found


@pytest.mark.parametrize("number", SIZES)
def test_no_word_stands_for_one_person(number: int) -> None:
    """Neither for one who has it met, nor for one who has not; nobody and all are said as that."""
    found = people(number)
    assert (found[ShareWord.NONE], found[ShareWord.ALL]) == ([0], [number])
    for word, counts in found.items():
        assert word in {ShareWord.NONE, ShareWord.ALL} or ([1] != counts != [number - 1])


@pytest.mark.parametrize("number", SIZES)
def test_words_grow_with_the_share(number: int) -> None:
    """And each of them stands for counts that lie side by side."""
    words = [ORDER.index(share_word(Fraction(met, number))) for met in range(number + 1)]
    assert words == sorted(words)
    assert {ShareWord.SOME, ShareWord.MOST} <= people(number).keys()


def test_of_five_people_two_words_stand_for_two_numbers_each() -> None:
    """A share of 20 % of five would be a cell of one; there is no half of five."""
    assert people(LEAST) == {
        ShareWord.NONE: [0],
        ShareWord.SOME: [1, 2],
        ShareWord.MOST: [3, 4],
        ShareWord.ALL: [5],
    }


def test_half_is_half() -> None:
    """And a little around it, the same below as above."""
    for share in (Fraction(n, 100) for n in range(1, 50)):
        mirrored = {ShareWord.SOME: ShareWord.MOST, ShareWord.HALF: ShareWord.HALF}
        assert share_word(1 - share) is mirrored[share_word(share)]
    assert share_word(Fraction(1, 2)) is ShareWord.HALF


def test_every_word_is_said() -> None:
    """None is forgotten, and no two sound alike."""
    assert set(SHARES) == set(ShareWord)
    assert len(set(SHARES.values())) == len(ShareWord)
