"""What a tap on a building means."""

from aiogram.filters.callback_data import CallbackData


class SeeBuilding(CallbackData, prefix="bui"):
    """我的楼; without a building, the only one or the choice."""

    building: int = 0
    page: int = 0
