"""What a tap under the bot's question means."""

from aiogram.filters.callback_data import CallbackData


class Mean(CallbackData, prefix="tm"):
    """This is what I meant by what I wrote."""

    key: str
    intent: str


class MeanNothing(CallbackData, prefix="tn"):
    """Nothing of that."""

    key: str


class SwitchOffers(CallbackData, prefix="to"):
    """In this group the bot may, or may not, speak up by itself."""

    offers: bool
