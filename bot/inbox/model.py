"""What of the open concerns somebody of the staff looks at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.concerns.model.concern import Concern, Line
from bot.concerns.model.life import ANSWERED, AT_WORK, SILENT, State
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.roles.model import Reach

PAGE = 8
"""Concerns on a page; in 长辈版 they come one after the other."""
AT_ONCE = 20
"""So many are answered together at most."""


class Waiting(StrEnum):
    """What a concern waits for."""

    WHATEVER = ""
    ANSWER = "answer"
    WORK = "work"
    RESIDENT = "resident"
    OVERDUE = "overdue"


STATES: dict[Waiting, tuple[State, ...]] = {
    Waiting.ANSWER: SILENT,
    Waiting.WORK: (*AT_WORK, State.PAUSED),
    Waiting.RESIDENT: ANSWERED,
}
"""Every open state is in one of these; what is overdue is said by the clock."""


@dataclass(frozen=True)
class Filter:
    """Which of the open concerns are looked at; empty values leave nothing out."""

    building: int = 0
    category: str = ""
    waiting: Waiting = Waiting.WHATEVER


@dataclass(frozen=True)
class Asked:
    """What the books are asked for."""

    community: CommunityId
    reach: Reach | None
    """None for the whole estate."""
    only: Filter
    now: datetime
    unanswered: bool = False
    """Only what nobody has answered yet, whatever the filter says besides."""


@dataclass(frozen=True)
class Counts:
    open: int
    overdue: int


@dataclass(frozen=True)
class Inbox:
    """One page of what somebody looks at."""

    only: Filter
    counts: Counts
    page: int
    pages: int
    concerns: Sequence[Concern]
    unanswered: int
    """How many of what the filter shows this person could answer all together, `AT_ONCE` at most."""
    now: datetime


@dataclass(frozen=True)
class Opened:
    """A concern as somebody opens it."""

    concern: Concern
    waiting: Waiting
    may: bool
    """Whether this person may do anything about it."""
    hands_over: bool
    """Whether they may give it to somebody else."""
    replies: bool = False
    """Whether they reply for the sub-district office."""


@dataclass(frozen=True)
class Answered:
    """What came of one answer for many."""

    sent: int
    skipped: int
    """Somebody else has answered these, or they are closed, since they were counted."""


def waits_for(concern: Concern, now: datetime) -> Waiting:
    """Overdue comes before all else; only the staff can be late."""
    clock = concern.deadline
    if clock is not None and clock.worked_on and clock.at <= now:
        return Waiting.OVERDUE
    return next((waiting for waiting, states in STATES.items() if concern.state in states), Waiting.WHATEVER)


@dataclass(frozen=True)
class Happened:
    """A line of a concern's history, and the name of who did it; empty for time itself and for who was forgotten."""

    line: Line
    name: str


class NothingToAnswer(Refused):
    """Whatever the filter shows has an answer."""


class SentBefore(Refused):
    """The answer that this button would send has gone out, or was dropped."""


class NoCanned(Refused):
    """This ready answer was taken away."""


@dataclass(eq=False)
class TooManyCanned(Refused):
    """The list of ready answers is full."""

    most: int


@dataclass(eq=False)
class TooLongForMany(Refused):
    """What is used many times is short."""

    most: int
