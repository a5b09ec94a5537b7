"""Why something cannot be done at a sitting."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.floor import closing_views, taps
from bot.floor.model import refusals
from bot.floor.part_views import check_in, from_afar
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words


def not_the_time(say: Words, refusal: refusals.NotTheTime) -> Screen:
    return closing_views.not_the_time(say, refusal.since)


def not_open(say: Words, _: refusals.NotOpen) -> Screen:
    return screen(say, say("No sitting is open now. Checking in begins when it is opened."))


def not_begun(say: Words, refusal: refusals.NotBegun) -> Screen:
    return screen(say, say("Items are taken up from {hour} on.", hour=say.hour(refusal.since)))


def check_in_later(say: Words, refusal: refusals.CheckInLater) -> Screen:
    return screen(say, say("Checking in begins at {hour}.", hour=say.hour(refusal.since)))


def no_digits(say: Words, _: refusals.NoDigits) -> Screen:
    return screen(say, say("Please type the four digits, for example 0815."), back=GoHome())


def no_more_tries(say: Words, refusal: refusals.NoMoreTries) -> Screen:
    text = say("Too many wrong digits. Please check in by the button below; it counts just the same.")
    return screen(say, text, from_afar(say, refusal.sitting))


def others_chair(say: Words, refusal: refusals.OthersChair) -> Screen:
    take = Choice(say.plain("Take over the chair"), taps.TakeChair(sitting=refusal.sitting))
    return screen(say, say("{name} chairs this sitting.", name=refusal.name), take)


def chair_advised(say: Words, refusal: refusals.ChairAdvised) -> Screen:
    text = say("You have advised on item {number}. Please let somebody else chair while it is treated.",
               number=refusal.number)  # fmt: skip
    return screen(say, text, Choice(say.plain("Hand the chair over"), taps.HandOver(sitting=refusal.sitting)))


def nobody_takes_chair(say: Words, _: refusals.NobodyTakesChair) -> Screen:
    return screen(say, say("There is no other moderator who could chair."))


def item_still_open(say: Words, _: refusals.ItemStillOpen) -> Screen:
    return screen(say, say("An item is still open. Please close it first."))


def no_item_open(say: Words, _: refusals.NoItemOpen) -> Screen:
    return screen(say, say("This item is not open now."))


def treated_before(say: Words, _: refusals.TreatedBefore) -> Screen:
    return screen(say, say("This item was treated today already."))


def talked_only(say: Words, _: refusals.TalkedOnly) -> Screen:
    return screen(say, say("This item is only talked about today; nothing is counted."))


def voted_by_ballot(say: Words, _: refusals.VotedByBallot) -> Screen:
    return screen(say, say("A vote runs on this item: ballots decide, no hands are counted."))


def charter_by_ballot(say: Words, _: refusals.CharterByBallot) -> Screen:
    return screen(say, say("The charter is not changed by a show of hands. Please begin a vote of all households."))


def nothing_cast(say: Words, _: refusals.NothingCast) -> Screen:
    return screen(say, say("Nobody has voted: three times zero. Please count again."))


def more_votes(say: Words, refusal: refusals.MoreVotesThanPeople) -> Screen:
    text = say("That makes {votes} votes, but {most} people can vote here. Please count again.", votes=refusal.votes,
               most=refusal.most)  # fmt: skip
    return screen(say, text)


def no_count(say: Words, _: refusals.NoCount) -> Screen:
    return screen(say, say("These numbers were recorded or dropped before."))


def waits_already(say: Words, _: refusals.WaitsAlready) -> Screen:
    return screen(say, say("You are in the queue already. I tell you when it is your turn."))


def spoken_enough(say: Words, refusal: refusals.SpokenEnough) -> Screen:
    return screen(say, say("You spoke {most} times on this item. Now others may.", most=refusal.most))


def check_in_first(say: Words, _: refusals.CheckInFirst) -> Screen:
    return screen(say, say("Please check in first, then you can ask for the floor."), check_in(say))


def chairs_now(say: Words, _: refusals.ChairsNow) -> Screen:
    return screen(say, say("You chair. Please hand the chair to somebody else first."))


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    refusals.NotTheTime: not_the_time,
    refusals.NotBegun: not_begun,
    refusals.NotOpen: not_open,
    refusals.CheckInLater: check_in_later,
    refusals.NoDigits: no_digits,
    refusals.NoMoreTries: no_more_tries,
    refusals.OthersChair: others_chair,
    refusals.ChairAdvised: chair_advised,
    refusals.NobodyTakesChair: nobody_takes_chair,
    refusals.ItemStillOpen: item_still_open,
    refusals.NoItemOpen: no_item_open,
    refusals.TreatedBefore: treated_before,
    refusals.TalkedOnly: talked_only,
    refusals.VotedByBallot: voted_by_ballot,
    refusals.CharterByBallot: charter_by_ballot,
    refusals.NothingCast: nothing_cast,
    refusals.MoreVotesThanPeople: more_votes,
    refusals.NoCount: no_count,
    refusals.WaitsAlready: waits_already,
    refusals.SpokenEnough: spoken_enough,
    refusals.CheckInFirst: check_in_first,
    refusals.ChairsNow: chairs_now,
}
