"""One answer for many, ready answers, and how the inbox says no."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.concerns.model.canned import CannedAnswer
from bot.concerns.model.concern import Concern
from bot.concerns.taps import NotNow
from bot.inbox import taps
from bot.inbox.forms import AnsweringMany, AnsweringOne
from bot.inbox.model import Answered, NoCanned, NothingToAnswer, SentBefore, TooLongForMany, TooManyCanned
from bot.kit.home import INBOX
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, shorten

LABEL = 40
"""Characters of a ready answer on its button."""


def ask_many(say: Words, form: AnsweringMany, canned: Sequence[CannedAnswer], page: int = 0) -> Screen:
    """The words for all of them."""
    ready = [Choice(shorten(one.words, LABEL), taps.UseForMany(key=form.key, canned=one.id)) for one in canned]
    choices = [*ready, Choice(say.plain("Not now"), NotNow())]
    text = say("{number} concerns have no answer yet. Please write one for all of them; I read it back first.",
               number=len(form.concerns))  # fmt: skip
    shown = page_of(say, choices, page, taps.TurnForMany(key=form.key, page=page + 1))
    return screen(say, text, *shown, columns=1)


def read_back_many(say: Words, form: AnsweringMany) -> Screen:
    """The exact number, and the words as they will be read."""
    text = say("To {number} concerns: {words}\nShall I send it?", number=len(form.concerns),
               words=shorten(form.words, 30) if say.elder else form.words)  # fmt: skip
    send = Choice(say.plain("Send all {number}", number=len(form.concerns)), taps.SendMany(key=form.key))
    return screen(say, text, send, Choice(say.plain("Not now"), NotNow()))


def many_sent(say: Words, answered: Answered) -> Screen:
    text = say("Sent to {number} concerns. Each is owed a plan now.", number=answered.sent)
    if not answered.sent:
        text = say("Nothing was sent.")
    if answered.skipped:
        text += "\n" + say("{number} were answered by others meanwhile; they were left as they are.",
                     number=answered.skipped)  # fmt: skip
    return screen(say, text, Choice(say.plain(INBOX), taps.SeeInbox()))


def read_back(say: Words, form: AnsweringOne) -> Screen:
    """The words as the resident will read them."""
    text = say("#{number} is answered: {words}\nShall I send it?", number=form.number,
               words=shorten(form.words, 30) if say.elder else form.words)  # fmt: skip
    send = Choice(say.plain("Send it"), taps.SendOne(concern=form.concern))
    return screen(say, text, send, Choice(say.plain("Not now"), NotNow()))


def sent(say: Words, concern: Concern) -> Screen:
    text = say("Sent. The resident reads your answer to #{number}.", number=concern.number)
    return screen(say, text, Choice(say.plain(INBOX), taps.SeeInbox()))


def canned(say: Words, ready: Sequence[CannedAnswer], may: bool, page: int = 0) -> Screen:
    """All ready answers, in 长辈版 one after the other; `may` change them."""
    add = [Choice(say.plain("Add one"), taps.AddCanned())] if may else []
    if not ready:
        return screen(say, say("There are no ready answers yet."), *add, back=GoHome())
    if not say.elder:
        text = "\n".join([say("<b>Ready answers</b>"), *(_numbered(say, n, one) for n, one in enumerate(ready, 1))])
        removing = [_remove(say, n, one) for n, one in enumerate(ready, 1)] if may else []
        return screen(say, text, *removing, *add, back=GoHome())
    number = page % len(ready)
    more = [Choice(say.plain("More choices"), taps.SeeCanned(page=number + 1))] if len(ready) > 1 else []
    removing = [_remove(say, number + 1, ready[number])] if may else []
    return screen(say, _numbered(say, number + 1, ready[number]), *removing, *more, *add)


def ask_canned(say: Words) -> Screen:
    return screen(say, say("Please write the answer that shall be ready."), Choice(say.plain("Not now"), NotNow()))


def _numbered(say: Words, number: int, one: CannedAnswer) -> str:
    return say("{number}. {words}", number=number, words=shorten(one.words, 40 if say.elder else 200))


def _remove(say: Words, number: int, one: CannedAnswer) -> Choice:
    return Choice(say.plain("Remove number {number}", number=number), taps.RemoveCanned(canned=one.id))


def nothing_to_answer(say: Words, _: NothingToAnswer) -> Screen:
    return screen(say, say("All of these have an answer already."), Choice(say.plain(INBOX), taps.SeeInbox()))


def sent_before(say: Words, _: SentBefore) -> Screen:
    return screen(say, say("This has gone out already, or was dropped."), Choice(say.plain(INBOX), taps.SeeInbox()))


def no_canned(say: Words, _: NoCanned) -> Screen:
    return screen(say, say("This ready answer was taken away. Please choose another one, or write."))


def too_many_canned(say: Words, refusal: TooManyCanned) -> Screen:
    text = say("There is room for {most} ready answers. Please remove one first.", most=refusal.most)
    return screen(say, text, Choice(say.plain("See the ready answers"), taps.SeeCanned()))


def too_long_for_many(say: Words, refusal: TooLongForMany) -> Screen:
    text = say("What is used many times has at most {most} characters. Please say it shorter.", most=refusal.most)
    return screen(say, text)


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NothingToAnswer: nothing_to_answer,
    SentBefore: sent_before,
    NoCanned: no_canned,
    TooManyCanned: too_many_canned,
    TooLongForMany: too_long_for_many,
}
