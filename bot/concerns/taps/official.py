"""What a tap of the sub-district office means. `key` is the draft's: an old button sends no newer one."""

from aiogram.filters.callback_data import CallbackData


class ReplyOfficially(CallbackData, prefix="cor"):
    """For the sub-district office."""

    concern: int


class ReadOfficialWord(CallbackData, prefix="cob"):
    """Read back what I wrote; in 长辈版 page by page."""

    key: str
    page: int = 0


class SayOfficially(CallbackData, prefix="cos"):
    """It is right so."""

    key: str
    concern: int


class OfficiallyAnew(CallbackData, prefix="coa"):
    """In other words."""

    key: str
