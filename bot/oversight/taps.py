"""What a tap about a month of supervision means. A month is written 202612."""

from typing import ClassVar

from aiogram.filters.callback_data import CallbackData

from bot.kit.screens import Door


class SeePack(Door, CallbackData, prefix="ovs"):
    """The figures of a month, 0 for the newest; page by page."""

    door: ClassVar[str] = "oversight"
    month: int = 0
    page: int = 0


class FetchPack(CallbackData, prefix="ovf"):
    """As files, for supervisors."""

    month: int


class WriteNote(CallbackData, prefix="ovw"):
    month: int


class ReadNoteBack(CallbackData, prefix="ovr"):
    key: str
    page: int = 0


class PublishNote(CallbackData, prefix="ovp"):
    key: str


class DropNote(CallbackData, prefix="ovx"):
    key: str
