"""Which language to speak: the option, else MO_CHECK_LANG, else the locale, else German."""

from collections.abc import Mapping

from mo_check.languages.locale import LOCALES, SOURCE

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def known_language(tag: str) -> str | None:
    """Return the language that serves a tag or locale name such as ``de_AT.UTF-8``, or None."""
    wanted = tag.split(".", 1)[0].split("@", 1)[0].replace("_", "-").casefold()
    while wanted:
        if wanted in LOCALES:
            return wanted
        wanted = wanted.rpartition("-")[0]
    return None


def choose_language(option: str | None, environment: Mapping[str, str]) -> str:
    """Settle the language tag from the ``--lang`` option and the environment.

    The first variable that is set decides, as in any locale; an unknown tag, ``C`` and ``POSIX`` are German.
    """
    for asked in (option, environment.get("MO_CHECK_LANG")):
        if asked:
            return known_language(asked) or SOURCE
    locale = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), "")
    return known_language(locale) or SOURCE
