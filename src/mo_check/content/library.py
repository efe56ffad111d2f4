"""Where checklists and sources are found, and reading them whole: form, model, and whether all parts fit."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mo_check.content.complaints import near_miss
from mo_check.content.events import Tree
from mo_check.content.loading import build, check_format, load_tree, locate
from mo_check.errors import InvalidInput, Message, Problem
from mo_check.model.checklist import CHECKLIST_FORMAT, Checklist
from mo_check.model.consistency import check_checklist
from mo_check.model.source import SOURCE_FORMAT, Source


@dataclass(frozen=True, slots=True)
class LoadedChecklist:
    """A checklist with its file, its sources and the tree its digest is made of."""

    checklist: Checklist
    sources: tuple[Source, ...]
    path: Path
    tree: dict[str, Tree]

    @property
    def digest(self) -> str:
        """The mark of exactly this checklist: sixteen hexadecimal digits over the canonical JSON of what was read."""
        canonical = json.dumps(self.tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return "sha256:" + sha256(canonical.encode()).hexdigest()[:16]


def shipped() -> Path:
    """Return the folder of the shipped checklists: inside the package, else at the root of the repository."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "checklists"
    if inside.is_dir():
        return inside
    root = package.parents[1]
    if (root / "pyproject.toml").is_file() and (root / "checklists").is_dir():
        return root / "checklists"
    message = Message("Die mitgelieferten Checklisten fehlen.")
    raise InvalidInput((Problem(str(inside), message, Message("mo-check neu installieren.")),))


def available(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the files of all checklists in a folder (the shipped ones by default), in the order of their names."""
    return tuple(sorted(p for p in (folder or shipped()).glob("*.yaml") if "." not in p.stem))


def find(name: str) -> Path:
    """Return the file of a checklist given by its id or by a path. Raises InvalidInput if there is none."""
    if name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name:
        return Path(name)
    files = available()
    for path in files:
        if path.stem == name:
            return path
    remedy = near_miss(name, [path.stem for path in files])
    raise InvalidInput((Problem(name, Message("Die Checkliste „{id}“ gibt es nicht.", id=name), remedy),))


def load_checklist(name: str) -> LoadedChecklist:
    """Load a checklist by id or path, with its sources. Raises InvalidInput with everything that is wrong with it."""
    path = find(name)
    text, tree = load_tree(path)
    check_format(path, text, tree, CHECKLIST_FORMAT)
    checklist = build(Checklist, path, text, tree)
    sources = tuple(load_source(_source_path(source, path)) for source in checklist.sources)
    if problems := locate(path, text, check_checklist(checklist, sources)):
        raise InvalidInput(problems)
    return LoadedChecklist(checklist, sources, path, tree)


def load_source(path: Path) -> Source:
    """Load a source. Raises InvalidInput."""
    text, tree = load_tree(path)
    check_format(path, text, tree, SOURCE_FORMAT)
    return build(Source, path, text, tree)


def _source_path(source_id: str, checklist: Path) -> Path:
    beside = checklist.parent / "sources" / f"{source_id}.yaml"
    return beside if beside.is_file() else shipped() / "sources" / f"{source_id}.yaml"
