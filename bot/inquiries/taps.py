"""What a tap about inquiries means."""

from aiogram.filters.callback_data import CallbackData

from bot.inquiries.model import About


class SeeInquiries(CallbackData, prefix="iq"):
    """What was asked, and answered? In 长辈版 page by page."""

    page: int = 0


class SeeInquiry(CallbackData, prefix="iqs"):
    inquiry: int
    page: int = 0


class BeginInquiry(CallbackData, prefix="iqb"):
    """I want to ask."""


class AskAbout(CallbackData, prefix="iqa"):
    """About something of this kind."""

    about: About


class AnswerInquiry(CallbackData, prefix="iqw"):
    inquiry: int


class AskAgain(CallbackData, prefix="iqm"):
    """The answer will not do."""

    inquiry: int


class Settle(CallbackData, prefix="iqy"):
    """The answer will do."""

    inquiry: int


class ReadBack(CallbackData, prefix="iqr"):
    """What have I written? In 长辈版 page by page."""

    key: str
    page: int = 0


class Send(CallbackData, prefix="iqz"):
    key: str


class Drop(CallbackData, prefix="iqx"):
    key: str
