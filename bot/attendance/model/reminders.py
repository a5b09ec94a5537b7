"""What is sent before a sitting, and when: rows of work, each to be done once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.config import AttendanceRules
from bot.kit.events import Event
from bot.sittings.model.sitting import Sitting, SittingId

PREPARED = timedelta(minutes=10)
"""So long before the start what is said at the start is handed to the courier, who sends it at the second."""
START_GRACE = timedelta(minutes=5)
"""So long after the start it is still of use that it starts."""


class Kind(StrEnum):
    BEFORE = "before"
    """So many hours before."""
    START = "start"
    SHORTFALL = "shortfall"
    """Will enough come?"""
    OFF = "off"
    """It was called off: who said they come shall not stand before a closed door."""


REMINDING = frozenset({Kind.BEFORE, Kind.START})


@dataclass(frozen=True)
class Reminder:
    """One thing to be done about one sitting. What is over was sent, or was missed because it came too late."""

    id: int
    sitting: SittingId
    kind: Kind
    hours: int
    """Before the start; 0 unless it is that kind."""
    due_at: datetime
    reached: int = 0
    """The greatest Telegram id that was written to: where the next batch begins."""
    sent_at: datetime | None = None
    missed_at: datetime | None = None


@dataclass(frozen=True)
class Guest:
    """Somebody who is reminded."""

    telegram_id: int
    coming: bool
    """They said so; else they are invited and have said nothing."""


@dataclass(frozen=True)
class RemindersDue(Event):
    """These people are reminded now; all of them, or one of several batches."""

    sitting: Sitting
    reminder: Reminder
    guests: tuple[Guest, ...]
    in_group: bool
    """The main group too: with the first batch."""


def plan(sitting: Sitting, rules: AttendanceRules, now: datetime) -> Sequence[Reminder]:
    """What will have to be done before it. Of one that is called late, only what is still ahead.

    Whether enough come is then looked at after half of the time that is left; for a workshop nobody asks.
    """
    if sitting.starts_at <= now:
        return []
    start = sitting.starts_at
    ahead = [
        Reminder(0, sitting.id, Kind.BEFORE, hours, start - timedelta(hours=hours))
        for hours in sorted(set(rules.reminder_hours), reverse=True)
        if start - timedelta(hours=hours) >= now
    ]
    looked_at = max(start - timedelta(hours=rules.shortfall_hours), now + (start - now) / 2)
    shortfall = [] if sitting.workshop else [Reminder(0, sitting.id, Kind.SHORTFALL, 0, looked_at)]
    return [*ahead, *shortfall, Reminder(0, sitting.id, Kind.START, 0, start - PREPARED)]


def next_before(sitting: Sitting, rules: AttendanceRules, now: datetime) -> int | None:
    """So many hours before the start the next reminder is due; None where only the start is left."""
    ahead = [hours for hours in rules.reminder_hours if sitting.starts_at - timedelta(hours=hours) > now]
    return max(ahead, default=None)


def choose(due: Sequence[Reminder], sitting: Sitting, now: datetime) -> tuple[Reminder | None, Sequence[Reminder]]:
    """Of several that have come together only the newest is of use, and none once it began; then: what is missed.

    At the very second of the start it is still of use to say that it starts.
    """
    of_use = [one for one in due if now < sitting.starts_at or (one.kind is Kind.START and now == sitting.starts_at)]
    newest = max(of_use, key=lambda one: one.due_at, default=None)
    return newest, [one for one in due if one != newest]
