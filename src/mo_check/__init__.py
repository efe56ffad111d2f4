"""mo-check: how well does a municipality cooperate with migrant organisations, what is missing, and what comes next.

The names in ``__all__`` are public; each is loaded when it is first used, so that ``import mo_check`` costs nothing.
"""

from mo_check._version import __version__

__all__ = [
    "Assessment",
    "Checklist",
    "InvalidInput",
    "Library",
    "LoadedChecklist",
    "LoadedProfile",
    "MoCheckError",
    "Profile",
    "UnknownScore",
    "__version__",
    "assess",
    "assess_score",
    "figures",
    "gaps",
    "item_records",
    "load_checklist",
    "load_profile",
    "proposals",
    "result_record",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mo_check.errors import InvalidInput, MoCheckError, UnknownScore
    from mo_check.files.library import Library, LoadedChecklist, load_checklist
    from mo_check.files.profiles import LoadedProfile, load_profile
    from mo_check.many.pure.record_making import item_records, result_record
    from mo_check.model.assessment import Assessment
    from mo_check.model.checklist import Checklist
    from mo_check.model.profile import Profile
    from mo_check.scoring.assessing import assess, assess_score
    from mo_check.scoring.figures import figures
    from mo_check.scoring.gaps import gaps
    from mo_check.scoring.steps import proposals


def __getattr__(name: str) -> object:
    """Load a public name on first use (PEP 562)."""
    from mo_check.api import public  # noqa: PLC0415 - only who uses a name pays for it

    try:
        found = public(name)
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Return the public names, also those that are not loaded yet."""
    return __all__
