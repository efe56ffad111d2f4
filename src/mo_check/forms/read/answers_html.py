"""Reading the answer files that the HTML form saves: JSON, read as strictly as any profile, with line and column."""

from pathlib import Path

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.library import Library
from mo_check.files.loading import build_model, check_format, load_tree, located_problems
from mo_check.files.yaml_events import Tree
from mo_check.forms.pure.answer_file import ANSWERS_FORMAT, AnswerFile
from mo_check.forms.read.submissions import Submission, held_against


def read_answer_file(path: Path, library: Library) -> Submission:
    """Return what one answer file holds. Raises InvalidInput with everything that is wrong with it."""
    text, tree = _whole(path)
    check_format(path, text, tree, ANSWERS_FORMAT)
    said = build_model(AnswerFile, path, text, tree)
    held = held_against(said.profile, library)
    complaints = [c._replace(path=("profile", *c.path)) for c in held.complaints]
    if problems := located_problems(path, text, complaints):
        raise InvalidInput(problems)
    return Submission(held.profile, str(path), held.checklists, sitting=said.submission, saved=said.saved, remarks=held.remarks)


def _whole(path: Path) -> tuple[str, dict[str, Tree]]:
    """Return the text and tree of a file; one that was cut or changed on its way is told in the words of its sender."""
    try:
        return load_tree(path)
    except InvalidInput as error:
        cut = [problem for problem in error.problems if problem.line]
        if not cut:
            raise
        message = Message("Das ist keine vollständige Antwortdatei.")
        remedy = Message("Die Datei noch einmal im Formular sichern und schicken lassen.")
        raise InvalidInput((Problem(str(path), message, remedy, cut[0].line, cut[0].column),)) from None
