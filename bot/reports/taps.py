"""What a tap under a report means. A month is written 202612."""

from aiogram.filters.callback_data import CallbackData


class SeeMonth(CallbackData, prefix="rm"):
    """The rates of a month; of their words, this page."""

    month: int
    page: int = 0


class SeeTen(CallbackData, prefix="rx"):
    """The ten of a month; in 长辈版 this one of them."""

    month: int
    page: int = 0
