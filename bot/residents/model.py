"""The roll: a community has households, a household has residents, a resident may be somebody on Telegram."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from bot.config import ResidentRules
from bot.kit.events import Event
from bot.kit.forms import Form
from bot.kit.people import CommunityId, Language
from bot.kit.refusals import Refused
from bot.residents.check_digit import fits as fits
from bot.residents.check_digit import with_check_digit as with_check_digit
from bot.residents.guessing import Wrong as Wrong
from bot.residents.guessing import next_try as next_try

HouseholdId = NewType("HouseholdId", int)
ResidentId = NewType("ResidentId", int)


class AgeBand(StrEnum):
    """As coarse as quotas need it: 青年 are 18–35, 老年 are 60 and older."""

    MINOR = "minor"
    YOUNG = "young"
    MIDDLE = "middle"
    OLDER = "older"


class Tenure(StrEnum):
    OWNER = "owner"
    TENANT = "tenant"


@dataclass(frozen=True)
class Community:
    id: CommunityId
    name: str


@dataclass(frozen=True)
class Household:
    """Who keeps house together; where, on how many m², as owner or tenant."""

    id: HouseholdId
    community: CommunityId
    building: int
    unit: int
    room: str
    area: Decimal
    tenure: Tenure

    @property
    def address(self) -> str:
        """As written on the door: 3号楼2单元501室"""
        return f"{self.building}号楼{self.unit}单元{self.room}室"


@dataclass(frozen=True)
class NewMember:
    name: str
    age_band: AgeBand


@dataclass(frozen=True)
class NewHousehold:
    """A household that is to be put on the roll, with its code and its members."""

    building: int
    unit: int
    room: str
    area: Decimal
    tenure: Tenure
    code: str
    members: tuple[NewMember, ...]


@dataclass(frozen=True)
class Resident:
    """Somebody on the roll; `telegram_id` once they have joined, as long as they speak from here."""

    id: ResidentId
    household: Household
    name: str
    age_band: AgeBand
    telegram_id: int | None
    held_by: int | None = None
    """Whose flat this is too, while they speak for another of theirs."""

    @property
    def person(self) -> int | None:
        """The Telegram id of whoever has joined as this resident, wherever they speak from now."""
        return self.telegram_id or self.held_by

    @property
    def free(self) -> bool:
        """Nobody has joined as this resident yet."""
        return self.person is None and not self.gone

    @property
    def gone(self) -> bool:
        """Has had their data deleted: the household's place stays, nameless, and is nobody's any more."""
        return not self.name


@dataclass(frozen=True)
class Account:
    """How somebody on Telegram wants to be spoken to, and what they agreed to."""

    telegram_id: int
    name: str
    language: Language
    elder: bool
    community: CommunityId | None
    consent_version: int
    """Which text they agreed to; 0 for none."""


@dataclass(frozen=True)
class Met:
    """Who wrote, where, and what was open there."""

    account: Account | None
    group: CommunityId | None
    """Whose group it was said in."""
    form: Form | None
    handled: bool
    """Whether the update had its effect before."""


CONSENT_VERSION = 2
"""Raise it when the consent text changes: everybody is asked again."""

CODE_DIGITS = 8


def read_code(written: str) -> str:
    """The code in what somebody typed, with any spaces, dashes and full-width digits.

    Raises `NotACode` where it has not eight digits or the check digit does not fit.
    """
    code = "".join(str(int(sign)) for sign in written if sign.isdecimal())
    if len(code) != CODE_DIGITS or not fits(code):
        raise NotACode
    return code


@dataclass(frozen=True)
class HouseholdCode:
    """What lets people of a household in: until `expires_at`, and `uses_left` of them."""

    household: Household
    code: str
    serial: int
    """The how-manieth code of this household it is."""
    issued_at: datetime
    expires_at: datetime
    uses_left: int

    def good(self, now: datetime) -> bool:
        """Whether somebody may still come in by it."""
        return self.uses_left > 0 and now < self.expires_at


def code_terms(rules: ResidentRules, now: datetime, people: int) -> tuple[datetime, int]:
    """Until when a code issued now is good, and for how many, in a household of so many people."""
    uses = max(rules.code_least_uses, people + rules.code_extra_uses)
    return now + timedelta(days=rules.code_days), uses


class NotACode(Refused):
    """A typing mistake: these are not eight digits that belong together."""


class UnknownCode(Refused):
    """No household has this code."""


class SpentCode(Refused):
    """It was this household's code, but it is too old now, or has let in enough people."""


@dataclass(eq=False)
class TooManyTries(Refused):
    """Too many wrong codes: the next may be tried at `until`."""

    until: datetime


class ConsentNeeded(Refused):
    """This person lives here, but has not agreed to what is kept, or not to today's text of it."""


class NotAgreed(Refused):
    """Nothing is kept of somebody who has not agreed to what is kept; and so nobody joins before."""


class NotOnRoll(Refused):
    """Only people who live here may do this."""


class NoCommunity(Refused):
    """This group has not been set up."""


@dataclass(eq=False)
class MovedOrBoth(Refused):
    """Who lives somewhere already and joins another household says first what becomes of the flat before."""

    before: Household
    household: Household


class PlaceTaken(Refused):
    """Somebody else of the household has joined under this name."""


@dataclass(frozen=True)
class CommunitySetUp(Event):
    """A group became a community."""

    community: Community
    chat_id: int
    by: int
    """Telegram id of the group's administrator."""
    new: bool
    """False where only the card is shown once more."""


@dataclass(frozen=True)
class ResidentTakenOff(Event):
    """Somebody who had joined is on the roll no more: a moderator said that they have moved away."""

    resident: Resident
    by_import: int
    """Which file brought it about."""


@dataclass(frozen=True)
class ResidentJoined(Event):
    """Somebody on the roll is now somebody on Telegram."""

    resident: Resident
    before: Resident | None = None
    """As whom they spoke in this community until now."""
    both: bool = False
    """Whether that place is theirs still."""
