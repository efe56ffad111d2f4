"""What people write is data: shown as it is, in every form, whatever it looks like."""

import html
import json
import re

import pytest
from markdown_it import MarkdownIt

from calling import Call, Write, profile_yaml, unbroken

NAMES = {
    "markup end": "[/1]",
    "markup": "[bold]x[/bold] [link=http://x.example]y[/link]",
    "formula": '=HYPERLINK("http://x.example","y")',
    "plus": "+49 30 1234",
    "at": "@SUM(A1)",
    "html": "<script>alert(1)</script> &amp; <b>x</b>",
    "markdown": "# *x* _y_ `z` | [a](b) ~~c~~ ![d](e) $f$ \\g",
    "braces": "{file} {0} %s {",
    "emoji": "Stadt 🏛️ 👩‍👩‍👧 :smile:",
    "right to left": "بلدية برلين",
    "list": "- eins",
    "number": "1. eins",
    "one long word": "x" * 120,
    "wide": "市" * 60,
}
NOTES = NAMES | {
    "a word of 200 letters": "ä" * 200,
    "5,000 characters": "Wort " * 1000,
    "two lines": "erste Zeile\n\n- zweite [/Zeile]\n# dritte",
}


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _read(markdown: str) -> str:
    """Return what a reader of Markdown sees, without blanks."""
    page = re.sub(r"<[^>]+>", "", MarkdownIt().enable("table").render(markdown))
    return unbroken(html.unescape(page))


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_is_drawn_as_it_is(mo_check: Call, write: Write, name: str) -> None:
    """The name of a municipality stands in the table report as it was written."""
    ended = mo_check("report", write(profile_yaml(name=_quoted(name))))
    assert ended.code == 0
    assert unbroken(name) in unbroken(ended.out)


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
@pytest.mark.parametrize(
    "command", [("report", "--dimension", "rooms"), ("explain", "rooms.dedicated")], ids=["report", "explain"]
)
def test_a_note_is_drawn_as_it_is(mo_check: Call, write: Write, note: str, command: tuple[str, ...]) -> None:
    """A note stands in the report on its dimension and in the explanation of its item as it was written."""
    path = write(profile_yaml({"rooms.dedicated": f"{{level: hours, note: {_quoted(note)}}}"}))
    ended = mo_check(command[0], path, *command[1:])
    assert ended.code == 0
    assert unbroken(note) in unbroken(ended.out)


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_a_reader_of_markdown_sees_the_note(mo_check: Call, write: Write, note: str) -> None:
    """A Markdown reader shows a note as text: nothing in it becomes a heading, a link or a table."""
    path = write(profile_yaml({"rooms.dedicated": f"{{level: hours, note: {_quoted(note)}}}"}))
    ended = mo_check("report", path, "--dimension", "rooms", "--format", "md")
    assert ended.code == 0
    assert unbroken(note) in _read(ended.out)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_reader_of_markdown_sees_the_name(mo_check: Call, write: Write, name: str) -> None:
    """A Markdown reader shows the name of a municipality as the heading of its report."""
    ended = mo_check("report", write(profile_yaml(name=_quoted(name))), "--format", "md")
    heading = MarkdownIt().render(ended.out.split("\n", 1)[0])
    assert html.unescape(heading) == f"<h1>{name}</h1>\n"


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_json_holds_the_note(mo_check: Call, write: Write, note: str) -> None:
    """A note goes into JSON and out again unchanged, but for blanks at the end of a line."""
    path = write(profile_yaml({"rooms.dedicated": f"{{level: hours, note: {_quoted(note)}}}"}))
    read = json.loads(mo_check("report", path, "--format", "json").out)["reports"][0]
    rooms = next(dimension for dimension in read["dimensions"] if dimension["id"] == "rooms")
    item = next(item for item in rooms["items"] if item["id"] == "rooms.dedicated")
    assert item["answer"]["note"] == note.strip()


def test_control_characters_never_reach_the_screen(mo_check: Call, write: Write) -> None:
    """An escape sequence hidden in a quoted text is dropped when it is read."""
    path = write(profile_yaml({"rooms.dedicated": r'{level: hours, note: "rot\e[31m und \a Glocke"}'}))
    ended = mo_check("report", path, "--dimension", "rooms")
    assert ended.code == 0
    assert "rot[31m und" in ended.out
    assert "\x1b[31m" not in ended.out
    assert "\a" not in ended.out


@pytest.mark.parametrize("name", ["[/1].yaml", "[bold]x.yaml", "mit blank.yaml", "{x}.yaml", "ä😀.yaml"])
def test_a_file_may_have_any_name(mo_check: Call, write: Write, name: str) -> None:
    """The name of a file is data too, in a report and in a problem."""
    write(profile_yaml(), name)
    good = mo_check("report", name)
    write("a: b\n", name)
    bad = mo_check("report", name)
    assert (good.code, bad.code) == (0, 3)
    assert unbroken(name) in unbroken(good.out)
    assert bad.err.startswith(f"{name}:1:1: ")
