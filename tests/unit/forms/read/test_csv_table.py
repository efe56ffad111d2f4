"""An exported table as rows by column, and what is said of one that is none."""

from pathlib import Path

import pytest

from mo_check.cli.wording import in_words
from mo_check.errors import InvalidInput
from mo_check.forms.read.csv_table import table_rows
from mo_check.languages import language

GERMAN = language("de")


def complaint(path: Path) -> str:
    """Return what is said of a table that is refused, with its remedy."""
    with pytest.raises(InvalidInput) as caught:
        list(table_rows(path))
    (problem,) = caught.value.problems
    assert problem.line == 1
    return " ".join(in_words(part, GERMAN) for part in (problem.message, problem.remedy) if part)


def laid_out(folder: Path, number: int, *more: str) -> Path:
    """Lay out a table with so many columns, and some more, and one row of them."""
    heads = [*(f"c{n}" for n in range(number)), *more]
    path = folder / "a.csv"
    path.write_text(",".join(heads) + "\n" + ",".join("1" for _ in heads) + "\n", encoding="utf-8")
    return path


def test_as_many_columns_as_a_table_may_have_are_read(tmp_path: Path) -> None:
    """Four thousand, each with its field."""
    (row,) = table_rows(laid_out(tmp_path, 4_000))
    assert (len(row.fields), row.field("c3999")) == (4_000, "1")


@pytest.mark.parametrize("more", [(), ("c0",)], ids=["all different", "one of them twice"])
def test_more_columns_are_told_as_too_many(tmp_path: Path, more: tuple[str, ...]) -> None:
    """The number of columns and the most there may be, and no word of a column that stands twice."""
    said = complaint(laid_out(tmp_path, 4_500, *more))
    assert said.startswith(f"Diese Tabelle hat {4500 + len(more)} Spalten; mehr als 4000 liest mo-check nicht. ")
    assert "zweimal" not in said


def test_a_column_that_stands_twice_is_named(tmp_path: Path) -> None:
    """With its name."""
    assert complaint(laid_out(tmp_path, 3, "c1")).startswith("Die Spalte „c1“ gibt es zweimal. ")
