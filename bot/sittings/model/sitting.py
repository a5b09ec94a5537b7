"""Sittings as the books have them: by the rule once they come near, or called beside it; some are called off.

A workshop is signed up for, reminded of and called off as a sitting is, but decides nothing: it has no agenda, no
preview and no quorum.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.config import Community
from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.sittings.model.calendar import Day

SittingId = NewType("SittingId", int)


class Gathering(StrEnum):
    SITTING = "sitting"
    """It resolves."""
    WORKSHOP = "workshop"
    """Neighbours learn and practise; it resolves nothing."""


@dataclass(frozen=True)
class Sitting:
    id: SittingId
    community: CommunityId
    key: str
    """The draft's, so that calling twice is once; of one by the rule, its community and week."""
    starts_at: datetime
    called_by: int | None
    """Telegram id of who called it; None for one by the rule."""
    called_at: datetime
    called_off_at: datetime | None = None
    reason: str = ""
    """Why it was called off."""
    kind: Gathering = Gathering.SITTING
    seats: int | None = None
    """So many can come; None for as many as like."""

    @property
    def workshop(self) -> bool:
        return self.kind is Gathering.WORKSHOP

    @property
    def off(self) -> bool:
        return self.called_off_at is not None

    @property
    def by_rule(self) -> bool:
        """Whether it is one of the rhythm, not an extraordinary one."""
        return self.called_by is None

    def called_off(self, at: datetime, reason: str) -> "Sitting":
        """Raises `SittingBegan`. What was called off stays so, for the first reason."""
        if self.off:
            return self
        if at >= self.starts_at:
            raise SittingBegan
        return replace(self, called_off_at=at, reason=reason)


@dataclass(frozen=True)
class Coming:
    """What comes up, workshops too, in its order, for somebody who may or may not call sittings."""

    entries: Sequence[Day | Sitting]
    place: str
    preview_days: int
    calls: bool
    stand: Sequence[Sitting] = ()
    """For who may call: those in the books that can be called off."""


def rule_key(community: CommunityId, day: Day) -> str:
    """One by the rule is one a week, whatever becomes of the rule."""
    year, week, _ = day.usual.isocalendar()
    return f"rule-{community}-{year}-{week:02}"


def workshop_key(community: CommunityId, day: Day) -> str:
    """One by the rule is one a month."""
    return f"rule-{community}-workshop-{day.usual:%Y-%m}"


def place_of(sitting: Sitting, settings: Community) -> str:
    """Where everybody comes together."""
    return settings.workshops.place if sitting.workshop else settings.sittings.place


def moment(entry: Day | Sitting) -> datetime:
    """When it begins, or would begin."""
    return entry.starts_at or entry.usual if isinstance(entry, Day) else entry.starts_at


def is_held(entry: Day | Sitting) -> bool:
    return entry.starts_at is not None if isinstance(entry, Day) else not entry.off


def is_workshop(entry: Day | Sitting) -> bool:
    return isinstance(entry, Sitting) and entry.workshop


def check_moment(starts_at: datetime, now: datetime, days_ahead: int, others: Sequence[datetime]) -> None:
    """Raises `SittingInPast`, `SittingTooFar` or `SittingThen`."""
    if starts_at <= now:
        raise SittingInPast
    if starts_at > now + timedelta(days=days_ahead):
        raise SittingTooFar(days_ahead)
    if starts_at in others:
        raise SittingThen(starts_at)


@dataclass(frozen=True)
class SittingConvened(Event):
    """One by the rule has come near."""

    sitting: Sitting


@dataclass(frozen=True)
class SittingCalled(Event):
    """An extraordinary one."""

    sitting: Sitting


@dataclass(frozen=True)
class SittingCalledOff(Event):
    sitting: Sitting


@dataclass(frozen=True)
class WorkshopConvened(Event):
    """The monthly one has come near."""

    sitting: Sitting


@dataclass(frozen=True)
class WorkshopCalledOff(Event):
    sitting: Sitting


class NoSittingDraft(Refused):
    """What the button belongs to was finished or dropped."""


class NoSitting(Refused):
    """There is no such sitting in the books of this community; also where only one that resolves is meant."""


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
