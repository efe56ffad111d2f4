"""A profile as YAML text: what is written is read back the same, by us and by every other reader."""

from collections import namedtuple
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import create_model

from answers import answer_of
from builders import model_classes
from mo_check.files.loading import build_model, check_format, load_tree
from mo_check.files.profile_text import profile_text, scalar
from mo_check.files.yaml_events import Tree, parse_yaml
from mo_check.model.answer import Answer, AnswerFields, Disputed, Status, fields_of
from mo_check.model.profile import PROFILE_FORMAT, Land, Profile, SubjectKind
from mo_check.model.types import Frozen, Text, cleaned_text

PATH = Path("profile.yaml")

HOSTILE = (
    *("yes", "No", "on", "OFF", "true", "null", "~", "Null", "y", "n", "nan", ".inf", "-.INF", "=", "<<", "?", "-", "|"),
    *("0123", "05315000", "1_000", "0x1F", "0o17", "12e45", "1e3", "12:30", "1:2:3", "2026-11-14", "+1", "1.", ".5"),
    *("a: b", "a:", ":a", "# x", "a # b", "a#b", "- a", "---", "...", "--- a", "%YAML 1.2", "@a", "`a`", "!tag", "&a"),
    *("*a", "{a: b}", "[a]", "[/1]", "[bold]x[/]", "a, b", "'", '"', "''", '"a"', "a'b", 'a"b', "\\", "a\\nb", "C:\\x"),
    *("  leading", "trailing  ", "a  b", "\ta", "a\tb", "a\nb", "a\n  b", "a\n\nb", "\n\na", "a\n- b", "a\n---\nb", "|-\na"),
    *("a\n#b", "a\n\tb", "a\r\nb", "a\rb", "a\x85b", "a\u2028b", "a\u2029b", "\ufeffa", "a\ufeffb", "\x00a", "a\x1bb"),
    *("😀", "👩‍👩‍👧", "مرحبا", "שלום", "a\u202eb", "日本", "ǅ", "ß", "é", "e\u0301", "\u00a0a", "a\u00a0", "\u200b", "a\xad"),
    *("=1+1", "@SUM", "<b>", "{{x}}", "${x}", "x" * 2000, "a " * 500, "\ud800a", "\U0010ffff", "\U0001f1e9\U0001f1ea"),
)


def texts(most: int | None = None) -> st.SearchStrategy[str]:
    """Return texts that readers of YAML stumble over, alone and joined, and any other text; never empty once cleaned."""
    hostile = st.sampled_from(HOSTILE)
    joined = st.lists(hostile, min_size=1, max_size=3).map("".join) | st.lists(hostile, max_size=3).map("\n".join)
    every = hostile | joined | st.text(max_size=60)
    if most is not None:
        every = every.map(lambda text: text[:most])
    return every.filter(lambda text: bool(cleaned_text(text)))


SLUGS = st.sampled_from(["a", "no", "yes", "on", "null", "y", "n", "01", "1e3", "0x1f", "12e45", "true", "e1", "b-2"])
IDS = st.lists(SLUGS, min_size=1, max_size=3).map(".".join)
WORDS = st.sampled_from(["a", "no", "yes", "on", "off", "null", "y", "n", "true", "nan", "inf", "e1", "level-2", "x" * 40])
DIGITS = st.integers(0, 16**8 - 1).map(lambda number: f"{number:08x}")
OPTIONAL_DIGEST = st.none() | (st.sampled_from(["00000000", "12345678", "1234e567"]) | DIGITS).map("sha256:{}".format)


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Draw an answer of any form, with hostile texts wherever a person may write."""
    value: dict[str, object] = draw(
        st.one_of(
            st.fixed_dictionaries({"level": WORDS}),
            st.fixed_dictionaries({"options": st.lists(WORDS, max_size=3)}),
            st.fixed_dictionaries({"text": texts()}),
            st.fixed_dictionaries({"status": st.sampled_from([Status.UNKNOWN, Status.SKIPPED])}),
            st.fixed_dictionaries({"status": st.just(Status.NOT_APPLICABLE), "reason": texts()}),
            st.fixed_dictionaries({"status": st.just(Status.ELSEWHERE), "who": texts()}, optional={"level": WORDS}),
            st.fixed_dictionaries(
                {
                    "status": st.just(Status.DISPUTED),
                    "positions": st.lists(st.fixed_dictionaries({"label": texts(80), "level": WORDS}), min_size=1, max_size=3),
                }
            ),
        )
    )
    beside = st.fixed_dictionaries(
        {},
        optional={"note": texts(), "evidence": texts(), "date": st.dates(), "wording": DIGITS.map("sha256:{}".format)},
    )
    return answer_of(**value | draw(beside))


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Draw a profile in which everything that may vary does."""
    held = st.fixed_dictionaries(
        {
            "version": st.tuples(*[st.integers(0, 99)] * 3).map(lambda parts: ".".join(map(str, parts))),
            "digest": OPTIONAL_DIGEST,
            "answers": st.dictionaries(IDS, answers(), max_size=4),
        }
    )
    tree = st.fixed_dictionaries(
        {
            "format": st.just(PROFILE_FORMAT),
            "subject": st.fixed_dictionaries(
                {
                    "name": texts(120),
                    "kind": st.sampled_from(SubjectKind),
                    "land": st.none() | st.sampled_from(Land),
                    "population": st.none() | st.integers(1, 100_000_000),
                    "ags": st.none() | st.sampled_from(["05315", "05315000", "00000000"]),
                }
            ),
            "respondent": st.fixed_dictionaries(
                {
                    "perspective": st.sampled_from(["municipality", "department", "migrant_organisation", "agreed"]),
                    "label": texts(80),
                }
            ),
            "language": st.sampled_from(["de", "no", "en", "de-x-simple"]),
            "scope": st.sampled_from(["full", "quick"]),
            "remark": st.none() | texts(),
            "checklists": st.dictionaries(WORDS, held, max_size=3),
        }
    )
    return Profile.model_validate(draw(tree))


def read(text: str) -> Profile:
    """Return the profile that a text holds, through the same steps as a file."""
    text, tree = load_tree(PATH, text.encode())
    check_format(PATH, text, tree, PROFILE_FORMAT)
    return build_model(Profile, PATH, text, tree)


def simple(**answer: object) -> Profile:
    """Return a small profile with one answer."""
    return Profile.model_validate(
        {
            "format": PROFILE_FORMAT,
            "subject": {"name": "Musterstadt", "kind": "city", "population": 45000},
            "respondent": {"perspective": "municipality", "label": "Integrationsstelle"},
            "checklists": {"cooperation": {"version": "1.0.0", "answers": {"concept.written": answer}}},
        }
    )


@given(profiles())
def test_what_is_saved_is_loaded(profile: Profile) -> None:
    """Law: load(save(p)) = p, whatever people write into a profile."""
    assert read(profile_text(profile, {})) == profile


@given(profiles())
def test_saving_again_changes_nothing(profile: Profile) -> None:
    """Law: a loaded profile is written as the very same text, so that a diff shows only what a person changed."""
    text = profile_text(profile, {})
    assert profile_text(read(text), {}) == text


@given(profiles())
def test_every_reader_reads_the_same(profile: Profile) -> None:
    """PyYAML, which guesses at types, finds the same texts as our strict reader; only the population is a number."""
    text = profile_text(profile, {})
    theirs = yaml.safe_load(text)
    if profile.subject.population is not None:
        assert type(theirs["subject"]["population"]) is int
        theirs["subject"]["population"] = str(theirs["subject"]["population"])
    assert theirs == parse_yaml(text).tree


@given(texts())
def test_one_scalar_is_the_same_text_for_every_reader(text: str) -> None:
    """A cleaned text, plain or quoted, is that text as a value, as a key and in a list in brackets."""
    cleaned = cleaned_text(text).replace("\n", " ")
    line = f"{scalar('k' + cleaned[:60])}: {scalar(cleaned)}\nlist: [{scalar('a')}, {scalar('b')}]\n"
    tree: Tree = {"k" + cleaned[:60]: cleaned, "list": ["a", "b"]}
    assert yaml.safe_load(line) == tree
    assert parse_yaml(line).tree == tree


@given(texts())
def test_texts_hold_no_line_end_but_ours(text: str) -> None:
    """The written text is split into lines alike by every program: no CR, NEL or Unicode line end is in it."""
    written = profile_text(simple(text=text), {})
    assert len(written.splitlines()) == written.count("\n")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param("Musterstadt", "Musterstadt", id="word"),
        pytest.param("Amt für Soziales (50.1), Zimmer 3", "Amt für Soziales (50.1), Zimmer 3", id="usual text"),
        pytest.param("no", '"no"', id="no"),
        pytest.param("Yes", '"Yes"', id="yes in capitals"),
        pytest.param("05315000", '"05315000"', id="leading zero"),
        pytest.param("12e45", '"12e45"', id="float"),
        pytest.param("a: b", '"a: b"', id="colon"),
        pytest.param("a # b", '"a # b"', id="number sign"),
        pytest.param('so "genannt"', '"so \\"genannt\\""', id="quotes"),
        pytest.param("[/1]", '"[/1]"', id="markup"),
        pytest.param("😀", '"😀"', id="emoji stays readable"),
        pytest.param("", '""', id="empty"),
        pytest.param(45000, "45000", id="number"),
    ],
)
def test_quotes_only_where_they_are_needed(value: object, written: str) -> None:
    """What people write most stands plainly; what another reader would take for something else is quoted."""
    assert scalar(value) == written


def test_a_profile_reads_well() -> None:
    """The whole layout of a small profile: order of keys, the short beside its item, long text as a block."""
    profile = Profile.model_validate(
        {
            "format": PROFILE_FORMAT,
            "subject": {"name": "Köln", "kind": "city", "land": "NW", "population": "1085664", "ags": "05315000"},
            "respondent": {"perspective": "municipality", "label": "Integrationsstelle"},
            "remark": "Erste Zeile:\n\n  - eingerückt",
            "checklists": {
                "cooperation": {
                    "version": "1.0.0",
                    "digest": "sha256:0123456789abcdef",
                    "answers": {
                        "concept.written": {"level": "draft", "date": date(2026, 11, 14), "wording": "sha256:01234567"},
                        "rooms.forms": {"options": ["meeting", "none"]},
                        "staff.share": {
                            "status": "disputed",
                            "positions": [{"label": "Amt: 50", "level": "no"}, {"label": "Verein", "level": "full"}],
                        },
                    },
                }
            },
        }
    )
    assert (
        profile_text(profile, {"cooperation": {"concept.written": "Schriftliches Konzept"}})
        == """\
format: mo-check/profile/1
remark: |-
  Erste Zeile:

    - eingerückt
subject:
  name: Köln
  kind: city
  land: NW
  population: 1085664
  ags: "05315000"
respondent:
  perspective: municipality
  label: Integrationsstelle
language: de
scope: full
checklists:
  cooperation:
    version: "1.0.0"
    digest: sha256:0123456789abcdef
    answers:
      concept.written:  # Schriftliches Konzept
        level: draft
        date: "2026-11-14"
        wording: sha256:01234567
      rooms.forms:
        options: [meeting, none]
      staff.share:
        status: disputed
        positions:
          - label: "Amt: 50"
            level: "no"
          - label: Verein
            level: full
"""
    )


@given(texts(40))
def test_a_short_is_only_ever_a_comment(short: str) -> None:
    """Whatever an item's short holds, even a line end, it stands beside the id and changes nothing that is read."""
    profile = simple(level="draft")
    cleaned = cleaned_text(short)
    text = profile_text(profile, {"cooperation": {"concept.written": cleaned}})
    assert f"      concept.written:  # {' '.join(cleaned.split())}\n" in text
    assert read(text) == profile
    assert yaml.safe_load(text)["checklists"]["cooperation"]["answers"] == {"concept.written": {"level": "draft"}}


def test_items_without_a_short_have_no_comment() -> None:
    """An answer to an item that this checklist does not know stands without a comment."""
    assert "      concept.written:\n" in profile_text(simple(level="draft"), {"cooperation": {"other": "x"}})


FILLED = Profile.model_validate(
    {
        "format": PROFILE_FORMAT,
        "subject": {"name": "Köln", "kind": "city"},
        "respondent": {"perspective": "municipality", "label": "Büro"},
        "checklists": {
            "probe": {
                "version": "1.0.0",
                "answers": {"d.a": {"status": "disputed", "positions": [{"label": "Amt", "level": "full"}]}},
            }
        },
    }
)
"""A profile with one part of every kind, and nothing in it that could be left out."""


def parts(profile: Profile) -> dict[type[Frozen], Frozen]:
    """Return a part of the profile for every class that a profile is made of."""
    held = profile.checklists["probe"]
    answer = held.answers["d.a"]
    fields = AnswerFields.model_validate(fields_of(answer))
    found = (profile, profile.subject, profile.respondent, held, fields, *answer.positions)
    return {type(part): part for part in found}


LaterAnswer = namedtuple("LaterAnswer", [*Answer._fields, "added_later"])  # noqa: PYI024 - the types are those of Answer


class AnswerOfTomorrow(LaterAnswer, Answer):
    """An answer with something more beside it."""


def extended(kind: type[Frozen], value: str | None) -> Profile:
    """Return the profile with an optional field more in one of its classes, as a later mo-check may have it."""
    later = create_model("Later", __base__=kind, added_later=(Text | None, None))

    def more(part: Frozen, **update: object) -> Frozen:
        fields = dict(part) | update
        return later.model_construct(**fields, added_later=value) if type(part) is kind else part.model_copy(update=update)

    held = FILLED.checklists["probe"]
    answer = held.answers["d.a"]
    answer = answer._replace(given=Disputed(tuple(more(position) for position in answer.positions)))
    if kind is AnswerFields:
        answer = AnswerOfTomorrow(*answer, value)
    checklists = {"probe": more(held, answers={"d.a": answer})}
    profile = more(FILLED, subject=more(FILLED.subject), respondent=more(FILLED.respondent), checklists=checklists)
    assert isinstance(profile, Profile)
    return profile


@pytest.mark.parametrize("kind", model_classes(Profile), ids=lambda kind: kind.__name__)
def test_an_optional_field_of_tomorrow_is_left_out_or_written(kind: type[Frozen], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not given, the text is the same as today; where it is, it stands there: never "None", never lost."""
    if kind is AnswerFields:
        monkeypatch.setattr(
            "mo_check.model.answer.AnswerFields", create_model("Later", __base__=kind, added_later=(Text | None, None))
        )
    assert profile_text(extended(kind, None), {}) == profile_text(FILLED, {})
    assert "added_later: Leitung\n" in profile_text(extended(kind, "Leitung"), {})


def test_what_is_not_given_is_not_written() -> None:
    """No optional field of any class stands in the text of a profile that has none of them."""
    held = [(name, getattr(part, name)) for kind, part in parts(FILLED).items() for name in kind.model_fields]
    missing = {name for name, value in held if value is None} - {name for name, value in held if value is not None}
    assert {"land", "population", "ags", "remark", "digest", "note", "evidence", "date", "wording"} <= missing
    written = profile_text(FILLED, {})
    assert "None" not in written
    assert [name for name in missing if f"{name}:" in written] == []


def test_every_class_of_a_profile_is_tried() -> None:
    """The part of every kind is really one of every kind."""
    assert parts(FILLED).keys() == set(model_classes(Profile))


@pytest.mark.parametrize("word", ["no", "yes", "on", "y", "null"])
def test_an_id_that_looks_like_a_truth_value_is_quoted(word: str) -> None:
    """Ids of unknown checklists survive too, whatever word they are."""
    tree = simple(level="draft").model_dump(mode="json", exclude_none=True)
    profile = Profile.model_validate(tree | {"checklists": {word: {"version": "1.0.0"}}})
    assert yaml.safe_load(profile_text(profile, {}))["checklists"] == {word: {"version": "1.0.0"}}
