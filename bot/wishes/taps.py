"""What a tap on a wish's buttons means. `wish` is its id, `key` the draft's: an old button is not about a newer one."""

from typing import ClassVar

from aiogram.filters.callback_data import CallbackData

from bot.kit.screens import Door


class SeeWishes(Door, CallbackData, prefix="wl"):
    """What do the neighbours wish for?"""

    door: ClassVar[str] = "wishes"
    page: int = 0


class MyWishes(CallbackData, prefix="wm"):
    """Those that are mine to wait for, or to grant; in 长辈版 one on each page."""

    page: int = 0


class ConfirmWish(CallbackData, prefix="wy"):
    key: str


class SayAnew(CallbackData, prefix="wr"):
    """I say it in other words."""

    key: str


class AddPhoto(CallbackData, prefix="wp"):
    key: str


class NoPhoto(CallbackData, prefix="wn"):
    """It is fine without a photo."""

    key: str


class DropWish(CallbackData, prefix="wx"):
    """I make no wish after all."""

    key: str


class ClaimWish(CallbackData, prefix="wc"):
    """I see to it; or I am next if somebody does already."""

    wish: int


class LeaveQueue(CallbackData, prefix="wq"):
    """I wait no longer; `waiting` is the place in the queue."""

    wish: int
    waiting: int


class GiveBack(CallbackData, prefix="wb"):
    """I cannot come."""

    wish: int
    turn: int


class WaitOn(CallbackData, prefix="ww"):
    """It is worth waiting for; or: I still come."""

    wish: int


class Grant(CallbackData, prefix="wg"):
    """My wish has come true."""

    wish: int
    turn: int


class WriteThanks(CallbackData, prefix="wt"):
    wish: int


class NameMe(CallbackData, prefix="wk"):
    """The group may read who helped, or may not."""

    wish: int
    named: bool


class Withdraw(CallbackData, prefix="wd"):
    """I take my wish back."""

    wish: int
    sure: bool


class SeePhoto(CallbackData, prefix="wv"):
    wish: int
