"""Names of questions in survey tools: what each tool allows, none twice, and the way back."""

import pytest

from mo_check.files.library import Library
from mo_check.forms.pure.survey_names import PARTS, OdkName, lime_choice, lime_code, odk_name
from mo_check.model.checklist import Checklist

SHIPPED = tuple(Library().load(path.stem).checklist for path in Library().files())


@pytest.mark.parametrize("before", ["", "mo_g1-", "mo_g1/", "data/mo_g1/"])
def test_a_name_leads_back_whatever_groups_stand_before_it(before: str) -> None:
    """ODK Central writes hyphens between groups, KoboToolbox slashes."""
    name = OdkName("success-factors", "factor.long-term", "note")
    assert str(name) == "success_factors___factor__long_term___note"
    assert odk_name(before + str(name)) == name


@pytest.mark.parametrize("text", ["", "KEY", "mo_head", "a___", "a___b___c___d", "name/_unknown"])
def test_other_columns_are_no_names_of_ours(text: str) -> None:
    """They are passed over."""
    assert odk_name(text) is None


@pytest.mark.parametrize("checklist", SHIPPED, ids=lambda held: held.id)
def test_codes_of_limesurvey_are_short_and_none_stands_twice(checklist: Checklist) -> None:
    """At most 20 letters and digits for a question, 5 for an answer, unique among all questions or within one."""
    codes = [lime_code(checklist.id, item.id, part) for item in checklist.items() for part in ("", *PARTS)]
    assert len(set(codes)) == len(codes)
    assert all(code.isascii() and code.isalnum() and code[0].isalpha() and len(code) <= 20 for code in codes)
    for item in checklist.items():
        ids = [one.id for one in (item.options or item.levels)] + ["_unknown", "_not_applicable", "_elsewhere"]
        choices = [lime_choice(one) for one in ids]
        assert len(set(choices)) == len(choices)
        assert all(choice.isalnum() and len(choice) <= 5 for choice in choices)
