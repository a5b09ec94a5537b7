"""What a tap on the log means."""

from aiogram.filters.callback_data import CallbackData


class SeeLog(CallbackData, prefix="aud"):
    """From before this line on; 0 from the newest."""

    before: int = 0
