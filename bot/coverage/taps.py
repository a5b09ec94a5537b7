"""What a tap on the figures means."""

from aiogram.filters.callback_data import CallbackData


class ReadOn(CallbackData, prefix="rc"):
    """The next page of the figures in words."""

    page: int
