"""What a tap on a preview's buttons means."""

from typing import ClassVar

from aiogram.filters.callback_data import CallbackData

from bot.kit.screens import Door


class SeeAgenda(CallbackData, prefix="pa"):
    """What is on this sitting's agenda? In 长辈版 one item on each page."""

    sitting: int
    page: int = 0


class SeeMore(CallbackData, prefix="pm"):
    """What else can I do about this sitting? In 长辈版 only, page by page."""

    sitting: int
    page: int = 0


class PrintAgenda(Door, CallbackData, prefix="pr"):
    """As a sheet of A4."""

    door: ClassVar[str] = "preview"
    sitting: int


class IntoCalendar(Door, CallbackData, prefix="pc"):
    """As a file for the calendar of a phone."""

    door: ClassVar[str] = "preview"
    sitting: int
