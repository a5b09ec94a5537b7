"""What a tap about the file of a community means."""

from aiogram.filters.callback_data import CallbackData


class SeeExport(CallbackData, prefix="ax"):
    """What can be taken out?"""


class AskExport(CallbackData, prefix="aq"):
    """I want the file that names people; am I sure?"""


class Export(CallbackData, prefix="ae"):
    """Send it to me."""

    people: bool
