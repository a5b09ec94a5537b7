"""What a tap on committees means."""

from aiogram.filters.callback_data import CallbackData

from bot.committees.model import Usual


class SeeCommittees(CallbackData, prefix="cml"):
    page: int = 0


class SeeKinds(CallbackData, prefix="cmk"):
    """Which kind of concern goes to whom; page by page."""

    page: int = 0


class SeeCommittee(CallbackData, prefix="cms"):
    committee: int
    page: int = 0


class SeeCommitteeMonth(CallbackData, prefix="cmm"):
    """Its report of a month, 202612, the newest for 0; page by page."""

    committee: int
    month: int = 0
    page: int = 0


class FoundCommittee(CallbackData, prefix="cmf"):
    usual: Usual


class AssignCategory(CallbackData, prefix="cma"):
    """Such concerns are its own, or not any more."""

    committee: int
    category: str
    its_own: bool


class EndCommittee(CallbackData, prefix="cme"):
    committee: int
    sure: bool = False
