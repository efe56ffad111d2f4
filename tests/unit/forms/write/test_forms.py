"""What each kind of form makes of texts that are traps, and of the rules of the program that reads it."""

import csv
import json
import re
from base64 import b64encode
from hashlib import sha256
from io import BytesIO, StringIO

import pytest
import python_calamine

from builders import checklist, dimension, item, level_trees, option_trees
from filling import Book, lime_imported
from formed import CITY, form
from matrices import matrix
from mo_check.files.library import Library
from mo_check.forms.pure.composing import form_head, questionnaire
from mo_check.forms.pure.questionnaire import Form
from mo_check.forms.pure.sheet_keys import RowKey
from mo_check.forms.write.form_kinds import FORMS
from mo_check.languages import LOCALES
from mo_check.model.checklist import Checklist
from mo_check.model.item import Perspective

TRAP = '</script><script>alert(1)</script> {{ 7*7 }} {x} ${a.one} =1+1 \\ "q" & <b>'
TRAPS = checklist(
    dimension("a", item("a.one", question=f"{TRAP} eins?", help=TRAP), item("a.two", kind="text", question=TRAP)),
    title=TRAP,
)
WAITING = checklist(
    dimension(
        "a",
        item(
            "a.one",
            kind="select",
            options=option_trees(x="1", y="1/2", none="0"),
            levels=level_trees("few", "good", from_credit=("0", "1")),
        ),
        item("a.two", when={"item": "a.one", "at_least": "good"}),
        item("a.three", when={"item": "a.two", "at_least": "some"}),
    )
)


def page(held: Checklist, *tags: str) -> str:
    """Return the HTML form."""
    return FORMS["html"].write(form(held, *tags)).decode()


def test_texts_of_a_checklist_are_never_markup_of_the_page() -> None:
    """Two scripts stand in it, ours; what looks like one in a text is text."""
    text = page(TRAPS, "de", "en")
    assert len(re.findall(r"<script\b", text)) == 2
    assert "&lt;script&gt;alert(1)" in text
    assert "{{ 7*7 }}" in text


def test_the_policy_of_the_page_names_exactly_its_script_and_style() -> None:
    """And allows nothing from anywhere else."""
    text = page(TRAPS)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    for part, tag in (("style-src", "style"), ("script-src", "script")):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        marked = "sha256-" + b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{part} &#39;{marked}&#39;" in policy or f"{part} '{marked}'" in policy
    assert policy.startswith("default-src 'none'")
    assert re.findall(r"(?:https?:)?//[a-z]", re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)) == []


def test_a_language_from_right_to_left_turns_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The direction is part of what the page knows of each language; no style says left or right."""
    style = re.findall(r"<style>(.*?)</style>", page(TRAPS), re.DOTALL)[0]
    assert (
        re.findall(r"(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|float:\s*(?:left|right)", style) == []
    )
    turned = {**LOCALES, "en": LOCALES["en"]._replace(direction="rtl")}
    monkeypatch.setattr("mo_check.forms.write.form_html.LOCALES", turned)
    (about,) = re.findall(r'id="about">(.*?)</script>', page(TRAPS, "de", "en"), re.DOTALL)
    assert json.loads(about)["directions"] == ["ltr", "rtl"]


def test_a_workbook_holds_texts_and_no_formulas() -> None:
    """What begins with an equals sign in a checklist stands there as text."""
    held = checklist(dimension("a", item("a.one", question="=1+1?", levels=level_trees("none", "some"))), title="=2+2")
    data = FORMS["xlsx"].write(form(held))
    texts = [str(value) for rows in Book(data).sheets.values() for row in rows for value in row]
    assert "=2+2" in texts
    assert any(text.startswith("=1+1?") for text in texts)


def test_only_the_fields_of_a_workbook_can_be_changed() -> None:
    """Every sheet is protected, without a password; the lists are hidden."""
    data = FORMS["xlsx"].write(form(WAITING))
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    assert [str(one.visible).rpartition(".")[2] for one in book.sheets_metadata] == ["Visible", "Visible", "Hidden"]


def test_answers_of_one_name_are_told_apart_in_a_workbook() -> None:
    """A level may be called what a status is called."""
    levels = [{"id": "none", "label": "trifft nicht zu"}, {"id": "some", "label": "etwas"}]
    book = Book(FORMS["xlsx"].write(form(checklist(dimension("a", item("a.one", levels=levels))))))
    words = book.words(RowKey("probe", "a.one"))
    assert (words["none"], words["_not_applicable"]) == ("trifft nicht zu", "trifft nicht zu (2)")


def lime(held: Form) -> list[dict[str, str]]:
    """Return the rows of a LimeSurvey structure."""
    return list(csv.DictReader(StringIO(FORMS["limesurvey"].write(held).decode("utf-8-sig"), newline=""), delimiter="\t"))


def test_limesurvey_can_tell_the_encoding_from_the_first_thousand_bytes() -> None:
    """They are ASCII behind a byte order mark."""
    data = FORMS["limesurvey"].write(form(checklist(dimension("a", "a.one"), title="Räume für alle")))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data[3:1003].isascii()


def test_every_language_of_limesurvey_has_the_same_rows_in_the_same_order() -> None:
    """German first; plain German is called by its own name there."""
    rows = [row for row in lime(form(WAITING, *LOCALES)) if row["class"] in {"G", "Q", "SQ", "A"}]
    names = [locale.limesurvey for locale in LOCALES.values()]
    told = {name: [(r["class"], r["type/scale"], r["name"]) for r in rows if r["language"] == name] for name in names}
    kept = [[one for one in found if one[0] != "G"] for found in told.values()]
    assert names[0] == "de"
    assert "de-easy" in names
    assert all(found == kept[0] for found in kept)
    assert len(rows) == sum(len(found) for found in told.values())


def test_texts_in_limesurvey_are_neither_html_nor_expressions() -> None:
    """Angles, braces and backslashes are written as entities."""
    for row in lime(form(TRAPS)):
        if row["class"] in {"Q", "A", "SQ", "G"} and row["type/scale"] != "*":
            assert not set(re.sub(r"<br>", "", row["text"] + row["help"])) & set("<>{}\\")


def test_conditions_of_limesurvey_name_questions_that_are_there() -> None:
    """A sum of credits for options, levels for levels; every code stands in the survey."""
    questions = lime_imported(FORMS["limesurvey"].write(form(WAITING)))["de"]
    waiting = [one for one in questions.values() if one.kind == "O"]
    assert waiting[0].relevance.startswith("(sum(if(")
    assert waiting[0].relevance.endswith(", 2, 0), if(" + waiting[0].relevance.split(", if(")[1].split(",")[0] + ", 1, 0)) >= 2)")
    for question in questions.values():
        codes = re.findall(r"\b(q\w+?)(?:_\w+)?\.NAOK", question.relevance)
        assert set(codes) <= questions.keys()


def test_an_xlsform_adds_up_what_options_bring() -> None:
    """Its condition is a sum of whole numbers."""
    sheet = Book(FORMS["xlsform"].write(form(WAITING))).sheets["survey"]
    (relevant,) = {row[sheet[0].index("relevant")] for row in sheet if row[1] == "probe___a__two"}
    parent = "${probe___a__one}"
    assert relevant == f"(2 * number(selected({parent}, 'x')) + 1 * number(selected({parent}, 'y'))) >= 2"


def test_references_in_texts_of_an_xlsform_are_broken() -> None:
    """A text cannot show the answer to another question."""
    sheet = Book(FORMS["xlsform"].write(form(TRAPS))).sheets["survey"]
    labels = [row[sheet[0].index("label::Deutsch (de)")] for row in sheet[1:]]
    assert [text for text in labels if "${" in text] == []


def test_paper_has_every_question_with_boxes_lines_and_conditions() -> None:
    """And the city, where it is known."""
    text = FORMS["md"].write(form(WAITING, subject=CITY)).decode()
    assert text.count("☐") == 3 + 2 * 4 + 3 * 3 + 3
    assert "Nur, wenn bei Frage 1 „good“ oder mehr gilt." in text
    assert "Musterstadt (kreisangehörige Stadt)" in text


def test_a_row_without_anything_is_one_box_on_paper() -> None:
    """Before its first question."""
    assert FORMS["md"].write(form(matrix("exchange", "bodies"))).decode().count("hier gibt es nichts") == 3


@pytest.mark.parametrize("kind", sorted(FORMS.keys() - {"docx"}))  # a Word file holds the time it is written at
@pytest.mark.parametrize("name", ["cooperation", "success-factors", "topics"])
def test_the_same_form_is_the_same_file(kind: str, name: str) -> None:
    """Made twice on one day, whatever its kind, down to the byte."""
    loaded = Library().load(name)
    held = (questionnaire(loaded.checklist, loaded.german, loaded.digest, Perspective.MUNICIPALITY, quick=False),)
    head = form_head(held, Perspective.MUNICIPALITY, ("de",), quick=False)
    made = Form(head, {"de": held}, form(WAITING).day)
    assert FORMS[kind].write(made) == FORMS[kind].write(made)
