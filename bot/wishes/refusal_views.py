"""Why something about a wish cannot be."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.kit.refusals import Refused
from bot.kit.screens import GoHome, Screen, screen
from bot.kit.words import Words
from bot.wishes.model.wish import (
    EnoughWishes,
    NoReason,
    NoWish,
    NoWishDraft,
    OwnWish,
    WishMovedOn,
    WishOver,
    WishTooLong,
)
from bot.wishes.views import make_wish, mark, my_wishes


def no_wish(say: Words, _: NoWish) -> Screen:
    return screen(say, say("There is no such wish here any more."))


def no_wish_draft(say: Words, _: NoWishDraft) -> Screen:
    text = say("This wish was finished or dropped before. You may make another.")
    return screen(say, text, make_wish(say), back=GoHome())


def own_wish(say: Words, _: OwnWish) -> Screen:
    return screen(say, say("This is your own wish; a neighbour will see to it."))


def wish_over(say: Words, refusal: WishOver) -> Screen:
    return screen(say, say("Wish {mark} is over. Thank you for looking.", mark=mark(say, refusal.number)))


def wish_moved_on(say: Words, refusal: WishMovedOn) -> Screen:
    text = say("Something has changed about wish {mark} since. Please look how it stands.",
               mark=mark(say, refusal.number))  # fmt: skip
    return screen(say, text, my_wishes(say))


def too_long(say: Words, refusal: WishTooLong) -> Screen:
    text = say("At most {most} characters fit, one short sentence. Please write it once more.", most=refusal.most)
    return screen(say, text)


def enough_wishes(say: Words, refusal: EnoughWishes) -> Screen:
    text = say("{most} of your wishes are open. When one has come true, make the next.", most=refusal.most)
    return screen(say, text, my_wishes(say), back=GoHome())


def no_reason(say: Words, refusal: NoReason) -> Screen:
    text = say(
        "A wish is taken down for a reason of at most {most} characters. Its wisher reads it.", most=refusal.most
    )
    return screen(say, text)


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NoWish: no_wish,
    NoWishDraft: no_wish_draft,
    OwnWish: own_wish,
    WishOver: wish_over,
    WishMovedOn: wish_moved_on,
    WishTooLong: too_long,
    EnoughWishes: enough_wishes,
    NoReason: no_reason,
}
