"""What a tap on a good's or a redemption's button means; `key` is a draft's or a redemption's."""

from typing import ClassVar

from aiogram.filters.callback_data import CallbackData

from bot.kit.screens import Door
from bot.redeeming.model.good import Part


class LookAt(CallbackData, prefix="reg"):
    """One good from near by."""

    good: int


class GoodPhoto(CallbackData, prefix="ref"):
    good: int


class WantGood(CallbackData, prefix="rew"):
    """I would like one: read back what it costs."""

    good: int


class Reserve(CallbackData, prefix="rey"):
    """Yes, keep one for me; `key` is of the read-back, `price` what it said."""

    good: int
    price: int
    key: str


class MyRedemptions(Door, CallbackData, prefix="rem"):
    door: ClassVar[str] = "redeemed"
    page: int = 0


class Undo(CallbackData, prefix="reu"):
    """I do not want it after all."""

    redemption: int


class Receive(CallbackData, prefix="rer"):
    """I have it."""

    redemption: int
    turn: int


class Miss(CallbackData, prefix="ren"):
    """I do not have it."""

    redemption: int
    turn: int


class ManageGoods(CallbackData, prefix="red"):
    """The shelf as its keepers see it, page by page."""

    page: int = 0


class ManageGood(CallbackData, prefix="reo"):
    good: int
    page: int = 0


class NewGood(CallbackData, prefix="rea"):
    """Something is put up."""


class SayOfGood(CallbackData, prefix="res"):
    """One of the offered numbers, of a draft."""

    key: str
    part: Part
    number: int


class AddGoodPhoto(CallbackData, prefix="rep"):
    key: str


class NoGoodPhoto(CallbackData, prefix="req"):
    """It is fine without a photo."""

    key: str


class PutUp(CallbackData, prefix="rec"):
    """The draft is right."""

    key: str


class DropGood(CallbackData, prefix="rex"):
    """Nothing is put up after all."""

    key: str


class ChangeGood(CallbackData, prefix="reh"):
    """Another number or photo; which is asked next."""

    good: int
    part: Part


class SetOfGood(CallbackData, prefix="ret"):
    """One of the offered numbers."""

    good: int
    part: Part
    number: int


class OfferGood(CallbackData, prefix="rel"):
    """On the shelf, or off it."""

    good: int
    offered: bool


class FetchCode(CallbackData, prefix="rek"):
    """Somebody is here to fetch something."""


class HandOver(CallbackData, prefix="rez"):
    """I hand it over now; `turn` as it was when I read for whom it is."""

    redemption: int
    turn: int
