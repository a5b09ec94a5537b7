"""A request to be let in: open until somebody of the building says who it is, or that they do not know them."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused

ROOM = 64
"""Characters that are kept of what somebody writes about their door."""
_NUMBER = re.compile(r"\d+[A-Za-z]?")


class Verdict(StrEnum):
    ADMITTED = "admitted"
    NOT_HERE = "not_here"
    """不是本楼"""
    BY_CODE = "by_code"
    """They found their code in the meantime."""


@dataclass(frozen=True)
class Admission:
    id: int
    community: CommunityId
    telegram_id: int
    name: str
    building: int
    room: str
    """In the person's own words; may be empty."""
    asked_at: datetime
    verdict: Verdict | None = None
    decided_by: int | None = None
    decider: str | None = None
    decided_at: datetime | None = None

    def decided(self, verdict: Verdict, by: int, name: str, at: datetime) -> "Admission":
        """The same verdict by the same person twice is once. Raises `DecidedAlready`."""
        if self.verdict is verdict and self.decided_by == by:
            return self
        if self.verdict is not None:
            raise DecidedAlready(self.decider or self.name)
        return replace(self, verdict=verdict, decided_by=by, decider=name, decided_at=at)


def read_door(words: str) -> tuple[int, str] | None:
    """Unit and room in what somebody wrote: 2单元502 and 3-2-502 are both (2, "502")."""
    numbers = _NUMBER.findall(unicodedata.normalize("NFKC", words))
    if len(numbers) < 2 or not numbers[-2].isdecimal():
        return None
    return int(numbers[-2]), numbers[-1]


@dataclass(frozen=True)
class AdmissionAsked(Event):
    admission: Admission


@dataclass(frozen=True)
class AdmissionDecided(Event):
    admission: Admission
    address: str = ""
    """Where they live, once they were let in."""


class NobodyToAsk(Refused):
    """It is not known which community this person means, or its roll has no buildings yet."""


class InAlready(Refused):
    """Who asks to be let in is in."""


@dataclass(eq=False)
class DecidedAlready(Refused):
    """Somebody else was first."""

    by: str


@dataclass(eq=False)
class NoLongerAsking(Refused):
    """The person has taken their consent back since."""

    name: str


class NoAdmission(Refused):
    """Who asked has had their data deleted."""
