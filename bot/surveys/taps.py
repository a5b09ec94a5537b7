"""What a tap on a face means."""

from aiogram.filters.callback_data import CallbackData

from bot.surveys.model import Score


class Rate(CallbackData, prefix="sv"):
    """So satisfied am I."""

    concern: int
    closing: int
    score: Score


class RateBadly(CallbackData, prefix="sw"):
    """Not satisfied: how much so?"""

    concern: int
    closing: int
