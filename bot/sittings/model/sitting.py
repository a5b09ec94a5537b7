"""Extraordinary sittings: called for a day and hour beside the rule, and called off with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NewType

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.sittings.model.calendar import Day

SittingId = NewType("SittingId", int)


@dataclass(frozen=True)
class Extraordinary:
    id: SittingId
    community: CommunityId
    key: str
    """The draft's, so that calling twice is once."""
    starts_at: datetime
    called_by: int
    """Telegram id."""
    called_at: datetime
    called_off_at: datetime | None = None
    reason: str = ""
    """Why it was called off."""

    @property
    def off(self) -> bool:
        return self.called_off_at is not None

    def called_off(self, at: datetime, reason: str) -> "Extraordinary":
        """Raises `SittingBegan`. What was called off stays so, for the first reason."""
        if self.off:
            return self
        if at >= self.starts_at:
            raise SittingBegan
        return replace(self, called_off_at=at, reason=reason)


@dataclass(frozen=True)
class Coming:
    """What comes up, in its order, for somebody who may or may not call sittings."""

    entries: Sequence[Day | Extraordinary]
    place: str
    preview_days: int
    calls: bool


def moment(entry: Day | Extraordinary) -> datetime:
    """When it begins, or would begin."""
    return entry.starts_at or entry.usual if isinstance(entry, Day) else entry.starts_at


def is_held(entry: Day | Extraordinary) -> bool:
    return entry.starts_at is not None if isinstance(entry, Day) else not entry.off


def check_moment(starts_at: datetime, now: datetime, days_ahead: int, others: Sequence[datetime]) -> None:
    """Raises `SittingInPast`, `SittingTooFar` or `SittingThen`."""
    if starts_at <= now:
        raise SittingInPast
    if starts_at > now + timedelta(days=days_ahead):
        raise SittingTooFar(days_ahead)
    if starts_at in others:
        raise SittingThen(starts_at)


@dataclass(frozen=True)
class SittingCalled(Event):
    sitting: Extraordinary


@dataclass(frozen=True)
class SittingCalledOff(Event):
    sitting: Extraordinary


class NoSittingDraft(Refused):
    """What the button belongs to was finished or dropped."""


class NoSitting(Refused):
    """There is no such extraordinary sitting in this community."""


class SittingInPast(Refused):
    """That hour is over."""


@dataclass(eq=False)
class SittingTooFar(Refused):
    most: int
    """Days ahead."""


@dataclass(eq=False)
class SittingThen(Refused):
    """There is one at that very moment."""

    at: datetime


class SittingBegan(Refused):
    """It cannot be called off any more."""


class DayUnclear(Refused):
    """No day, or no hour, was found in the words."""


@dataclass(eq=False)
class ReasonUnfit(Refused):
    """No words, or too many."""

    most: int
