"""What a tap on an agenda item's buttons means."""

from aiogram.filters.callback_data import CallbackData

from bot.agenda.model.item import Side


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
