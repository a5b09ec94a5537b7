"""What a tap about the community means."""

from aiogram.filters.callback_data import CallbackData


class HowItWorks(CallbackData, prefix="ih"):
    """What else is there? In 长辈版 page by page."""

    page: int = 0


class ChooseCommunity(CallbackData, prefix="ic"):
    """I live, or have a role, in several: which do I speak in?"""

    page: int = 0


class SeePanel(CallbackData, prefix="ipa"):
    """All that I look after, in 长辈版 page by page."""

    page: int = 0


class SpeakIn(CallbackData, prefix="is"):
    """From now on I speak in this one."""

    community: int
