"""What somebody finds wrong in published minutes, and what becomes of it. Nobody else reads who it was."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.kit.people import CommunityId
from bot.minutes.model.minutes import Minutes
from bot.minutes.model.refusals import DecidedAlready
from bot.sittings.model.sitting import SittingId

ErratumId = NewType("ErratumId", int)


class Verdict(StrEnum):
    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    GONE = "gone"
    """Its author had their data deleted before anybody decided."""


@dataclass(frozen=True)
class Erratum:
    """`key` is the draft's, so that handing it in twice is once."""

    id: ErratumId
    sitting: SittingId
    community: CommunityId
    key: str
    author: int
    """Telegram id; 0 once they have had their data deleted."""
    words: str
    at: datetime
    verdict: Verdict = Verdict.PENDING
    reason: str = ""
    """Why it was declined."""
    decided_by: int | None = None
    decided_at: datetime | None = None

    def decided(self, verdict: Verdict, by: int, at: datetime, reason: str = "") -> "Erratum":
        """Twice is once. Raises `DecidedAlready` where it was decided otherwise."""
        if self.verdict is verdict:
            return self
        if self.verdict is not Verdict.PENDING:
            raise DecidedAlready
        return replace(self, verdict=verdict, reason=reason, decided_by=by, decided_at=at)


@dataclass(frozen=True)
class Reading:
    """Minutes as somebody reads them, with what has been corrected."""

    minutes: Minutes
    errata: Sequence[Erratum]
    """In the order in which they were handed in."""
    chair: str = ""
    """Their name; empty once they have had their data deleted."""
    approves: bool = False
    corrects: bool = False
    """Whether they may write a correction now."""

    def with_verdict(self, verdict: Verdict) -> Sequence[Erratum]:
        return [erratum for erratum in self.errata if erratum.verdict is verdict]


@dataclass(frozen=True)
class Shelf:
    """A page of the published ones, the latest first; and for who may approve, those that wait."""

    published: Sequence[Minutes]
    page: int
    pages: int
    waiting: Sequence[Minutes] = ()
