"""Why points do not move."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words
from bot.points.award_views import another
from bot.points.model.award import (
    GiverSpent,
    NoAwardDraft,
    NoAwardReason,
    NobodyNamed,
    NoRoomToday,
    NotAnAmount,
    OwnAward,
)
from bot.points.model.deed import (
    DeedDecidedAlready,
    NoDeed,
    NoDeedDraft,
    NoDeedWords,
    OwnDeed,
    OwnSample,
    SampledAlready,
)
from bot.points.model.ledger import Kind
from bot.points.model.refusals import NoEntry, NotEnoughPoints, ReversedAlready
from bot.points.taps import TellDeed


def not_enough(say: Words, refusal: NotEnoughPoints) -> Screen:
    if refusal.kind in (Kind.PERSON, Kind.HOUSEHOLD):
        text = say("{wanted} points are needed; there are {balance}.", wanted=refusal.wanted, balance=refusal.balance)
    elif refusal.kind is Kind.GOODS:
        text = say("What can be redeemed for goods this month is spent. Next month there is more; thanks go on.")
    else:
        text = say("This month's points are spent. Next month there are more; thanks go on.")
    return screen(say, text)


def no_entry(say: Words, _: NoEntry) -> Screen:
    return screen(say, say("There is no such line, or it cannot be put right this way."))


def reversed_already(say: Words, _: ReversedAlready) -> Screen:
    return screen(say, say("This line has been put right before."))


def no_draft(say: Words, _: NoAwardDraft) -> Screen:
    return screen(say, say("This award was given or dropped before."), another(say), back=GoHome())


def own_award(say: Words, _: OwnAward) -> Screen:
    text = say("Nobody gives points to themselves or their own household. Please let another moderator do it.")
    return screen(say, text)


def not_an_amount(say: Words, refusal: NotAnAmount) -> Screen:
    return screen(say, say("From 1 to {most} points can be given at once.", most=refusal.most))


def no_reason(say: Words, refusal: NoAwardReason) -> Screen:
    return screen(say, say("Please give a reason of at most {most} characters; they will read it.", most=refusal.most))


def giver_spent(say: Words, refusal: GiverSpent) -> Screen:
    return screen(say, say("Today you may give {left} points more.", left=refusal.left))


def no_room(say: Words, refusal: NoRoomToday) -> Screen:
    return screen(
        say, say("Today they can be given {left} points more; tomorrow there is room again.", left=refusal.left)
    )


def nobody_named(say: Words, refusal: NobodyNamed) -> Screen:
    text = say("They have not joined here. In our private chat there is a list of who has.")
    if refusal.name:
        text = say("Nobody on the roll is called {name}. In our private chat there is a list.", name=refusal.name)
    return screen(say, text, another(say), back=GoHome())


def no_deed(say: Words, _: NoDeed) -> Screen:
    return screen(say, say("Whoever told of it has had their data deleted."))


def own_deed(say: Words, _: OwnDeed) -> Screen:
    return screen(say, say("What you did yourself is confirmed by somebody else."))


def deed_decided(say: Words, refusal: DeedDecidedAlready) -> Screen:
    return screen(say, say("{name} has decided on it before.", name=refusal.by or say.plain("(deleted)")))


def no_deed_words(say: Words, refusal: NoDeedWords) -> Screen:
    return screen(say, say("Please tell it in one line of at most {most} characters.", most=refusal.most))


def no_deed_draft(say: Words, _: NoDeedDraft) -> Screen:
    text = say("This was told or dropped before.")
    return screen(say, text, Choice(say.plain("I did something good"), TellDeed()), back=GoHome())


def own_sample(say: Words, _: OwnSample) -> Screen:
    return screen(say, say("At your own door somebody else looks."))


def sampled_already(say: Words, refusal: SampledAlready) -> Screen:
    text = (
        say("Somebody has looked there today: well sorted.")
        if refusal.good
        else say("Somebody has looked there today: not sorted yet.")
    )
    return screen(say, text)


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NotEnoughPoints: not_enough,
    NoEntry: no_entry,
    ReversedAlready: reversed_already,
    NoAwardDraft: no_draft,
    OwnAward: own_award,
    NotAnAmount: not_an_amount,
    NoAwardReason: no_reason,
    GiverSpent: giver_spent,
    NoRoomToday: no_room,
    NobodyNamed: nobody_named,
    NoDeed: no_deed,
    OwnDeed: own_deed,
    DeedDecidedAlready: deed_decided,
    NoDeedWords: no_deed_words,
    NoDeedDraft: no_deed_draft,
    OwnSample: own_sample,
    SampledAlready: sampled_already,
}
