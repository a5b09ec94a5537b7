"""Reminders before a vote closes: rows, made when it is opened or extended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.config import VoteRules
from bot.votes.model.vote import Vote, VoteId


@dataclass(frozen=True)
class Reminder:
    """`hours` before the end; `reached`: the greatest Telegram id that was written to, 0 before the first."""

    vote: VoteId
    hours: int
    due_at: datetime
    reached: int = 0


def plan(vote: Vote, rules: VoteRules, now: datetime) -> Sequence[Reminder]:
    """Those whose time is still to come."""
    planned = (Reminder(vote.id, hours, vote.ends_at - timedelta(hours=hours)) for hours in rules.reminder_hours)
    return [reminder for reminder in planned if reminder.due_at > now]
