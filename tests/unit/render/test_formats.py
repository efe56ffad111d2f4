"""The table of forms: which suffixes choose one, and what is said where its library is missing."""

import sys
from datetime import date
from types import ModuleType

import pytest

from mo_check.document.blocks import Document
from mo_check.errors import MissingExtra
from mo_check.render.formats import FORMATS, write_document
from mo_check.render.letter_frame import LetterFrame

PAGE = [Document("de", "Musterstadt", (), ())]
FRAME = LetterFrame(date(2026, 11, 18))
OPTIONAL = {name: form for name, form in FORMATS.items() if form.extra}


def test_no_suffix_chooses_two_forms() -> None:
    """Each suffix is of one form."""
    suffixes = [suffix for form in FORMATS.values() for suffix in form.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert FORMATS["html"].suffixes == (".html", ".htm")


def test_an_extra_brings_libraries() -> None:
    """A form that needs an extra says which libraries that brings, and no other form does."""
    assert {name for name, form in FORMATS.items() if form.libraries} == set(OPTIONAL) == {"pdf", "docx"}


@pytest.mark.parametrize(
    ("name", "library"), [(name, library) for name, form in OPTIONAL.items() for library in form.libraries], ids="-".join
)
def test_a_library_that_is_not_installed(monkeypatch: pytest.MonkeyPatch, name: str, library: str) -> None:
    """Where one of its libraries cannot be imported the extra is what is missing."""
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra) as caught:
        write_document(name, PAGE, FRAME)
    assert caught.value.message.fields == {"suffix": FORMATS[name].suffix, "extra": FORMATS[name].extra}


@pytest.mark.parametrize("name", OPTIONAL)
@pytest.mark.parametrize("error", [ImportError("cannot import name 'x'"), ModuleNotFoundError("x", name="mo_check.x")])
def test_a_defect_of_a_writer_is_not_called_a_missing_extra(
    monkeypatch: pytest.MonkeyPatch, name: str, error: ImportError
) -> None:
    """A running writer that imports what is not there has a defect; installing something would not mend it."""
    module, _, function = FORMATS[name].writer.partition(":")

    def defect(*_: object) -> bytes:
        raise error

    writer = ModuleType(f"mo_check.render.{module}")
    setattr(writer, function, defect)
    monkeypatch.setitem(sys.modules, writer.__name__, writer)
    with pytest.raises(type(error)) as caught:
        write_document(name, PAGE, FRAME)
    assert caught.value is error


@pytest.mark.parametrize("name", OPTIONAL)
def test_a_writer_that_cannot_be_loaded_is_not_called_a_missing_extra(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Neither does a writer of ours that is not there."""
    module = f"mo_check.render.{FORMATS[name].writer.partition(':')[0]}"
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=module):
        write_document(name, PAGE, FRAME)
