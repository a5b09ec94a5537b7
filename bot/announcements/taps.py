"""What a tap on an announcement's button means; `key` is a draft's."""

from aiogram.filters.callback_data import CallbackData

from bot.announcements.model import Whom
from bot.roles.model import Role


class GoesTo(CallbackData, prefix="gja"):
    key: str
    whom: Whom


class GoesToBuilding(CallbackData, prefix="gjb"):
    """This one too, or no more."""

    key: str
    building: int
    page: int = 0


class MoreBuildings(CallbackData, prefix="gjc"):
    key: str
    page: int


class AllBuildings(CallbackData, prefix="gjd"):
    """Those are all."""

    key: str


class GoesToRole(CallbackData, prefix="gje"):
    key: str
    role: Role


class MoreRoles(CallbackData, prefix="gjf"):
    key: str
    page: int


class AddEnglish(CallbackData, prefix="gjg"):
    key: str


class NoEnglish(CallbackData, prefix="gjh"):
    key: str


class Reword(CallbackData, prefix="gji"):
    """Write it anew."""

    key: str


class SeeDraft(CallbackData, prefix="gjj"):
    """As those read it who want it so."""

    key: str
    english: bool = False
    elder: bool = False
    page: int = 0


class MoreWays(CallbackData, prefix="gjk"):
    """What else can be done with the draft."""

    key: str
    page: int


class SendIt(CallbackData, prefix="gjl"):
    """`at`: minutes since 1970; 0 is now."""

    key: str
    at: int = 0
    urgent: bool = False


class DropAnnouncement(CallbackData, prefix="gjm"):
    key: str


class ReadAnnouncement(CallbackData, prefix="gjn"):
    announcement: int
    page: int = 0


class CancelAnnouncement(CallbackData, prefix="gjo"):
    """What has not gone out shall not go out."""

    announcement: int


class SeeProgress(CallbackData, prefix="gjp"):
    announcement: int


class SeeFailures(CallbackData, prefix="gjq"):
    """Who does not have it, by reason."""

    announcement: int
    page: int = 0


class SeeAnnouncements(CallbackData, prefix="gjr"):
    """The newest."""
