"""How concerns look to those who answer them, and how refusals are explained to everybody."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.concerns import taps
from bot.concerns.model.concern import Concern
from bot.concerns.model.life import State
from bot.concerns.model.refusals import (
    AnsweredAlready,
    ClaimedAlready,
    Closed,
    NoConcern,
    NoDraft,
    NoLiaison,
    NothingSaid,
    NothingToConfirm,
    NotOffered,
    NotYourConcern,
    TooLong,
)
from bot.concerns.views import category, state, what_about, where
from bot.kit.home import REPORT, Report
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, shorten

SHOWN = 600
"""Characters of a concern on its card; the rest is one tap away."""


def card(say: Words, concern: Concern, link: str = "") -> Screen:
    """The concern as moderators and liaisons see it, with what can be done now.

    In a group, `link` is the bot's https address: what is written or read at length belongs into the private chat.
    """
    text = _nameless(say, concern) if concern.author.gone else _told(say, concern)
    if concern.state in (State.RECEIVED, State.CLAIMED):
        text += "\n" + say("Answer by: {by}", by=say.time(concern.due_at))
    return Screen(text, tuple((choice,) for choice in _deeds(say, concern, link)))


def _told(say: Words, concern: Concern) -> str:
    return say(
        "<b>#{number} · {kind}</b>\n{about}\nWhere: {where}\nFrom: {name}, {address}\nState: {state}",
        number=concern.number,
        kind=category(say, concern.category),
        about=shorten(concern.told.text, SHOWN) or what_about(say, concern),
        where=shorten(where(say, concern), 200),
        name=concern.author.name,
        address=concern.author.household.address,
        state=_state(say, concern),
    )


def _nameless(say: Words, concern: Concern) -> str:
    """Whoever raised it has had their data deleted; where they live would tell who it was."""
    return say(
        "<b>#{number} · {kind}</b>\nWhere: {where}\nFrom: (deleted)\nState: {state}",
        number=concern.number,
        kind=category(say, concern.category),
        where=where(say, concern),
        state=_state(say, concern),
    )


def _state(say: Words, concern: Concern) -> str:
    if concern.state is State.ANSWERED:
        return say.plain("answered; waiting for the resident's word")
    return state(say, concern)


def _deeds(say: Words, concern: Concern, link: str) -> list[Choice]:
    deeds = []
    if concern.state in (State.RECEIVED, State.REOPENED):
        deeds.append(Choice(say.plain("Take it on"), taps.Claim(concern=concern.id)))
    if concern.state is not State.CONFIRMED:
        deeds.append(_reply(say, concern, link))
    if concern.state not in (State.ANSWERED, State.CONFIRMED):
        deeds.append(Choice(say.plain("Hand to the building liaison"), taps.HandOver(concern=concern.id)))
    if concern.told.photos or concern.told.voice or concern.spot or len(concern.told.text) > SHOWN:
        url = f"{link}?start=concern-{concern.id}" if link else None
        deeds.append(Choice(say.plain("See everything"), taps.SeeAll(concern=concern.id), url))
    return deeds


def _reply(say: Words, concern: Concern, link: str = "") -> Choice:
    url = f"{link}?start=reply-{concern.id}" if link else None
    return Choice(say.plain("Reply"), taps.Reply(concern=concern.id), url)


def spot_follows(say: Words, concern: Concern) -> Screen:
    """Said before the location, which has no caption."""
    return screen(say, say("#{number}: the location that was sent is here.", number=concern.number))


def reply_in_private(say: Words, concern: Concern, link: str) -> Screen:
    """In a group; what is written there next is talk among neighbours."""
    return Screen(say("Please write your answer to #{number} in our private chat.", number=concern.number),
                  ((_reply(say, concern, link),),))  # fmt: skip


def ask_reply(say: Words, number: int) -> Screen:
    text = say("Please write your answer to #{number} now. The resident reads it as you write it.", number=number)
    return screen(say, text, Choice(say.plain("Not now"), taps.NotNow()))


def replied(say: Words, concern: Concern) -> Screen:
    return screen(say, say("Sent. #{number} is answered; the resident has the last word.", number=concern.number))


def author_left(say: Words, number: int) -> Screen:
    text = say("Who reported #{number} has had their data deleted. Please see it to its end all the same.",
               number=number)  # fmt: skip
    return screen(say, text)


def claimed(say: Words, concern: Concern) -> Screen:
    text = say("#{number} is yours now. The resident has been told.", number=concern.number)
    return screen(say, text, _reply(say, concern))


def handed_over(say: Words, concern: Concern) -> Screen:
    name = concern.handler.name if concern.handler else ""
    return screen(say, say("#{number} is now with {name}, who has been told.", number=concern.number, name=name))


def how_to_reply(say: Words) -> Screen:
    return screen(say, say("Please write: /reply 12 and your answer. Or tap Reply on the card of the concern."))


def no_concern(say: Words, refusal: NoConcern) -> Screen:
    if refusal.number is None:
        return screen(say, say("There is no such concern here."))
    return screen(say, say("There is no concern #{number} here.", number=refusal.number))


def claimed_already(say: Words, refusal: ClaimedAlready) -> Screen:
    return screen(say, say("#{number} was taken on by {name} just now.", number=refusal.number, name=refusal.by))


def answered_already(say: Words, refusal: AnsweredAlready) -> Screen:
    text = say("{name} has answered #{number}; the resident has the last word.", number=refusal.number, name=refusal.by)
    return screen(say, text)


def closed(say: Words, refusal: Closed) -> Screen:
    text = say("#{number} is closed: the resident said it is solved.", number=refusal.number)
    return screen(say, text)


def nothing_to_confirm(say: Words, refusal: NothingToConfirm) -> Screen:
    text = say("#{number} has no answer yet. You will be asked when it has one.", number=refusal.number)
    return screen(say, text)


def not_your_concern(say: Words, refusal: NotYourConcern) -> Screen:
    text = say("Only who reported #{number} can say whether it is solved.", number=refusal.number)
    return screen(say, text)


def no_liaison(say: Words, refusal: NoLiaison) -> Screen:
    text = say("Building {building} has no liaison here yet. Please take it on yourself.", building=refusal.building)
    return screen(say, text)


def no_draft(say: Words, _: NoDraft) -> Screen:
    text = say("This was finished or dropped before. Shall we start anew?")
    return screen(say, text, Choice(say.plain(REPORT), Report()))


def not_offered(say: Words, _: NotOffered) -> Screen:
    return screen(say, say("There is nothing like that here. Please tap what is shown, or write it."))


def nothing_said(say: Words, _: NothingSaid) -> Screen:
    return screen(say, say("Please add in words what it is about."))


def too_long(say: Words, refusal: TooLong) -> Screen:
    return screen(
        say, say("That is too long for one message; {most} characters fit. Please say it shorter.", most=refusal.most)
    )


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NoConcern: no_concern,
    ClaimedAlready: claimed_already,
    AnsweredAlready: answered_already,
    Closed: closed,
    NothingToConfirm: nothing_to_confirm,
    NotYourConcern: not_your_concern,
    NoLiaison: no_liaison,
    NoDraft: no_draft,
    NotOffered: not_offered,
    NothingSaid: nothing_said,
    TooLong: too_long,
}
