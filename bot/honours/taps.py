"""What a tap about honours means."""

from aiogram.filters.callback_data import CallbackData

from bot.honours.model.certificate import Honour


class StandNowhere(CallbackData, prefix="do"):
    """My name shall stand in no list, or may again."""

    out: bool


class SeeGoals(CallbackData, prefix="dg"):
    """What do the buildings reach together this month?"""


class SeeCertificates(CallbackData, prefix="dl"):
    """Which certificates may I have?"""

    page: int = 0


class GetCertificate(CallbackData, prefix="dc"):
    honour: Honour
    year: int


class SeePioneers(CallbackData, prefix="dp"):
    """Where does this year's award stand?"""

    page: int = 0


class PickBuilding(CallbackData, prefix="db"):
    """I nominate somebody: of which building?"""

    page: int = 0


class PickNeighbour(CallbackData, prefix="dn"):
    building: int
    page: int = 0


class AskNominate(CallbackData, prefix="dw"):
    """This one: read it back."""

    whom: int


class Nominate(CallbackData, prefix="dy"):
    whom: int


class AskVote(CallbackData, prefix="da"):
    """For this one: read it back."""

    nominee: int


class VoteFor(CallbackData, prefix="dv"):
    nominee: int
