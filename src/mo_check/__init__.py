"""mo-check: how well does a municipality cooperate with migrant organisations, what is missing, and what comes next.

The names in ``__all__`` are public: what they take and return is documented where they are defined and changes only with a new
major version. Each is loaded when it is first used, so that ``import mo_check`` costs nothing.
"""

__version__ = "0.1.0"
__all__ = [
    "Assessment",
    "Checklist",
    "InvalidInput",
    "Library",
    "LoadedChecklist",
    "LoadedProfile",
    "MoCheckError",
    "Profile",
    "assess",
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
    from mo_check.content.library import Library, LoadedChecklist, load_checklist
    from mo_check.content.profiles import LoadedProfile, load_profile
    from mo_check.errors import InvalidInput, MoCheckError
    from mo_check.model.checklist import Checklist
    from mo_check.model.profile import Profile
    from mo_check.model.results import Assessment
    from mo_check.scoring.assessing import assess
    from mo_check.scoring.figures import figures
    from mo_check.scoring.gaps import gaps
    from mo_check.scoring.records import item_records, result_record
    from mo_check.scoring.steps import proposals

_HOMES = {
    "Assessment": "model.results",
    "Checklist": "model.checklist",
    "InvalidInput": "errors",
    "Library": "content.library",
    "LoadedChecklist": "content.library",
    "LoadedProfile": "content.profiles",
    "MoCheckError": "errors",
    "Profile": "model.profile",
    "assess": "scoring.assessing",
    "figures": "scoring.figures",
    "gaps": "scoring.gaps",
    "item_records": "scoring.records",
    "load_checklist": "content.library",
    "load_profile": "content.profiles",
    "proposals": "scoring.steps",
    "result_record": "scoring.records",
}
"""The module in which each public name is defined."""


def __getattr__(name: str) -> object:
    """Load a public name on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only who uses a name pays for it

    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
