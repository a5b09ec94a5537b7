"""What a tap about the bot's health means."""

from aiogram.filters.callback_data import CallbackData


class SeeHealth(CallbackData, prefix="hea"):
    """How is everything?"""
