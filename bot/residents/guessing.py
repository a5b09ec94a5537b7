"""How long somebody who guesses at household codes has to wait."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.config import ResidentRules


@dataclass(frozen=True)
class Wrong:
    """So many wrong codes, and when: a person's latest, a community's earliest of the last hour."""

    count: int
    at: datetime | None


def next_try(rules: ResidentRules, own: Wrong, around: Wrong) -> datetime | None:
    """When this person may try a code again; None for now.

    Each wrong code after the first few makes the wait longer. Where a whole community is being guessed at, those
    wait too who have guessed wrong once: never somebody who has not.
    """
    waits = []
    if own.at is not None and own.count >= rules.code_tries:
        growth = rules.code_wait_factor ** min(own.count - rules.code_tries, 20)
        longest = timedelta(days=rules.code_memory_days)
        waits.append(own.at + min(timedelta(minutes=rules.code_wait_minutes) * growth, longest))
    if own.count and around.at is not None and around.count >= rules.code_tries_an_hour:
        waits.append(around.at + timedelta(hours=1))
    return max(waits, default=None)
