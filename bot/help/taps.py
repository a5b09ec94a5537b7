"""What a tap about helping somebody means."""

from aiogram.filters.callback_data import CallbackData


class TakeHelp(CallbackData, prefix="h"):
    """I will help."""

    request: int
