"""What a tap about roles means."""

from aiogram.filters.callback_data import CallbackData

from bot.roles.model import Reason, Role

NOT_SAID = -1


class PickBuilding(CallbackData, prefix="rb"):
    """Who of which building shall be appointed?"""

    page: int = 0


class PickPerson(CallbackData, prefix="rn"):
    building: int
    page: int = 0


class LookUp(CallbackData, prefix="rp"):
    """What somebody holds, and what they can be given."""

    who: int
    page: int = 0


class Offer(CallbackData, prefix="ro"):
    """Give somebody a role: what has not been said yet is asked; with `changes` it has been read back."""

    who: int
    role: Role
    building: int = NOT_SAID
    """Or the committee, or the place of a guide's field. Less than `NOT_SAID` counts the pages that were turned:
    64 bytes hold no more fields.
    """
    years: int = NOT_SAID
    reason: Reason = Reason.UNSAID
    changes: int = NOT_SAID


class Dismiss(CallbackData, prefix="rd"):
    who: int
    appointment: int
    sure: bool = False


class HowToBecome(CallbackData, prefix="rt"):
    """如何成为…"""

    page: int = 0


class SeeBoundary(CallbackData, prefix="rk"):
    """指导边界."""

    page: int = 0


class IWould(CallbackData, prefix="rv"):
    """I would like to be this."""

    role: Role
