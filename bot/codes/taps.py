"""What a tap means to those who hand out codes and cards."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.residents.model import AgeBand


class Aim(StrEnum):
    """What the door is sought for."""

    CODE = "c"
    CARD = "k"
    BEHALF = "b"
    """Somebody there wants something reported."""
    PAPER = "p"
    """The same, from a slip of paper."""


class Seek(CallbackData, prefix="x"):
    """On the way to a door: 0 is not chosen yet."""

    aim: Aim
    building: int = 0
    unit: int = 0
    page: int = 0


class Open(CallbackData, prefix="xo"):
    """This door it is."""

    aim: Aim
    household: int
    page: int = 0


class ForWhom(CallbackData, prefix="xw"):
    """It is for this person."""

    aim: Aim
    resident: int


class Renew(CallbackData, prefix="xr"):
    """A new code in place of the `serial`-th."""

    household: int
    serial: int


class PrintSheet(CallbackData, prefix="xp"):
    """Slips for a building; 0 is all."""

    building: int


class TurnSheets(CallbackData, prefix="xt"):
    page: int


class NotOnRollYet(CallbackData, prefix="xn"):
    """The card is for somebody whom the roll does not name."""

    household: int


class TheirAge(CallbackData, prefix="xa"):
    household: int
    age_band: AgeBand


class IssueCard(CallbackData, prefix="xk"):
    resident: int
