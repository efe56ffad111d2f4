"""What becomes of profiles that are given together, from the files to the comparison, without a file on a disk."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from mo_check.compare.comparisons import ComparisonRequest, comparisons
from mo_check.compare.pure.comparing import Comparison
from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.errors import InvalidInput, UsageError
from mo_check.files.library import Library, LoadedChecklist
from mo_check.files.profiles import LoadedProfile
from mo_check.model.checklist import Checklist
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile


class HeldLibrary(Library):
    """A library of one checklist that stands in no file."""

    def __init__(self, held: Checklist) -> None:
        super().__init__()
        self.one = LoadedChecklist(held, (), Path("probe.yaml"), {}, held, {})

    def load(self, name: str, *, whole: bool = True) -> LoadedChecklist:
        """Return the checklist, with the wordings of all sides."""
        assert whole or not self.one.tree
        assert name == self.one.checklist.id
        return self.one


class Outcome(NamedTuple):
    """A comparison, or the error that was raised in its place."""

    comparison: Comparison | None
    error: UsageError | InvalidInput | None = None


def outcome(
    held: Checklist,
    profiles: Sequence[Profile],
    mode: str | None = None,
    *,
    hiding: Sequence[str] = (),
    same_subject: bool = False,
) -> Outcome:
    """Compare profiles on the only score of a checklist; their files are named by the order in which they are given."""
    library = HeldLibrary(held)
    files = [LoadedProfile(one, Path(f"{n}.yaml"), b"", (library.one,)) for n, one in enumerate(profiles, start=1)]
    hidden = frozenset(Perspective(side) for side in hiding)
    request = ComparisonRequest(ComparisonMode(mode) if mode else None, hiding=hidden, same_subject=same_subject)
    try:
        (found,) = comparisons(files, request, library)
    except (UsageError, InvalidInput) as error:
        return Outcome(None, error)
    return Outcome(found.comparison)
