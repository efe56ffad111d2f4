"""The shipped checklists write once what repeats; laid out in full they say what they said when everything was written out."""

import json
from hashlib import sha256

import pytest

from mo_check.files.library import in_full, load_checklist, shipped_folder
from mo_check.files.loading import load_tree
from mo_check.files.translating import load_translation, translated, translation_of
from mo_check.files.wordings import worded, wordings_beside
from mo_check.files.written.expansion import meaning

WRITTEN_OUT = {
    ("cooperation", "de"): "182f522fa9e81eb1",
    ("cooperation", "en"): "e44d43c0e5ce21f4",
    ("cooperation", "de-x-simple"): "cc0b9a0adfb435a9",
    ("success-factors", "de"): "7e16a20eb3b01213",
    ("success-factors", "en"): "ea558d655c7133cd",
    ("success-factors", "de-x-simple"): "f7542f66f22cf5cf",
    ("topics", "de"): "fdccf3fcc87a3b79",
    ("topics", "en"): "c8f9ac6471333f05",
    ("topics", "de-x-simple"): "ea346b745aad7e22",
}
"""The SHA-256, in sixteen digits, of each checklist of version 1.0.0 with its wordings, as it was before parts were shared."""
MARKS = {
    "cooperation": "sha256:bf3ab15e0b8bcc88",
    "success-factors": "sha256:731292142d7dc800",
    "topics": "sha256:a82fa416cc416f54",
}
"""The digests that profiles of version 1.0.0 hold."""


@pytest.mark.parametrize(("name", "tag"), WRITTEN_OUT, ids=" ".join)
def test_a_checklist_says_in_full_what_it_said(name: str, tag: str) -> None:
    """Every item, wording, level and step of every language is what it was, to the letter."""
    path = shipped_folder() / f"{name}.yaml"
    tree = worded(load_tree(path)[1], wordings_beside(path))
    said = tree if tag == "de" else translated(tree, load_translation(translation_of(path, tag))[1])
    assert isinstance(said, dict)
    held = json.dumps(meaning(in_full(said)), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert sha256(held.encode()).hexdigest()[:16] == WRITTEN_OUT[name, tag]


@pytest.mark.parametrize(("name", "mark"), MARKS.items(), ids=MARKS)
def test_a_checklist_keeps_its_mark(name: str, mark: str) -> None:
    """A profile that was answered before is not told that its checklist had changed."""
    assert load_checklist(name).digest == mark
