"""What a tap on the way in means."""

from typing import ClassVar

from aiogram.filters.callback_data import CallbackData

from bot.kit.screens import Door
from bot.residents.model import AgeBand


class Manner(CallbackData, prefix="jm"):
    """Speak to me in 长辈版, or not."""

    elder: bool


class ReadConsent(CallbackData, prefix="jp"):
    """The next page of what is kept."""

    page: int


class Consent(CallbackData, prefix="jy"):
    agreed: bool


class Withdraw(CallbackData, prefix="jw"):
    """I take my consent back."""

    sure: bool


class Join(Door, CallbackData, prefix="j"):
    """I want to join my household."""

    door: ClassVar[str] = "join"


class NoCode(CallbackData, prefix="jn"):
    """I have no code."""


class Both(CallbackData, prefix="jb"):
    """Whether the flat in which I live already stays mine."""

    both: bool


class ThatIsMe(CallbackData, prefix="ji"):
    resident: int


class TurnPlaces(CallbackData, prefix="jt"):
    """Show the others of the household."""

    page: int


class NotListed(CallbackData, prefix="jo"):
    """I am none of those."""


class MyAge(CallbackData, prefix="ja"):
    age_band: AgeBand


class Speak(CallbackData, prefix="jl"):
    """Speak this language to me."""

    language: str
