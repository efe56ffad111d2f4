"""pydantic's errors in our own words: every type that the models can raise has a sentence of ours."""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Annotated, NamedTuple, get_args, get_origin, get_type_hints

import pytest
from annotated_types import Ge, Le, MaxLen, MinLen
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, InitErrorDetails

import mo_check.model
from mo_check.errors import Message
from mo_check.files.complaints import MAPPED, error_words, follows_from_others, near_miss
from mo_check.model.checklist import Checklist
from mo_check.model.letterhead import LetterheadFile
from mo_check.model.profile import Profile
from mo_check.model.source import Source

Said = Callable[[Message | None], str]
Path_ = tuple[str | int, ...]
FALLBACK = "Dieser Wert ist hier nicht möglich."
ROOTS = (Profile, Checklist, Source, LetterheadFile)

PROFILE: dict[str, object] = {
    "format": "mo-check/profile/1",
    "subject": {"name": "Musterstadt", "kind": "city", "land": "NW", "population": "45000", "ags": "05315000"},
    "respondent": {"perspective": "municipality", "label": "Integrationsstelle"},
    "language": "de",
    "scope": "full",
    "remark": "Probe",
    "checklists": {
        "probe": {
            "version": "1.0.0",
            "digest": "sha256:01234567",
            "answers": {
                "a.level": {"level": "full", "note": "n", "evidence": "e", "date": "2026-11-14"},
                "a.options": {"options": ["one", "two"], "wording": "sha256:01234567"},
                "a.text": {"text": "t"},
                "a.elsewhere": {"status": "elsewhere", "who": "w", "level": "full"},
                "a.not": {"status": "not_applicable", "reason": "r"},
                "a.disputed": {"status": "disputed", "positions": [{"label": "l", "level": "full"}]},
            },
        }
    },
}
CHECKLIST: dict[str, object] = {
    "format": "mo-check/checklist/1",
    "id": "probe",
    "version": "1.0.0",
    "language": "de",
    "complete": ["de"],
    "title": "Probe",
    "short": "Probe",
    "introduction": "Zur Probe.",
    "sources": ["paper"],
    "statements": {"a.one": "introduction"},
    "steps": {"shared": {"text": "t", "who": "w", "effort": "1", "effect": "2", "horizon": "h"}},
    "dimensions": [
        {
            "id": "d",
            "label": "d",
            "title": "d",
            "weight": "1/2",
            "items": [
                {
                    "id": "d.one",
                    "short": "s",
                    "question": "q",
                    "weight": "2",
                    "quick": "true",
                    "na": "never",
                    "ask": "Amt",
                    "review_months": "12",
                    "levels": [{"id": "none", "label": "n", "value": "0"}, {"id": "full", "label": "f", "value": "1"}],
                    "when": {"fact": "kind", "is": ["city"]},
                    "figures": [{"id": "f.one", "counts": {"level_from": "full", "all_of": ["f.two"]}}],
                    "steps": {
                        "unmet": {
                            "text": "t",
                            "who": "w",
                            "effort": "1",
                            "effect": "2",
                            "horizon": "h",
                            "needs": ["d.x"],
                        },
                        "partial": "shared",
                    },
                    "for": {"department": {"question": "q", "options": [{"id": "o", "label": "o", "credit": "0.5"}]}},
                }
            ],
        }
    ],
}
SOURCE: dict[str, object] = {
    "format": "mo-check/source/1",
    "id": "paper",
    "title": "t",
    "publisher": "p",
    "as_of": "2023-07",
    "language": "de",
    "survey": {"year": "2020", "respondents": "32", "scope": "s", "caveat": "c"},
    "statements": [
        {"id": "a.one", "kind": "insight", "section": "s", "from_page": "1", "text": "t", "partner": "both"},
        {
            "id": "f.one",
            "kind": "figure",
            "section": "s",
            "from_page": "1",
            "text": "t",
            "value": "2",
            "of": "3",
            "share": "0.5",
            "shares": {"a": "1/2"},
            "approximate": "true",
        },
    ],
}
LETTERHEAD: dict[str, object] = {
    "format": "mo-check/letterhead/1",
    "name": "Stadt Musterstadt",
    "lines": ["Rathausplatz 1"],
    "logo": "wappen.png",
    "logo_shows": "das Wappen",
}
GOOD = ((Profile, PROFILE), (Checklist, CHECKLIST), (Source, SOURCE), (LetterheadFile, LETTERHEAD))

ANSWERS: Path_ = ("checklists", "probe", "answers")
ITEM: Path_ = ("dimensions", 0, "items", 0)
A_LIST = "Jeden Eintrag in eine eigene Zeile mit „- “ setzen."


class Case(NamedTuple):
    """A wrong value at a place (None: what stands there is taken out), the type it raises, what is said, what to do."""

    kind: str
    model: type[BaseModel]
    where: Path_
    value: object
    message: str
    remedy: str


CASES = (
    Case(
        "missing",
        Profile,
        ("respondent", "label"),
        None,
        "Hier fehlt „label“.",
        "Den Schlüssel mit einem Wert ergänzen.",
    ),
    Case(
        "extra_forbidden",
        Profile,
        ("respondent", "lable"),
        "x",
        "Den Schlüssel „lable“ gibt es hier nicht.",
        "Meinten Sie „label“?",
    ),
    Case("enum", Profile, ("subject", "land"), "Nw", "„Nw“ ist hier nicht möglich.", "Meinten Sie „NW“?"),
    Case(
        "literal_error",
        Profile,
        ("scope",),
        "quik",
        "„quik“ ist hier nicht möglich.",
        "Meinten Sie „quick“?",
    ),
    Case("string_type", Profile, ("subject", "ags"), ["05315000"], "Hier muss ein Text stehen.", ""),
    Case("string_unicode", Profile, ("subject", "ags"), "\ud800", "Hier muss ein Text stehen.", ""),
    Case(
        "string_pattern_mismatch",
        Profile,
        ("subject", "ags"),
        "5315000",
        "„5315000“ hat hier nicht die richtige Form.",
        "",
    ),
    Case(
        "string_too_long",
        Checklist,
        ("id",),
        "a" * 41,
        "Der Text ist zu lang (höchstens 40 Zeichen).",
        "Kürzer fassen.",
    ),
    Case(
        "too_long",
        Checklist,
        (*ITEM, "options"),
        [{"id": "o", "label": "o"}] * 22,
        "Das sind zu viele (höchstens 21).",
        "Einträge streichen oder zusammenfassen.",
    ),
    Case("too_short", Checklist, ("dimensions",), [], "Das sind zu wenige (mindestens 1).", ""),
    Case(
        "greater_than_equal",
        Profile,
        ("subject", "population"),
        "0",
        "Die Zahl ist zu klein (mindestens 1).",
        "",
    ),
    Case("less_than_equal", Checklist, (*ITEM, "review_months"), "121", "Die Zahl ist zu groß (höchstens 120).", ""),
    Case("model_type", Profile, ("subject",), "Musterstadt", "Hier müssen Schlüssel mit Werten stehen.", ""),
    Case("dict_type", Profile, ("checklists",), ["probe"], "Hier müssen Schlüssel mit Werten stehen.", ""),
    Case("tuple_type", Checklist, ("sources",), "paper", "Hier muss eine Liste stehen.", A_LIST),
    Case("text_expected", Profile, ("remark",), ["a"], "Hier muss ein Text stehen.", ""),
    Case("text_empty", Profile, ("remark",), " ", "Der Text ist leer.", "Etwas eintragen oder die Zeile löschen."),
    Case(
        "whole_number_expected",
        Profile,
        ("subject", "population"),
        "4,5",
        "„4,5“ ist keine ganze Zahl.",
        "",
    ),
    Case(
        "whole_number_grouped",
        Profile,
        ("subject", "population"),
        "45.000",
        "„45.000“ ist als Zahl nicht eindeutig.",
        "Ohne Trennzeichen schreiben: 45000.",
    ),
    Case(
        "number_expected",
        Checklist,
        (*ITEM, "weight"),
        "0,5",
        "„0,5“ ist keine Zahl.",
        "Mit Punkt oder als Bruch schreiben: 0.5 oder 2/3.",
    ),
    Case("flag_expected", Checklist, (*ITEM, "quick"), "yes", "Hier geht nur true oder false, nicht „yes“.", ""),
    Case(
        "calendar_date_expected",
        Profile,
        (*ANSWERS, "a.level", "date"),
        "14.11.2026",
        "„14.11.2026“ ist kein Datum.",
        "Jahr-Monat-Tag schreiben: 2026-11-14.",
    ),
    Case(
        "answer_not_one",
        Profile,
        (*ANSWERS, "a.level", "text"),
        "t",
        "Eine Antwort braucht genau eines von level, options, text oder status.",
        "",
    ),
    Case(
        "answer_incomplete",
        Profile,
        (*ANSWERS, "a.not", "reason"),
        None,
        "Zum Status „not_applicable“ fehlt „reason“.",
        "Den Schlüssel mit ein paar Worten ergänzen.",
    ),
    Case(
        "answer_without_text",
        Profile,
        (*ANSWERS, "a.level", "read_aloud"),
        "yes",
        "„read_aloud“ gehört nur zu einer freien Antwort.",
        "Die Zeile löschen; für Notizen und Belege steht „read_aloud“ einmal ganz oben im Profil.",
    ),
    Case(
        "answer_surplus",
        Profile,
        (*ANSWERS, "a.level", "who"),
        "w",
        "„who“ passt nicht zu dieser Antwort.",
        "Die Zeile löschen oder den Status dazu setzen.",
    ),
    Case(
        "logo_without_words",
        LetterheadFile,
        ("logo_shows",),
        None,
        "Zum Logo fehlt „logo_shows“.",
        "In ein paar Worten sagen, was darauf zu sehen ist; so wird es vorgelesen.",
    ),
)


def good(model: type[BaseModel]) -> dict[str, object]:
    """Return a fresh copy of the tree that makes a good model."""
    return deepcopy(dict(GOOD)[model])


def put(tree: object, where: Path_, value: object) -> None:
    """Set what stands at a place of a tree; None takes it out."""
    for part in where[:-1]:
        tree = tree[part]  # type: ignore[index]
    if value is None:
        del tree[where[-1]]  # type: ignore[attr-defined]
    else:
        tree[where[-1]] = value  # type: ignore[index]


def errors(model: type[BaseModel], tree: object) -> list[ErrorDetails]:
    """Return pydantic's errors for a tree, without those that only follow from others."""
    try:
        model.model_validate(tree)
    except ValidationError as error:
        return [detail for detail in error.errors(include_url=False) if not follows_from_others(detail)]
    return []


@pytest.mark.parametrize(("model", "tree"), GOOD, ids=[model.__name__ for model, _ in GOOD])
def test_the_trees_of_these_tests_are_good(model: type[BaseModel], tree: Mapping[str, object]) -> None:
    """What the cases below change is without error before."""
    assert errors(model, tree) == []


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_each_type_has_its_sentence(said: Said, case: Case) -> None:
    """A wrong value raises one error of the type, and it is told in German, with a remedy where one helps."""
    tree = good(case.model)
    put(tree, case.where, case.value)
    (error,) = errors(case.model, tree)
    assert error["type"] == case.kind
    assert tuple(said(one) for one in error_words(error, case.model)) == (case.message, case.remedy)


def test_the_cases_are_all_that_is_mapped() -> None:
    """Every sentence in the table can be met: none is there for an error that no file raises."""
    assert {case.kind for case in CASES} == MAPPED


SCHEMAS: Mapping[str, set[str]] = {
    "model": {"model_type"},
    "model-fields": {"missing", "extra_forbidden"},
    "model-field": set(),
    "literal": {"literal_error"},
    "enum": {"enum"},
    "str": {"string_type", "string_unicode"},
    "dict": {"dict_type"},
    "tuple": {"tuple_type"},
    # Our own discriminator always gives one of its two tags.
    "tagged-union": set(),
    # Our own functions raise custom types, found below in their source; constraints are found in the annotations.
    "function-plain": set(),
    "function-before": set(),
    "function-after": set(),
    "function-wrap": set(),
    "no-info": set(),
    "nullable": set(),
    "default": set(),
    "definitions": set(),
    "definition-ref": set(),
}
PARTS: Mapping[tuple[str, str], str] = {
    ("str", "pattern"): "string_pattern_mismatch",
    ("str", "max_length"): "string_too_long",
    ("tuple", "max_length"): "too_long",
    ("tuple", "min_length"): "too_short",
}
CONSTRAINTS: Mapping[type, set[str]] = {
    Ge: {"greater_than_equal"},
    Le: {"less_than_equal"},
    MaxLen: {"too_long", "string_too_long"},
    MinLen: {"too_short"},
}
# What pydantic keeps in a core schema beside validation.
ASIDE = {"metadata", "serialization", "json_schema_input_schema", "return_schema", "cls", "ref"}


def of_schema(schema: object) -> Iterator[str]:
    """Yield the error types of a core schema; a kind of schema not thought of here is a KeyError."""
    if isinstance(schema, dict):
        kind = schema.get("type")
        if isinstance(kind, str):
            yield from SCHEMAS[kind]
            yield from (PARTS[kind, part] for part in schema if (kind, part) in PARTS)
        for name, part in schema.items():
            if name not in ASIDE:
                yield from of_schema(part)
    elif isinstance(schema, list | tuple):
        for part in schema:
            yield from of_schema(part)


def of_annotation(annotation: object, seen: set[type]) -> Iterator[str]:
    """Yield the error types of the constraints in an annotation, and of the models it names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in seen:
        seen.add(annotation)
        for held in get_type_hints(annotation, include_extras=True).values():
            yield from of_annotation(held, seen)
    if get_origin(annotation) is Annotated:
        for info in get_args(annotation)[1:]:
            if isinstance(info, FieldInfo):
                yield from (t for c in info.metadata if type(c) in CONSTRAINTS for t in CONSTRAINTS[type(c)])
    for part in get_args(annotation):
        yield from of_annotation(part, seen)


def test_every_type_the_models_can_raise_is_mapped() -> None:
    """A walk over the models' schemas, constraints and own validators finds exactly the types that have words."""
    folder = Path(mo_check.model.__file__).parent
    own = {m for file in folder.glob("*.py") for m in re.findall(r'CustomError\(\s*"(\w+)"', file.read_text("utf-8"))}
    for root in ROOTS:
        root.model_rebuild()  # models are built when first needed
    schemas = {kind for root in ROOTS for kind in of_schema(root.__pydantic_core_schema__)}
    constraints = {kind for root in ROOTS for kind in of_annotation(root, set())}
    assert {"greater_than_equal", "less_than_equal"} <= constraints
    assert own | schemas | constraints == MAPPED


def places(tree: object, at: Path_ = ()) -> Iterator[Path_]:
    """Yield the place of every value in a tree."""
    entries = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in entries:
        yield (*at, key)
        yield from places(value, (*at, key))


WORDS = st.sampled_from(
    [
        "",
        " ",
        "a",
        "no",
        "true",
        "0",
        "-1",
        "45.000",
        "1e9",
        "9" * 30,
        "1/0",
        "2026-02-30",
        "x" * 300,
        "\ud800",
        "\x1b",
        "[/1]",
    ],
) | st.text(max_size=20)
KEYS = st.sampled_from(["level", "options", "status", "who", "steps", "unmet", "for", "is", "id", "type", "by id"]) | WORDS
TREES = st.recursive(WORDS, lambda held: st.lists(held, max_size=3) | st.dictionaries(KEYS, held, max_size=3), max_leaves=8)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[type[BaseModel], object]:
    """Draw a good tree in which one to three values were exchanged for anything a file may hold, or keys put beside them."""
    model, _ = draw(st.sampled_from(GOOD))
    tree = good(model)
    for _ in range(draw(st.integers(1, 3))):
        where = draw(st.sampled_from(sorted(places(tree), key=str)))
        put(tree, where, draw(TREES))
        if isinstance(where[-1], str) and draw(st.booleans()):
            put(tree, (*where[:-1], draw(KEYS)), draw(TREES))
    return model, tree


@given(damaged() | st.tuples(st.sampled_from(ROOTS), TREES))
def test_no_tree_leaves_us_without_words(case: tuple[type[BaseModel], object]) -> None:
    """Whatever a file holds, every complaint has its own sentence with its fields filled, in text fit for a screen."""
    model, tree = case
    for error in errors(model, tree):
        message, remedy = error_words(error, model)
        assert message.msgid != FALLBACK
        for one in (message, remedy):
            if one is not None:
                assert set(re.findall(r"\{(\w+)\}", one.msgid)) <= set(one.fields)
        assert str(message.fields["input"]).isprintable() or not str(message.fields["input"]).isascii()


def test_an_error_nobody_thought_of_still_has_a_sentence(said: Said) -> None:
    """A type that a later pydantic may bring is told in general words instead of English ones."""
    details = InitErrorDetails(type="frozen_instance", loc=("subject",), input="x")
    (error,) = ValidationError.from_exception_data("Profile", [details]).errors()
    message, remedy = error_words(error, Profile)
    assert (said(message), remedy) == (FALLBACK, None)


def test_a_text_that_is_too_long_is_told_in_characters(said: Said) -> None:
    """To pydantic a cleaned text is counted like a list; we say that the text is too long."""
    tree = good(Profile)
    put(tree, ("respondent", "label"), "x" * 81)
    (error,) = errors(Profile, tree)
    message, remedy = error_words(error, Profile)
    assert said(message) == "Der Text ist zu lang (höchstens 80 Zeichen)."
    assert said(remedy) == "Kürzer fassen."


@pytest.mark.parametrize(
    ("step", "found"),
    [
        pytest.param({"text": "t", "who": "w", "effort": "1", "effect": "4", "horizon": "h"}, ["less_than_equal"], id="effect"),
        pytest.param({"who": "w", "effort": "1", "horizon": "h"}, ["missing"], id="missing"),
        pytest.param(["shared"], ["model_type"], id="list"),
    ],
)
def test_a_mistake_in_a_step_is_one_complaint(step: object, found: list[str]) -> None:
    """A step is written out or an id; its form is told apart first, so only the fitting form complains."""
    tree = good(Checklist)
    put(tree, (*ITEM, "steps", "unmet"), step)
    assert [error["type"] for error in errors(Checklist, tree)] == found


def test_a_wrong_entry_does_not_make_its_list_too_short() -> None:
    """A wrong entry is left out of pydantic's count, so the one dimension seemed to be none; nobody is told that."""
    tree = good(Checklist)
    put(tree, (*ITEM, "question"), " ")
    assert [error["type"] for error in errors(Checklist, tree)] == ["text_empty"]


@pytest.mark.parametrize("model", ROOTS, ids=[model.__name__ for model in ROOTS])
@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_models_have_a_json_schema(model: type[BaseModel], mode: str) -> None:
    """A schema can be published for every kind of file; it closes the file against unknown keys."""
    schema = model.model_json_schema(mode=mode)  # type: ignore[arg-type]
    assert schema["additionalProperties"] is False
    assert schema["title"] == model.__name__


def test_the_schema_of_a_step_allows_both_forms() -> None:
    """A published schema says that a step is written out or the id of a shared one."""
    schema = Checklist.model_json_schema()
    steps = schema["$defs"]["Item"]["properties"]["steps"]["additionalProperties"]
    assert steps == {"oneOf": [{"$ref": "#/$defs/Step"}, {"type": "string"}]}


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        pytest.param("levle", ["level", "label", "text"], "Meinten Sie „level“, „label“?", id="close, the closest first"),
        pytest.param("levels", ["level"], "Meinten Sie „level“?", id="one letter too many"),
        pytest.param("nw", ["NW", "BY"], "Meinten Sie „NW“?", id="small letters"),
        pytest.param("xyz", ["level", "text"], "Möglich sind: „level“, „text“.", id="few"),
        pytest.param("xyz", [f"a{n}" for n in range(12)], None, id="twelve are listed"),
        pytest.param("xyz", [f"a{n}" for n in range(13)], "", id="thirteen are not"),
        pytest.param("xyz", [], "", id="nothing known"),
    ],
)
def test_near_misses(said: Said, word: str, known: list[str], hint: str | None) -> None:
    """Close words are offered, else all of them where they are few, else none."""
    expected = "Möglich sind: " + ", ".join(f"„{one}“" for one in known) + "." if hint is None else hint
    assert said(near_miss(word, known)) == expected


def test_at_most_three_near_misses_are_offered(said: Said) -> None:
    """More than three guesses help nobody."""
    assert said(near_miss("level", [f"level{n}" for n in range(1, 6)])).count("„") == 3
