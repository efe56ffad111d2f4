"""Which language is spoken: the option, else MO_CHECK_LANG, else the locale, else German."""

import pytest

from mo_check.languages import choose_language
from mo_check.languages.language_choice import known_language


@pytest.mark.parametrize(
    ("option", "environment", "tag"),
    [
        pytest.param(None, {}, "de", id="nothing said"),
        pytest.param("en", {"MO_CHECK_LANG": "de", "LANG": "de_DE.UTF-8"}, "en", id="the option is first"),
        pytest.param(None, {"MO_CHECK_LANG": "en", "LANG": "de_DE.UTF-8"}, "en", id="then the own variable"),
        pytest.param(None, {"MO_CHECK_LANG": "", "LANG": "en_GB.UTF-8"}, "en", id="an empty variable says nothing"),
        pytest.param(None, {"MO_CHECK_LANG": "tlh", "LANG": "en_GB.UTF-8"}, "de", id="an unknown own variable is German"),
        pytest.param(None, {"LANG": "en_US.UTF-8"}, "en", id="then the locale"),
        pytest.param(None, {"LC_ALL": "de_AT.UTF-8", "LANG": "en_US.UTF-8"}, "de", id="LC_ALL before LANG"),
        pytest.param(None, {"LC_MESSAGES": "en_US", "LANG": "de_DE"}, "en", id="LC_MESSAGES before LANG"),
        pytest.param(None, {"LC_ALL": "", "LANG": "en_US"}, "en", id="an empty LC_ALL says nothing"),
        pytest.param(None, {"LANG": "C"}, "de", id="C is German"),
        pytest.param(None, {"LANG": "C.UTF-8"}, "de", id="C with a charset is German"),
        pytest.param(None, {"LANG": "POSIX"}, "de", id="POSIX is German"),
        pytest.param(None, {"LC_ALL": "C", "LANG": "en_US.UTF-8"}, "de", id="C decides like any locale"),
        pytest.param(None, {"LANG": "fr_FR.UTF-8"}, "de", id="an unknown locale is German"),
        pytest.param("fr", {"LANG": "en_US.UTF-8"}, "de", id="an unknown option is German"),
    ],
)
def test_the_language_is_settled_once(option: str | None, environment: dict[str, str], tag: str) -> None:
    """The first of option, own variable and locale that says anything decides."""
    assert choose_language(option, environment) == tag


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        pytest.param("de", "de", id="a tag"),
        pytest.param("EN", "en", id="in capitals"),
        pytest.param("en-GB", "en", id="with a region"),
        pytest.param("de_AT.UTF-8", "de", id="a locale"),
        pytest.param("de_DE@euro", "de", id="a locale with a variant"),
        pytest.param("de-x-simple", "de-x-simple", id="plain German"),
        pytest.param("de-x-other", "de", id="a private variant we do not have"),
        pytest.param("den", None, id="another language that begins alike"),
        pytest.param("C", None, id="no language"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_tag_or_locale_is_served_by_the_nearest_language(name: str, tag: str | None) -> None:
    """Regions and variants are taken off from the right until a language is known."""
    assert known_language(name) == tag
