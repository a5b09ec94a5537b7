"""What a tap on an agenda item's buttons means."""

from aiogram.filters.callback_data import CallbackData

from bot.agenda.model.item import Side
from bot.roles.model import Expertise


class SeeItem(CallbackData, prefix="ag"):
    """What is it about, and how does it stand? In 长辈版 page by page."""

    item: int
    page: int = 0


class SupportItem(CallbackData, prefix="as"):
    """My household supports it; or not any more."""

    item: int
    support: bool = True


class SayPoint(CallbackData, prefix="ap"):
    """I have something to say about it: pro, con, a question, an objection. In a group it opens the private chat."""

    item: int
    side: Side


class SeeItems(CallbackData, prefix="al"):
    """What is on the agenda, or on its way there? In 长辈版 one on each page."""

    page: int = 0


class ItemDeeds(CallbackData, prefix="ad"):
    """What else can I do with it?"""

    item: int
    page: int = 0


class ReadPoints(CallbackData, prefix="ar"):
    """What is said about it."""

    item: int
    page: int = 0


class HearPoint(CallbackData, prefix="ah"):
    """The voice message."""

    point: int


class ReadAnswer(CallbackData, prefix="aj"):
    """What I asked, and what was answered."""

    point: int
    page: int = 0


class SeePapers(CallbackData, prefix="ae"):
    item: int
    page: int = 0


class SeePaper(CallbackData, prefix="af"):
    paper: int
    page: int = 0


class PickExpert(CallbackData, prefix="aep"):
    """Which expert should tell us something about it?"""

    item: int
    page: int = 0


class AskExpert(CallbackData, prefix="aea"):
    """One of this field."""

    item: int
    field: Expertise


class SeekExpert(CallbackData, prefix="aes"):
    """None of them: moderators may look for another one."""

    item: int


class WithdrawItem(CallbackData, prefix="ax"):
    """I do not want it any more."""

    item: int
    sure: bool = False
