"""What a tap on the charter's buttons means."""

from aiogram.filters.callback_data import CallbackData


class ReadCharter(CallbackData, prefix="zc"):
    """A page of it."""

    page: int = 0
