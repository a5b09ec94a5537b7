"""What time brings about for the preview of one sitting; each is a row until it is done."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.sittings.model.sitting import SittingId


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

    sitting: SittingId
    task: Task
    days: int
    due_at: datetime
    cursor: int = 0
