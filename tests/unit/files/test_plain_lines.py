"""Plain lines are read as libyaml's events read them, or not at all."""

from random import Random
from textwrap import dedent

import pytest

from calling import PROFILES, profile_yaml
from mo_check.files.plain_lines import plain_tree
from mo_check.files.yaml_events import parse_yaml

WRITTEN = [path.read_text("utf-8") for path in sorted(PROFILES.rglob("*.yaml"))]
HAND = """\
format: mo-check/profile/1
remark: |-
  „Erste“ Zeile: # kein Kommentar

    - eingerückt
  \\ "und" 'weiter'
subject:
  name: "Stadt \\"am See\\" \\\\ Bucht"
  kind: city  # "Kommentar" \\
checklists:
  cooperation:
    answers:
      concept.written:  # Konzept
        note: |-
          a

          b: "c"
        evidence: "\\\\\\""
      rooms.forms:
        options: []
        note: "\\""
"""
"""A profile with every sign that is escaped and with blocks, as they are written."""
SIGNS = [*" :#\"'[]{},-?&*!|>%@`\\\n\t~=<.ab1ä\u00a0\u2028\x85\ufeff", "  ", "\n  ", ": ", "- ", " #", "---\n", "...\n", "a: b\n"]
SIGNS += [
    '\\"',
    "\\\\",
    "\\n",
    "\\u00e4",
    '"a\\"',
    '"\\\\"',
    '""',
    '"\n',
    " |-\n",
    "|-",
    "|-\n  a\n",
    ": |-\n    a\n\n     b\n",
    " |\n",
    "\n\n",
]
"""What a hand puts in or leaves behind, and what means something in YAML."""


def broken(text: str, random: Random) -> str:
    """Return a piece of a profile in which a few signs are put in, taken out or changed."""
    lines = text.split("\n")
    middle = random.randrange(len(lines))
    signs = list(dedent("\n".join(lines[max(0, middle - random.randrange(12)) : middle + random.randrange(1, 12)])))
    for _ in range(random.randrange(4)):
        place = random.randrange(len(signs) + 1)
        signs[place : place + random.randrange(2)] = random.choice([SIGNS[random.randrange(len(SIGNS))], ""])
    return "".join(signs)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_taken_is_read_the_same(seed: int) -> None:
    """Of thousands of broken pieces each is either left to libyaml or read as it is there, without any fault."""
    random = Random(seed)  # noqa: S311 - the same texts every time
    taken = 0
    for _ in range(1500):
        text = broken(random.choice([*WRITTEN, *[HAND] * len(WRITTEN)]), random)
        if (tree := plain_tree(text)) is None:
            continue
        taken += 1
        strict = parse_yaml(text)
        assert (strict.faults, strict.tree) == ([], tree), text
    assert taken > 200


def test_profiles_as_they_are_written_are_plain() -> None:
    """The example profiles, and one with escapes and blocks, are read the quick way."""
    texts = [*WRITTEN, HAND]
    found = [plain_tree(text) for text in texts]
    assert [parse_yaml(text).tree for text in texts if plain_tree(text)] == [tree for tree in found if tree]
    assert [text for text, tree in zip(texts, found, strict=True) if tree is None] == []
    assert plain_tree(profile_yaml()) is not None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: b\na: c\n", id="a key twice"),
        pytest.param("a:\nb: c\n", id="a key without a value"),
        pytest.param("a: b\n  c: d\n", id="a key below a text"),
        pytest.param("a:\n    b: c\n  d: e\n", id="between two depths"),
        pytest.param("a: &x b\n", id="an anchor"),
        pytest.param("a: *x\n", id="an alias"),
        pytest.param("a: !!str b\n", id="a tag"),
        pytest.param("a: b: c\n", id="two colons"),
        pytest.param('a: "b\\n"\n', id="an escape"),
        pytest.param("a: |\n  b\n", id="a block that keeps its end"),
        pytest.param("a: |-\n    b\n", id="a block further in"),
        pytest.param("a: |-\nb: c\n", id="a block without a line"),
        pytest.param("a: [b, [c]]\n", id="a list in a list"),
        pytest.param("a: {b: c}\n", id="braces"),
        pytest.param("- a\n", id="a list"),
        pytest.param("a: b\n---\na: c\n", id="a second document"),
        pytest.param("a: b\u2028c\n", id="a line separator"),
        pytest.param("\ta: b\n", id="a tab"),
        pytest.param("# nothing\n", id="nothing"),
        pytest.param("".join(f"{' ' * n}a:\n" for n in range(3000)), id="very deep"),
    ],
)
def test_anything_else_is_left_to_libyaml(text: str) -> None:
    """What is not plain, or not right, is not judged here."""
    assert plain_tree(text) is None
