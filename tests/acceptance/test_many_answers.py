"""More answers than there are keys: a number and Enter, on a terminal and in plain lines."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from calling import Call, Typed, checklist_yaml, level_yaml, profile_yaml

ENTER, BACKSPACE, LEFT = "\r", "\x7f", "\x1b[D"
LEVELS = ", ".join(f"{{id: l{n}, label: Stufe {n}}}" for n in range(1, 13))
OPTIONS = ", ".join(f"{{id: o{n}, label: Wahl {n}}}" for n in range(1, 13))
OWN = checklist_yaml(a="1\n" + level_yaml("a.one") + level_yaml("a.two") + level_yaml("a.three"))


@pytest.fixture
def own(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that lays out a checklist whose first item has twelve answers, and a profile for it."""

    def laid_out(kind: str) -> Path:
        first, _, rest = OWN.partition("        levels:")
        _, steps, more = rest.partition("        steps:")
        twelve = f"        levels: [{LEVELS}]\n"
        if kind == "select":
            scale = "[{id: few, label: wenig, from_credit: 0}, {id: some, label: etwas, from_credit: 2}, {id: many, label: viel, "
            twelve = f"        kind: select\n        levels: {scale}from_credit: 9}}]\n"
            twelve += f"        options: [{OPTIONS}, {{id: none, label: nichts}}]\n"
        folder = tmp_path / "own"
        folder.mkdir()
        (folder / "probe.yaml").write_text(first + twelve + steps + more, encoding="utf-8")
        profile = tmp_path / "p.yaml"
        profile.write_text(profile_yaml(checklist="probe"), encoding="utf-8")
        return profile

    return laid_out


def _answers(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    held = yaml.safe_load(path.read_text(encoding="utf-8"))["checklists"]["probe"]["answers"]
    return {item: answer.get("level", answer.get("options", answer.get("status"))) for item, answer in held.items()}


def _call(path: Path) -> tuple[object, ...]:
    return ("--checklists", path.parent / "own", "--checklist", "probe", path)


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        pytest.param(["12" + ENTER, "3"], {"a.one": "l12", "a.two": "good"}, id="two digits, then one key"),
        pytest.param(["1" + ENTER, "3"], {"a.one": "l1", "a.two": "good"}, id="one digit"),
        pytest.param(["19" + ENTER, "10" + ENTER], {"a.one": "l10"}, id="a number that is none, and again"),
        pytest.param(["13" + BACKSPACE + "1" + ENTER], {"a.one": "l11"}, id="taken back"),
        pytest.param(["ü9j" + ENTER], {"a.one": "l9"}, id="letters that mean nothing"),
        pytest.param(["w", "2"], {"a.one": "unknown", "a.two": "some"}, id="a key of another kind at once"),
        pytest.param(["11" + ENTER, LEFT, ENTER, "4"], {"a.one": "l11", "a.two": "full"}, id="back, and kept with Enter"),
    ],
)
def test_twelve_levels_on_a_terminal(typed: Typed, own: Callable[[str], Path], keys: list[str], answers: object) -> None:
    """A number is typed and Enter ends it; every other question takes one key as before."""
    path = own("level")
    ended = typed(keys, *_call(path))
    assert ended.code == 130
    assert _answers(path) == answers
    assert "Stufe 12" in ended.out
    assert "1–12 antworten" in ended.out


def test_twelve_options_on_a_terminal(typed: Typed, own: Callable[[str], Path]) -> None:
    """Each number goes in or out again; Enter alone is the end, and „none“ is still 0."""
    path = own("select")
    assert typed(["12" + ENTER, "2" + ENTER, "10" + ENTER, "2" + ENTER, "99" + ENTER, ENTER, "1"], *_call(path)).code == 130
    assert _answers(path) == {"a.one": ["o10", "o12"], "a.two": "none"}


@pytest.mark.parametrize(
    ("kind", "said", "kept"), [("level", "12", "l12"), ("select", "12 3", ["o3", "o12"]), ("select", "0", ["none"])]
)
def test_twelve_answers_in_plain_lines(mo_check: Call, own: Callable[[str], Path], kind: str, said: str, kept: object) -> None:
    """The same numbers are lines."""
    path = own(kind)
    ended = mo_check("assess", "--plain", *_call(path), given=f"77\n{said}\n")
    assert ended.code == 130
    assert "Das geht hier nicht." in ended.out
    assert _answers(path) == {"a.one": kept}
