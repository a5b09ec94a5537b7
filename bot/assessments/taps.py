"""What a tap about the rating of a sitting means."""

from aiogram.filters.callback_data import CallbackData


class RateSitting(CallbackData, prefix="asr"):
    """These marks so far, one digit each; the next question, or done."""

    sitting: int
    marks: str = ""
