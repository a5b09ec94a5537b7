"""What a tap means on the way in without a code, and to those who let people in."""

from aiogram.filters.callback_data import CallbackData

from bot.residents.model import AgeBand


class TurnBuildings(CallbackData, prefix="nb"):
    page: int


class LivesIn(CallbackData, prefix="nl"):
    building: int


class WithoutRoom(CallbackData, prefix="nr"):
    """I would rather say the door later."""

    building: int


class Seek(CallbackData, prefix="ns"):
    """同意: find this person's unit, then door, then place; 0 is not chosen yet."""

    admission: int
    unit: int = 0
    household: int = 0
    page: int = 0


class AdmitAs(CallbackData, prefix="na"):
    admission: int
    resident: int


class AskTheirAge(CallbackData, prefix="nq"):
    """The roll does not name them."""

    admission: int
    household: int


class AdmitAnew(CallbackData, prefix="nw"):
    admission: int
    household: int
    age_band: AgeBand


class NotHere(CallbackData, prefix="nx"):
    """不是本楼"""

    admission: int
