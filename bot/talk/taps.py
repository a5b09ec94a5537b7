"""What a tap under the bot's question means."""

from typing import Final

from aiogram.filters.callback_data import CallbackData

MOST_BYTES: Final = 48
"""Of words that a button carries; Telegram lets it carry 64 in all."""


class Mean(CallbackData, prefix="tm"):
    """This is what I meant by what I wrote."""

    key: str
    intent: str


class MeanNothing(CallbackData, prefix="tn"):
    """Nothing of that."""

    key: str


class Belongs(CallbackData, prefix="tb"):
    """These words answer what was asked, though they sound like another wish. `form`: the digest of what was open."""

    form: str
    words: str


class SwitchOffers(CallbackData, prefix="to"):
    """In this group the bot may, or may not, speak up by itself."""

    offers: bool
