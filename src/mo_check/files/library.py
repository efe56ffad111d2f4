"""Where checklists and sources are found, and reading them whole: form, model, and whether all parts fit."""

import json
from pathlib import Path
from typing import NamedTuple

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.complaints import near_miss
from mo_check.files.loading import Model, Place, build_model, check_format, load_tree, located_problems, sorted_problems
from mo_check.files.matrix_items import check_matrices, expand_matrices
from mo_check.files.reading import is_file, is_folder
from mo_check.files.translating import SIMPLE, by_id, check_translation, load_translation, translated, translation_of
from mo_check.files.wordings import ChecklistFiles, has_wordings, without_about, worded, wordings_beside
from mo_check.files.written.expansion import expanded, meaning
from mo_check.files.written.part_checks import check_parts
from mo_check.files.written.written_places import written_place
from mo_check.files.yaml_events import Tree
from mo_check.languages import LOCALES, SOURCE
from mo_check.model.checklist import CHECKLIST_FORMAT, Checklist
from mo_check.model.checks.consistency import check_checklist
from mo_check.model.issue import Issue
from mo_check.model.source import SOURCE_FORMAT, Source, StatementKind


class LoadedChecklist(NamedTuple):
    """A checklist with its file, its sources and the tree it was made from.

    ``checklist`` and ``sources`` speak the language they were loaded in; ``german`` is what the file itself says. ``own`` is
    what the file alone says, in full, of which the digest is made; ``tree`` holds the wordings for other perspectives too, all
    as written.
    """

    checklist: Checklist
    sources: tuple[Source, ...]
    path: Path
    tree: dict[str, Tree]
    german: Checklist
    own: dict[str, Tree]

    @property
    def digest(self) -> str:
        """The mark of exactly this checklist file: sixteen hexadecimal digits over the canonical JSON of what it holds.

        The wordings beside it are marked answer by answer. What a wording is about does not count: it changes no answer.
        """
        from hashlib import sha256  # noqa: PLC0415 - only who needs a mark pays for the hash library

        canonical = json.dumps(without_about(self.own), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return "sha256:" + sha256(canonical.encode()).hexdigest()[:16]


class Library:
    """The checklists that can be had: the shipped ones and, before them, those of a folder of one's own.

    ``tag`` is the language they are loaded in; what has no translation stays German. Each is loaded once.
    """

    def __init__(self, tag: str = SOURCE, folder: Path | None = None) -> None:
        self._tags = [one for one in (tag, *LOCALES[tag].fallback) if one != SOURCE]
        self._folder = folder
        self._files: dict[str, Path] | None = None
        self._loaded: dict[tuple[str, bool], LoadedChecklist] = {}

    def files(self) -> tuple[Path, ...]:
        """Return the files of all checklists by name; one of the own folder stands in for a shipped one of its name."""
        return tuple(self._by_name().values())

    def has(self, name: str) -> bool:
        """Tell whether there is a checklist of that id."""
        return name in self._by_name()

    def _by_name(self) -> dict[str, Path]:
        """Return the files by their ids; the folders are read once."""
        if self._files is None:
            own = {path.stem: path for path in checklist_files(self._folder)} if self._folder else {}
            everything = {path.stem: path for path in checklist_files()} | own
            self._files = dict(sorted(everything.items()))
        return self._files

    def find(self, name: str) -> Path:
        """Return the file of a checklist given by its id or by a path. Raises InvalidInput if there is none."""
        if name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name:
            return Path(name)
        files = self._by_name()
        if name in files:
            return files[name]
        remedy = near_miss(name, files)
        raise InvalidInput((Problem(name, Message("Die Checkliste „{id}“ gibt es nicht.", id=name), remedy),))

    def load(self, name: str, *, whole: bool = True) -> LoadedChecklist:
        """Load a checklist by id or path, with its sources. Raises InvalidInput with everything that is wrong with it.

        Without ``whole``, the wordings for other perspectives than the municipality's stay unread where they lie apart.
        """
        if (name, True) in self._loaded:  # what was read whole serves everybody
            return self._loaded[name, True]
        if (name, whole) not in self._loaded:
            self._loaded[name, whole] = self._load(self.find(name), whole=whole)
        return self._loaded[name, whole]

    def _load(self, path: Path, *, whole: bool) -> LoadedChecklist:
        text, own = load_tree(path)
        check_format(path, text, own, CHECKLIST_FORMAT)
        beside = wordings_beside(path) if whole else None
        files = ChecklistFiles(path, text, worded(own, beside), beside)
        german = _built(files, whole=whole or not has_wordings(path))
        found = [_source_path(source, path) for source in german.sources]
        sources = tuple(load_source(file) for file in found)
        if problems := files.problems_of_parts(check_checklist(german, sources)):
            raise InvalidInput(problems)
        meant = meaning(expanded(own))
        if not self._tags:
            return LoadedChecklist(german, sources, path, files.tree, german, meant)
        spoken = self._spoken(path, text, files.tree, Checklist)
        told = tuple(self._spoken(file, *load_tree(file), Source) for file in found)
        return LoadedChecklist(spoken, told, path, files.tree, german, meant)

    def _spoken(self, path: Path, text: str, tree: dict[str, Tree], model: type[Model]) -> Model:
        """Return a checklist or source with its translations laid over it, the nearest language last. Raises InvalidInput."""
        whole = None
        for tag in reversed(self._tags):
            file = translation_of(path, tag)
            if is_file(file):
                said, other = load_translation(file)
                tree = _laid_over(tree, other)
                whole = _translated_model(model, file, said, tree)
        return whole or build_model(model, path, text, in_full(tree))


def _built(files: ChecklistFiles, *, whole: bool) -> Checklist:
    """Build the model of a checklist. Raises InvalidInput with what is wrong with its parts and its form, all at once."""
    wrong = files.problems([*check_matrices(files.tree), *check_parts(files.tree, whole=whole)])
    try:
        german = files.build(Checklist, in_full(files.tree))
    except InvalidInput as error:
        places = {one.place for one in wrong}
        told = (*wrong, *(one for one in error.problems if one.place not in places))
        raise InvalidInput(sorted_problems(told, first=files.path)) from None
    if wrong:
        raise InvalidInput(wrong)
    return german


def in_full(tree: dict[str, Tree]) -> dict[str, Tree]:
    """Return the tree of a checklist as its model wants it: everything in its place, and matrices turned into items."""
    return expand_matrices(expanded(tree))


def _translated_model(model: type[Model], path: Path, text: str, tree: dict[str, Tree]) -> Model:
    """Build the model of a tree that a translation is laid over. Raises InvalidInput with what is wrong there."""
    return build_model(model, path, text, in_full(tree), lambda at, _: Place(path, text, by_id(written_place(at, tree), tree)))


def _laid_over(tree: dict[str, Tree], other: dict[str, Tree]) -> dict[str, Tree]:
    said = translated(tree, other)
    return said if isinstance(said, dict) else tree


def check_translations(loaded: LoadedChecklist) -> None:
    """Check the translations of a checklist and its sources. Raises InvalidInput with orphans and, if declared complete, gaps."""
    files: list[tuple[Path, dict[str, Tree], type[Checklist | Source]]] = [(loaded.path, loaded.tree, Checklist)]
    for source in loaded.german.sources:
        path = _source_path(source, loaded.path)
        files.append((path, load_tree(path)[1], Source))
    found: list[Problem] = []
    for tag in LOCALES:
        for path, tree, model in files if tag != SOURCE else ():
            complete = tag in loaded.german.complete and not (tag.endswith(SIMPLE) and path != loaded.path)
            found += _translation(translation_of(path, tag), tree, tag, model, complete=complete)
    if found:
        raise InvalidInput(tuple(found))


def _translation(
    path: Path, tree: dict[str, Tree], tag: str, model: type[Checklist | Source], *, complete: bool
) -> tuple[Problem, ...]:
    if not is_file(path):
        message = Message("Diese Sprache ist als vollständig angegeben, aber die Datei fehlt.")
        remedy = Message("Die Datei anlegen oder die Sprache bei „complete“ in der Checkliste streichen.")
        return (Problem(str(path), message, remedy),) if complete else ()
    text, other = load_translation(path)
    wrong: tuple[Problem, ...] = ()
    try:
        _translated_model(model, path, text, _laid_over(tree, other))
    except InvalidInput as error:
        wrong = error.problems
    return (*located_problems(path, text, check_translation(tree, other, tag, complete=complete)), *wrong)


def shipped_folder() -> Path:
    """Return the folder of the shipped checklists: inside the package, else at the root of the repository."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "checklists"
    if is_folder(inside):
        return inside
    root = package.parents[1]
    if is_file(root / "pyproject.toml") and is_folder(root / "checklists"):
        return root / "checklists"
    message = Message("Die mitgelieferten Checklisten fehlen.")
    raise InvalidInput((Problem(str(inside), message, Message("mo-check neu installieren.")),))


def checklist_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the files of all checklists in a folder (the shipped ones by default), in the order of their names."""
    return tuple(sorted(p for p in (folder or shipped_folder()).glob("*.yaml") if "." not in p.stem))


def load_checklist(name: str) -> LoadedChecklist:
    """Load a checklist in German. Raises InvalidInput with everything that is wrong with it."""
    return Library().load(name)


def load_source(path: Path) -> Source:
    """Load a source. Raises InvalidInput."""
    text, tree = load_tree(path)
    check_format(path, text, tree, SOURCE_FORMAT)
    source = build_model(Source, path, text, tree)
    if source.survey is None and any(statement.kind is StatementKind.FIGURE for statement in source.statements):
        message = Message("Hier stehen Vergleichszahlen, aber keine Umfrage, aus der sie stammen.")
        remedy = Message("„survey“ mit Jahr, Zahl der Befragten, Geltung und Vorbehalt ergänzen.")
        raise InvalidInput(located_problems(path, text, [Issue(("statements",), message, remedy)]))
    return source


def _source_path(source_id: str, checklist: Path) -> Path:
    beside = checklist.parent / "sources" / f"{source_id}.yaml"
    return beside if is_file(beside) else shipped_folder() / "sources" / f"{source_id}.yaml"
