"""街道回复: how the sub-district office writes what it says of a concern."""

from aiogram.filters.callback_data import CallbackData

from bot.concerns import taps
from bot.concerns.forms import OfficialWord
from bot.concerns.model.concern import Concern
from bot.concerns.taps import official as official_taps
from bot.kit.home import INBOX, SeeToConcerns
from bot.kit.screens import Choice, Screen, paged, screen
from bot.kit.words import Words, later

REPLY = later("Reply officially")


def reply(say: Words, concern: Concern) -> Choice:
    return Choice(say.plain(REPLY), official_taps.ReplyOfficially(concern=concern.id))


def ask(say: Words, form: OfficialWord) -> Screen:
    text = say("Please write what the sub-district office replies to #{number}. All neighbours may read it.",
               number=form.number)  # fmt: skip
    return screen(say, text, Choice(say.plain("Not now"), taps.NotNow()))


def read_back(say: Words, form: OfficialWord, page: int = 0) -> Screen:
    """What will be kept."""

    def turn(to: int) -> CallbackData:
        return official_taps.ReadOfficialWord(key=form.key, page=to)

    asked = say.plain("It is signed with your name, and #{number} stands as before. Is that right?", number=form.number)
    return paged(
        say,
        "\n".join((say.plain("You say: {told}", told=form.words), asked)),
        page,
        turn,
        Choice(say.plain("Yes, that is right"), official_taps.SayOfficially(key=form.key, concern=form.concern)),
        Choice(say.plain("In other words"), official_taps.OfficiallyAnew(key=form.key)),
        Choice(say.plain("Not now"), taps.NotNow()),
    )


def said(say: Words, concern: Concern) -> Screen:
    text = say("Sent. Who reported #{number} reads it; those who see to it go on.", number=concern.number)
    return screen(say, text, Choice(say.plain("See all of it"), taps.SeeChain(concern=concern.id)),
                  Choice(say.plain(INBOX), SeeToConcerns()))  # fmt: skip


def in_private(say: Words, concern: Concern) -> Screen:
    """In a group; what is written there next is talk among neighbours."""
    return screen(say, say("Please write about #{number} in our private chat.", number=concern.number))
