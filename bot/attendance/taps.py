"""What a tap on the buttons of a coming sitting means."""

from aiogram.filters.callback_data import CallbackData


class Rsvp(CallbackData, prefix="tc"):
    """我会来; or I cannot come."""

    sitting: int
    coming: bool = True


class WantToSpeak(CallbackData, prefix="ts"):
    """我要发言: at the sitting; or not any more."""

    sitting: int
    speak: bool = True


class KeepMePosted(CallbackData, prefix="tk"):
    """每次提醒我: tell me of every sitting; or not any more."""

    on: bool


class SeeForecast(CallbackData, prefix="tf"):
    """Will enough come? For moderators."""

    sitting: int
