"""What ``from mo_check import …`` gives: where each public name is defined, loaded when it is first used.

What the names take and return is documented where they are defined and changes only with a new major version.
"""

from importlib import import_module

HOMES = {
    "Assessment": "model.assessment",
    "Checklist": "model.checklist",
    "InvalidInput": "errors",
    "Library": "files.library",
    "LoadedChecklist": "files.library",
    "LoadedProfile": "files.profiles",
    "MoCheckError": "errors",
    "Profile": "model.profile",
    "UnknownScore": "errors",
    "assess": "scoring.assessing",
    "assess_score": "scoring.assessing",
    "figures": "scoring.figures",
    "gaps": "scoring.gaps",
    "item_records": "many.pure.record_making",
    "load_checklist": "files.library",
    "load_profile": "files.profiles",
    "proposals": "scoring.steps",
    "result_record": "many.pure.record_making",
}
"""The module, below ``mo_check``, in which each public name is defined."""


def public(name: str) -> object:
    """Return what a public name means. Raises KeyError for any other name."""
    found: object = getattr(import_module(f"mo_check.{HOMES[name]}"), name)
    return found
