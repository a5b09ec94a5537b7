"""What a tap about the file of a community means."""

from aiogram.filters.callback_data import CallbackData


class SeeExport(CallbackData, prefix="xpo"):
    """What can be taken out?"""


class AskExport(CallbackData, prefix="xpq"):
    """I want the file that names people; am I sure?"""


class Export(CallbackData, prefix="xpe"):
    """Send it to me."""

    people: bool
