"""What a tap about one's household means."""

from aiogram.filters.callback_data import CallbackData


class MyHousehold(CallbackData, prefix="f"):
    """我家"""


class WhoSpeaks(CallbackData, prefix="fw"):
    """Choose who shall speak for the household."""

    page: int = 0


class Propose(CallbackData, prefix="fp"):
    resident: int


class Answer(CallbackData, prefix="fa"):
    mandate: int
    agreed: bool


class Resign(CallbackData, prefix="fr"):
    mandate: int


class Revoke(CallbackData, prefix="fv"):
    mandate: int


class MoveOut(CallbackData, prefix="fm"):
    """Leave this place on the roll; a second tap must not leave another one."""

    resident: int
    sure: bool = False


class SeeFlats(CallbackData, prefix="fl"):
    """My other flats."""

    page: int = 0


class SpeakFor(CallbackData, prefix="fs"):
    """From now on I speak for this flat of mine."""

    resident: int


class SeeJoined(CallbackData, prefix="fj"):
    """看看谁加入了"""

    page: int = 0
