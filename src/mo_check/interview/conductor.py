"""Conducting an interview: question by question, saving after every answer, until the respondent stops."""

from collections.abc import Callable
from dataclasses import replace

from mo_check.errors import Interrupted, Message
from mo_check.interview.consent_questions import NOTES_ALOUD, READ_ALOUD, TEXT_ALOUD, ask_pass_on, ask_read_aloud
from mo_check.interview.question import Action, Choice, ChosenReply, Prompter, Question, Reply, Show, WrittenReply
from mo_check.interview.state import Interview
from mo_check.languages import Language
from mo_check.model.answer import Answer, Elsewhere, NotApplicable, Skipped, Unknown
from mo_check.model.consent import ASKED_TO_PASS_ON
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile
from mo_check.model.types import cleaned_text


class Conductor:
    """Leads through an interview.

    ``save`` is called with the profile after every change; what it raises ends the interview. A respondent who stops by
    Ctrl-C or the end of input gets Interrupted, with everything saved.
    """

    def __init__(self, prompter: Prompter, show: Show, language: Language, save: Callable[[Profile], None]) -> None:
        self._prompter = prompter
        self._show = show
        self._language = language
        self._save = save

    def conduct(self, interview: Interview) -> Interview:
        """Ask until everything is answered or the respondent ends; returns the last state."""
        try:
            return self._through(interview)
        except (KeyboardInterrupt, EOFError):
            raise _interrupted() from None

    def _through(self, interview: Interview) -> Interview:
        dimension = ""
        while True:
            question = interview.question()
            if question is None:
                if (back := self._at_the_end(interview)) is None:
                    return interview
                interview = back
                continue
            if question.dimension.id != dimension:
                dimension = question.dimension.id
                self._show.begin_dimension(question.dimension, question.places)
            self._show.question(question)
            reply = self._heard(question)
            if reply is Action.QUIT:
                return interview
            following = self._answered(interview, question, reply)
            if following.profile is not interview.profile:
                self._save(following.profile)
                self._tell(interview, following, question, reply)
            interview = following

    def _heard(self, question: Question) -> Reply:
        """Return the reply; help is given and the question heard again without drawing it anew."""
        while (reply := self._prompter.ask(question)) is Action.HELP:
            self._show.help(question)
        return reply

    def _tell(self, before: Interview, after: Interview, question: Question, reply: Reply) -> None:
        if reply is Action.NOTHING_HERE:
            self._show.say(self._language.say("{row}: hier gibt es nichts.", row=question.item.row_label or ""))
            return
        answer = after.answer_to(question.item.id)
        if answer is not None and answer != before.answer_to(question.item.id):
            self._show.recorded(question, answer)

    def _answered(self, interview: Interview, question: Question, reply: Reply) -> Interview:
        """Return the state after a reply; a reason, a name or a note is asked for where the reply needs one."""
        say = self._language.say
        earlier = question.earlier or Answer(Skipped())
        match reply:
            case ChosenReply():
                return interview.reply(reply)
            case WrittenReply():
                return self._written(interview, question, reply)
            case Action.UNKNOWN:
                return interview.record(Answer(Unknown()))
            case Action.NOT_APPLICABLE:
                reason = self._line(say("Grund, warum das nicht zutrifft"))
                return interview.record(Answer(NotApplicable(reason))) if reason else interview
            case Action.ELSEWHERE:
                who = self._line(say("Wer es macht"))
                return interview.record(Answer(Elsewhere(who))) if who else interview
            case Action.NOTE:
                text = self._line(say("Notiz"), earlier.note or "")
                return self._noted(interview.annotate(note=text)) if text else interview
            case Action.EVIDENCE:
                text = self._line(say("Beleg (Titel, Datum, Fundstelle)"), earlier.evidence or "")
                return self._noted(interview.annotate(evidence=text)) if text else interview
            case _:
                return self._moved(interview, question, reply)

    def _written(self, interview: Interview, question: Question, reply: WrittenReply) -> Interview:
        """Return the state with a free answer, saved at once, and with what may be done with it."""
        held = interview.reply(reply)
        self._save(held.profile)
        return held.reading_aloud(question.item.id, ask_read_aloud(TEXT_ALOUD, self._prompter, self._language))

    def _noted(self, interview: Interview) -> Interview:
        """Return the state with what becomes of all notes and evidence, asked once, at the first of them."""
        respondent = interview.profile.respondent
        if interview.profile.read_aloud is not None or respondent.perspective is Perspective.AGREED:
            return interview
        self._save(interview.profile)
        return self._allowing(interview)

    def _allowing(self, interview: Interview) -> Interview:
        """Ask what may become of notes and evidence and, where it was said before, whether the answers may be passed on."""
        say = self._language.say
        allowed = ask_read_aloud(NOTES_ALOUD, self._prompter, self._language)
        self._show.say(say("Notizen, Belege und Gründe vorlesen: {answer}.", answer=say(READ_ALOUD[allowed])))
        interview = interview.allowing(read_aloud=allowed)
        if interview.profile.pass_on is None:
            return interview
        return interview.allowing(pass_on=ask_pass_on(self._prompter, self._language))

    def conclude(self, profile: Profile) -> Profile:
        """Ask at the end of everything, once, whether the answers may be passed on, and save it; returns the profile.

        Raises Interrupted.
        """
        if profile.respondent.perspective not in ASKED_TO_PASS_ON or profile.pass_on is not None:
            return profile
        try:
            concluded = profile.model_copy(update={"pass_on": ask_pass_on(self._prompter, self._language)})
        except (KeyboardInterrupt, EOFError):
            raise _interrupted() from None
        self._save(concluded)
        return concluded

    def _moved(self, interview: Interview, question: Question, action: Action) -> Interview:
        """Return the state after a move that answers nothing."""
        match action:
            case Action.NOTHING_HERE:
                return interview.nothing_here()
            case Action.DISPUTED:
                return interview.dispute()
            case Action.LATER:
                return interview.later()
            case Action.CONSENT:
                return self._allowing(interview)
            case Action.KEEP:
                return interview.keep()
            case Action.BACK:
                return interview.back()
            case Action.GO_TO:
                return self._gone_to(interview, question.total)
            case Action.REVIEW:
                self._show.review(interview.open_items())
                return self._gone_to(interview, question.total)
            case _:
                return interview

    def _line(self, prompt: str, initial: str = "") -> str | None:
        text = self._prompter.line(prompt, initial)
        return cleaned_text(text) or None if text is not None else None

    def _gone_to(self, interview: Interview, total: int) -> Interview:
        text = self._line(self._language.say("Zu welcher Frage (1–{total}; leer: weiter)", total=total))
        try:
            return interview.go_to(int(text)) if text else interview
        except (ValueError, IndexError):
            self._show.say(self._language.say("Eine Frage „{text}“ gibt es nicht.", text=text))
            return interview

    def _at_the_end(self, interview: Interview) -> Interview | None:
        """Offer the open questions; returns the state to go on with, or None to end."""
        found = interview.open_items()
        if not found:
            return None
        self._show.review(found)
        say = self._language.say
        choices = (
            Choice("1", "end", say("so abschließen")),
            Choice("2", "open", say("die offenen Fragen noch einmal durchgehen")),
        )
        if self._prompter.choose(say("Wie weiter"), choices) == "end":
            return None
        waiting = frozenset(one.item.id for one in found)
        return replace(interview, selected=waiting, waiting=waiting, at=found[0].item.id)


def _interrupted() -> Interrupted:
    return Interrupted(Message("Unterbrochen. Alle Antworten sind gesichert."))
