"""A sitting as it is held: opened, chaired, closed or adjourned (rows R052, R089)."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo

from bot.floor.model.presence import CheckIn as CheckIn
from bot.floor.model.presence import Origin as Origin
from bot.floor.model.presence import Present as Present
from bot.floor.model.refusals import NotOpen, NotTheTime
from bot.floor.model.treated import Result as Result
from bot.floor.model.treated import Treated as Treated
from bot.kit.people import CommunityId
from bot.sittings.model.sitting import Sitting, SittingId

LATE = timedelta(hours=3)
"""A sitting that begins shortly before midnight has so long at least."""


@dataclass(frozen=True)
class Session:
    """What became of a sitting. `opened_at` is None where nobody ever opened it: then it was not held."""

    sitting: SittingId
    community: CommunityId
    opened_at: datetime | None
    chair: int
    """Telegram id of who chairs now, or did at the end; 0 for nobody, and once they have had their data deleted."""
    code: str
    """Four digits that are shown in the room."""
    closed_at: datetime | None = None
    adjourned: bool = False
    """Closed for want of a quorum, or never opened."""
    present: Present | None = None
    """As it was when it was closed."""

    @property
    def runs(self) -> bool:
        return self.opened_at is not None and self.closed_at is None

    @property
    def with_quorum(self) -> bool:
        """Whether it counts as held (row R089)."""
        return self.present is not None and self.present.quorum_met and not self.adjourned

    def check_runs(self) -> None:
        """Raises `NotOpen` where it is closed, or was never opened."""
        if not self.runs:
            raise NotOpen

    def closed(self, at: datetime, present: Present) -> "Session":
        """Once: closed stays as it was closed. Without a quorum it is adjourned."""
        if self.closed_at is not None:
            return self
        return replace(self, closed_at=at, adjourned=not present.quorum_met, present=present)


def not_held(sitting: SittingId, community: CommunityId, at: datetime, present: Present) -> Session:
    """Of a sitting that nobody opened."""
    return Session(sitting, community, None, 0, "", closed_at=at, adjourned=True, present=present)


def ends_at(sitting: Sitting, zone: tzinfo) -> datetime:
    """The midnight after it, but a late one has three hours: until then it can be opened, then it is over."""
    day = sitting.starts_at.astimezone(zone).date() + timedelta(days=1)
    return max(datetime.combine(day, time(), zone), sitting.starts_at + LATE)


def check_time(sitting: Sitting, now: datetime, hours_before: int, zone: tzinfo) -> None:
    """It can be opened from some hours before the start until its day ends. Raises `NotTheTime`."""
    since = sitting.starts_at - timedelta(hours=hours_before)
    if sitting.off or not since <= now < ends_at(sitting, zone):
        raise NotTheTime(since)


def check_in_from(starts_at: datetime, opened_at: datetime, minutes_before: int) -> datetime:
    """When checking in begins: once it is open, at the earliest so many minutes before the start."""
    return max(opened_at, starts_at - timedelta(minutes=minutes_before))
