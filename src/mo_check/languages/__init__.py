"""Languages: which one to speak, its catalogue, and how it writes numbers and dates. No state; a language is an argument."""

from mo_check.languages.language import Language, language, msgid
from mo_check.languages.settling import FALLBACKS, settle

__all__ = ["FALLBACKS", "Language", "language", "msgid", "settle"]
