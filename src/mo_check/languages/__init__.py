"""Languages: which one to speak, its catalogue, and how it writes numbers and dates. No state; a language is an argument."""

from mo_check.languages.language import Language, language, msgid
from mo_check.languages.language_choice import FALLBACKS, choose_language

__all__ = ["FALLBACKS", "Language", "choose_language", "language", "msgid"]
