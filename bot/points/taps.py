"""What a tap on the points' buttons means."""

from typing import ClassVar

from aiogram.filters.callback_data import CallbackData

from bot.kit.screens import Door
from bot.points.model.deed import Verdict


class MorePoints(CallbackData, prefix="om"):
    """What else can be done here? In 长辈版 there are more buttons than fit."""

    page: int


class HowToEarn(CallbackData, prefix="oh"):
    """What earns points?"""

    page: int = 0


class SeeMonth(CallbackData, prefix="os"):
    """What came and went in a month, as 202612; 0 for this one."""

    month: int = 0
    page: int = 0


class FetchMonth(CallbackData, prefix="of"):
    """The same as a file."""

    month: int


class AwardIn(Door, CallbackData, prefix="oa"):
    """Whom of this building shall I thank? 0 for: which building?"""

    door: ClassVar[str] = "award"
    building: int = 0
    page: int = 0


class AwardTo(CallbackData, prefix="ot"):
    """This resident. `key` is the draft's, empty where this begins one."""

    key: str
    resident: int


class AwardPoints(CallbackData, prefix="op"):
    """So many."""

    key: str
    amount: int


class DropAward(CallbackData, prefix="od"):
    key: str


class TakeBack(CallbackData, prefix="ob"):
    """This was a mistake."""

    entry: int
    sure: bool


class SeeBooks(CallbackData, prefix="ok"):
    """How do the points stand in the whole community?"""

    page: int = 0


class FetchBooks(CallbackData, prefix="ox"):
    """All entries of a month as a file."""

    month: int
    excel: bool


class TellDeed(Door, CallbackData, prefix="oe"):
    """I did something for the neighbourhood."""

    door: ClassVar[str] = "deed"


class DropDeed(CallbackData, prefix="oj"):
    key: str


class DecideDeed(CallbackData, prefix="oy"):
    """I have seen it; or I have not."""

    deed: int
    verdict: Verdict


class SampleAt(CallbackData, prefix="ol"):
    """At which door did I look? 0 for what is not said yet."""

    building: int = 0
    unit: int = 0
    door: int = 0
    page: int = 0


class NoteSample(CallbackData, prefix="oq"):
    """So it was sorted."""

    door: int
    good: bool
