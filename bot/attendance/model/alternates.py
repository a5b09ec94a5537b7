"""Whether enough will come to resolve anything; and who stands in for representatives who do not (rows R002, R052)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.attendance.model.quorum import Quorum, quorum
from bot.config import AttendanceRules
from bot.kit.events import Event
from bot.sittings.model.sitting import Sitting, SittingId

ANSWER = timedelta(hours=3)
"""So long an alternate has to answer; then the next one is asked."""
NEAR = timedelta(hours=1)
"""So close to the start nobody is asked any more: nobody could come."""


@dataclass(frozen=True)
class Council:
    """The representatives at the time it is asked, and those of them, and of the alternates asked, who come."""

    seats: int
    coming: int


@dataclass(frozen=True)
class Forecast:
    """What can be said before a sitting about its quorum."""

    coming: int
    """All who said that they come."""
    counting: int
    """Those of them who count for the quorum."""
    quorum: Quorum

    @property
    def missing(self) -> int:
        return self.quorum.missing(self.counting)


def forecast(coming: int, council: Council, rules: AttendanceRules) -> Forecast:
    """Without a council all who come count."""
    needed = quorum(council.seats, rules)
    return Forecast(coming, council.coming if council.seats else coming, needed)


@dataclass(frozen=True)
class Ask:
    """An alternate was asked to stand in."""

    sitting: SittingId
    telegram_id: int
    asked_at: datetime
    until: datetime
    """From then on the next one is asked; a later yes is welcome all the same."""
    settled_at: datetime | None = None
    """When they answered, or had been silent for too long."""


def answer_by(sitting: Sitting, asked_at: datetime) -> datetime:
    """When an alternate is waited for no longer: soon enough for the next one to come."""
    return min(asked_at + ANSWER, sitting.starts_at - NEAR)


@dataclass(frozen=True)
class QuorumInDoubt(Event):
    """Too few have said that they come."""

    sitting: Sitting
    forecast: Forecast
    asked: int
    """So many alternates are asked because of it."""


@dataclass(frozen=True)
class AlternateAsked(Event):
    """Settled, where they come anyway."""

    sitting: Sitting
    ask: Ask
    missing: int
    """So many more were needed."""
