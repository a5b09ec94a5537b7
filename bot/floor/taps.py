"""What a tap at a sitting means. Those of the chair name the sitting, so that an old button is about no newer one."""

from typing import ClassVar

from aiogram.filters.callback_data import CallbackData

from bot.floor.model.queue import Stand
from bot.kit.screens import Door


class CheckInHere(Door, CallbackData, prefix="uh"):
    """I am in the room: ask me for the code."""

    door: ClassVar[str] = "here"


class CheckInFromAfar(CallbackData, prefix="ur"):
    sitting: int


class WantFloor(Door, CallbackData, prefix="uq"):
    """I would like to speak."""

    door: ClassVar[str] = "speak"


class AskFloor(CallbackData, prefix="uf"):
    sitting: int
    item: int
    stand: Stand


class LeaveFloor(CallbackData, prefix="ul"):
    """Rather not."""

    turn: int


class OpenSitting(CallbackData, prefix="uo"):
    sitting: int


class SeeDesk(CallbackData, prefix="ud"):
    """How does it stand? In 长辈版 page by page."""

    sitting: int
    page: int = 0


class PickItem(CallbackData, prefix="up"):
    """Another one than the next."""

    sitting: int
    page: int = 0


class PickOther(CallbackData, prefix="uz"):
    """Something beside the agenda."""

    sitting: int
    page: int = 0


class OpenItem(CallbackData, prefix="ui"):
    sitting: int
    item: int


class CloseItem(CallbackData, prefix="uc"):
    """`sure`: although nothing was resolved."""

    sitting: int
    item: int
    sure: bool = False


class NextPlease(CallbackData, prefix="un"):
    """`after`: the turn that speaks now, 0 for none: a second tap calls nobody else."""

    sitting: int
    item: int
    after: int


class CountHands(CallbackData, prefix="ua"):
    sitting: int
    item: int


class Number(CallbackData, prefix="ug"):
    key: str
    number: int


class CountAnew(CallbackData, prefix="uw"):
    key: str


class RecordResult(CallbackData, prefix="uy"):
    key: str


class CloseSitting(CallbackData, prefix="ux"):
    sitting: int
    sure: bool = False


class HandOver(CallbackData, prefix="uv"):
    """Who else could chair?"""

    sitting: int
    page: int = 0


class GiveChair(CallbackData, prefix="ub"):
    sitting: int
    to: int


class TakeChair(CallbackData, prefix="uk"):
    sitting: int
