"""What time brings about for the preview of one sitting; each is a row until it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.config import Community
from bot.kit.people import CommunityId
from bot.previews.model.notice import all_notice_days, deadline, lock_at
from bot.sittings.model.sitting import Sitting, SittingId

A_SECOND = timedelta(seconds=1)
OVER_AFTER = timedelta(hours=3)
"""So long after its start nobody looks for a sitting's agenda any more."""


class Task(StrEnum):
    LOCK = "lock"
    """Lock what needs so many days' notice, and show it to the group."""
    CHECK = "check"
    """Had the group had it in time?"""
    TELL = "tell"
    """Those who asked for it in private, batch by batch."""
    UNPIN = "unpin"
    """The sitting is over."""


@dataclass(frozen=True)
class Due:
    """`days`: which notice it is about; `cursor`: the Telegram id of the last who was told, 0 before the first."""

    community: CommunityId
    sitting: SittingId
    task: Task
    days: int
    due_at: datetime
    cursor: int = 0


def plan(sitting: Sitting, settings: Community, now: datetime) -> Sequence[Due]:
    """All that will have to be done. What is locked late is locked at once, and has nothing to be checked."""

    def due(task: Task, days: int, at: datetime) -> Due:
        return Due(sitting.community, sitting.id, task, days, at)

    notices = all_notice_days(settings)
    checked = [days for days in notices if deadline(sitting, days) >= now]
    return [
        *(due(Task.LOCK, days, lock_at(sitting, days, settings)) for days in notices),
        *(due(Task.CHECK, days, deadline(sitting, days) + A_SECOND) for days in checked),
        due(Task.UNPIN, settings.sittings.preview_days, sitting.starts_at + OVER_AFTER),
    ]
