"""Why something about a good or a redemption cannot be."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.kit.refusals import Refused
from bot.kit.screens import GoHome, Screen, screen
from bot.kit.words import Words
from bot.redeeming.model import good, redemption
from bot.redeeming.staff_views import fetch, manage
from bot.redeeming.views import my_redemptions, named, see_goods


def no_good(say: Words, _: good.NoGood) -> Screen:
    text = say("That does not stand on the shelf any more. Would you like to see what does?")
    return screen(say, text, see_goods(say), back=GoHome())


def sold_out(say: Words, refusal: good.SoldOut) -> Screen:
    text = say("Somebody had the last one of {called} just now. Your points are all there.",
               called=named(say, refusal.called))  # fmt: skip
    return screen(say, text, see_goods(say), back=GoHome())


def other_price(say: Words, refusal: good.OtherPrice) -> Screen:
    text = say("{called} costs {price} points by now. Please look at it once more.", called=named(say, refusal.called),
               price=refusal.price)  # fmt: skip
    return screen(say, text, see_goods(say), back=GoHome())


def enough_of_it(say: Words, refusal: good.EnoughOfIt) -> Screen:
    text = say("Of {called} each may have {most}, so that there is enough for all. You had yours.",
               called=named(say, refusal.called), most=refusal.most)  # fmt: skip
    return screen(say, text, see_goods(say), my_redemptions(say), back=GoHome())


def bad_number(say: Words, refusal: good.BadNumber) -> Screen:
    text = say("Please write a number from {least} to {most}.", least=refusal.least, most=refusal.most)
    return screen(say, text, manage(say))


def bad_name(say: Words, refusal: good.BadName) -> Screen:
    text = say("At most {most} characters fit. Please write the name once more.", most=refusal.most)
    return screen(say, text, manage(say))


def no_good_draft(say: Words, _: good.NoGoodDraft) -> Screen:
    return screen(say, say("This was finished or dropped before."), manage(say), back=GoHome())


def shelf_full(say: Words, refusal: good.ShelfFull) -> Screen:
    text = say("{most} goods are kept already, and no more fit. Please change one of them.", most=refusal.most)
    return screen(say, text, manage(say), back=GoHome())


def no_redemption(say: Words, _: redemption.NoRedemption) -> Screen:
    return screen(say, say("I find nothing of yours here. Would you like to look?"), my_redemptions(say), back=GoHome())


def too_late_to_undo(say: Words, refusal: redemption.TooLateToUndo) -> Screen:
    text = say("The {minutes} minutes are over. If you do not fetch {called}, you have your points back then.",
               minutes=refusal.minutes, called=named(say, refusal.called))  # fmt: skip
    return screen(say, text, my_redemptions(say), back=GoHome())


def moved_on(say: Words, refusal: redemption.RedemptionMovedOn) -> Screen:
    text = say("Something has changed about {called} since. Please look how it stands.",
               called=named(say, refusal.called))  # fmt: skip
    return screen(say, text, my_redemptions(say), back=GoHome())


def no_such_code(say: Words, refusal: redemption.NoSuchCode) -> Screen:
    text = say("Nothing waits under {code}. Please have the four digits read out once more.", code=refusal.code[:4])
    return screen(say, text, fetch(say), back=GoHome())


def own_pickup(say: Words, _: redemption.OwnPickup) -> Screen:
    text = say("This is your own. Please let another moderator or liaison hand it over to you.")
    return screen(say, text, my_redemptions(say), back=GoHome())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    good.NoGood: no_good,
    good.SoldOut: sold_out,
    good.OtherPrice: other_price,
    good.EnoughOfIt: enough_of_it,
    good.BadNumber: bad_number,
    good.BadName: bad_name,
    good.NoGoodDraft: no_good_draft,
    good.ShelfFull: shelf_full,
    redemption.NoRedemption: no_redemption,
    redemption.TooLateToUndo: too_late_to_undo,
    redemption.RedemptionMovedOn: moved_on,
    redemption.NoSuchCode: no_such_code,
    redemption.OwnPickup: own_pickup,
}
