"""What a tap on a group's buttons means."""

from aiogram.filters.callback_data import CallbackData

from bot.groups.model import Purpose


class SetUpGroup(CallbackData, prefix="gs"):
    """Set this group up; who taps says by it who they are."""


class Choose(CallbackData, prefix="gc"):
    """It is a group of this community: ask what for."""

    community: int


class ChooseBuilding(CallbackData, prefix="gb"):
    """It is one building's: ask which."""

    community: int


class Assign(CallbackData, prefix="ga"):
    """It is for this; `building` is 0 for the whole estate."""

    community: int
    purpose: Purpose
    building: int = 0


class Found(CallbackData, prefix="gn"):
    """It is a new community."""


class Check(CallbackData, prefix="gk"):
    """What is missing here? In 长辈版 one thing on each page."""

    page: int = 0


class PutOnTop(CallbackData, prefix="gp"):
    """Show and pin the home card again."""

    chat_id: int
