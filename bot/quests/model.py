"""Quests: what counts as done, once each. All of it is paid by the ledger's rule for quests, within its caps.

Nothing here knows how anybody voted, and votes are no quest: a week counts by whatever somebody did in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.kit.people import CommunityId
from bot.kit.refusals import Refused

QUESTIONS: Final = (
    ("second", 0),
    ("one_at_a_time", 0),
    ("chair", 1),
    ("address", 0),
    ("interrupt", 1),
    ("turns", 1),
    ("person", 2),
    ("amend", 0),
    ("quorum", 1),
    ("tie", 1),
)
"""Questions on the rules of order, in the order in which they are asked, each with its right answer (0 to 2)."""
CHOICES: Final = 3


@dataclass(frozen=True)
class Attempt:
    """What somebody tried; `number` is what the ledger's evidence names."""

    number: int
    quest: str
    tried_on: date
    done: bool


@dataclass(frozen=True)
class Quests:
    """Where somebody stands: the question of the day, weeks in a row, and their building."""

    question: int | None
    """Which is asked now; None where it was answered today, or all are."""
    answered: int
    """How many questions were answered right."""
    weeks: int
    weeks_needed: int
    building: int
    took_part: int
    wanted: int
    streak_open: bool
    """Whether the points for weeks in a row can be had now."""
    challenge_open: bool
    """Whether those for the building's goal can."""


@dataclass(frozen=True)
class Answered:
    """What came of an answer: right or not, and how many points are paid for it under the caps."""

    question: int
    right: bool
    points: int


def quiz(question: int) -> str:
    """The quest's name in the books. Raises `NoQuest`."""
    if not 0 <= question < len(QUESTIONS):
        raise NoQuest
    return f"quiz-{QUESTIONS[question][0]}"


def streak(week: date) -> str:
    """Weeks in a row, rewarded in the week that begins on this day."""
    return f"streak-{week:%Y%m%d}"


def challenge(month: date) -> str:
    return f"challenge-{month:%Y%m}"


def next_question(attempts: Sequence[Attempt], today: date) -> int | None:
    """The first one that was not answered right; one a day, right or wrong."""
    known = {one.quest: one for one in attempts}
    if any(one.quest.startswith("quiz-") and one.tried_on == today for one in attempts):
        return None
    left = (n for n in range(len(QUESTIONS)) if quiz(n) not in known or not known[quiz(n)].done)
    return next(left, None)


def week_of(day: date) -> date:
    """Its Monday."""
    return day - timedelta(days=day.weekday())


def weeks_in_a_row(days: Sequence[date], today: date) -> int:
    """How many weeks up to this one, each with something done in it; this week may still come."""
    weeks = {week_of(day) for day in days}
    week = week_of(today)
    if week not in weeks:
        week -= timedelta(days=7)
    count = 0
    while week in weeks:
        count += 1
        week -= timedelta(days=7)
    return count


@dataclass(frozen=True)
class Whose:
    """Whose quests."""

    community: CommunityId
    telegram_id: int


class NoQuest(Refused):
    """There is no such quest, or it is not open to this person now."""


class DoneAlready(Refused):
    """Each is done once; the next question comes tomorrow."""
