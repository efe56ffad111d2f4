"""Asking what may become of words and answers: one key each, and nothing said is a no."""

from mo_check.interview.question import Choice, Prompter
from mo_check.languages import Language, msgid
from mo_check.model.answer import ReadAloud
from mo_check.model.profile import PassOn

READ_ALOUD = {
    ReadAloud.YES: msgid("ja"),
    ReadAloud.IN_SUBSTANCE: msgid("nur sinngemäß"),
    ReadAloud.NO: msgid("nein"),
}
"""What may be done with a text, in the order in which it is offered."""
NOTES_ALOUD = msgid("Dürfen Ihre Notizen und Belege vorgelesen werden?")
TEXT_ALOUD = msgid("Darf diese Antwort vorgelesen werden?")
PASS_ON = msgid("Dürfen Ihre Antworten ohne Namen weitergegeben werden?")


def ask_read_aloud(prompt: str, prompter: Prompter, language: Language) -> ReadAloud:
    """Ask what may be done with a text."""
    choices = tuple(Choice(str(n), one.value, language.say(text)) for n, (one, text) in enumerate(READ_ALOUD.items(), start=1))
    return ReadAloud(prompter.choose(language.say(prompt), choices))


def ask_pass_on(prompter: Prompter, language: Language) -> PassOn:
    """Ask whether the answers may go on to others."""
    choices = (Choice("1", PassOn.YES.value, language.say("ja")), Choice("2", PassOn.NO.value, language.say("nein")))
    return PassOn(prompter.choose(language.say(PASS_ON), choices))
