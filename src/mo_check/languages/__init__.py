"""Languages: one record each, which one to speak, and its catalogue at work. No state; a language is an argument."""

from mo_check.languages.language import Language, language, msgid
from mo_check.languages.language_choice import choose_language
from mo_check.languages.locale import LOCALES, SOURCE, Locale

__all__ = ["LOCALES", "SOURCE", "Language", "Locale", "choose_language", "language", "msgid"]
