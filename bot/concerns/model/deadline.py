"""The clocks of a concern: what is due by when, and the marks at which somebody hears of it.

Hours are the calendar's; quiet hours hold messages back, never a deadline.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from bot.concerns.model.life import DUE, Due, State
from bot.concerns.model.refusals import DayIsPast, Overdue
from bot.config import Response

WORKED_ON = frozenset({Due.FIRST_RESPONSE, Due.PLAN, Due.SAME_DAY, Due.PROMISE})
"""The clocks of the staff; they escalate."""


@dataclass(frozen=True)
class Deadline:
    """One run of a clock."""

    due: Due
    since: datetime
    at: datetime
    run: int = 1
    """The how-manieth run of a clock of this concern."""
    passed: int = 0
    """How many of its marks have passed and been seen to."""

    @property
    def worked_on(self) -> bool:
        """Whether the staff is waited for, not the resident or the calendar."""
        return self.due in WORKED_ON

    def share(self, percent: int) -> datetime:
        """When so much of the time has passed."""
        return self.since + (self.at - self.since) * percent / 100


@dataclass(frozen=True)
class Mark:
    """A moment in the run of a clock at which something follows."""

    at: datetime
    percent: int
    rung: int = 0
    """How high up the ladder it goes; 0 where nothing is escalated."""


def marks(deadline: Deadline, rules: Response) -> Sequence[Mark]:
    """All of a run, in order; those after the deadline itself are the higher rungs."""
    end = Mark(deadline.at, 100)
    if deadline.worked_on:
        before = [Mark(deadline.share(percent), percent) for percent in rules.alert_percent]
        rungs = [
            Mark(deadline.at + timedelta(hours=rung.after_hours), 100, number)
            for number, rung in enumerate(rules.escalation, 1)
        ]
        return [*before, *rungs]
    if deadline.due is Due.LAST_WORD:
        return [Mark(deadline.share(50), 50), end]
    return [end]


def next_look(deadline: Deadline | None, rules: Response) -> datetime | None:
    """When the next mark is due; None when nothing more will come of this run."""
    if deadline is None:
        return None
    coming = marks(deadline, rules)[deadline.passed :]
    return coming[0].at if coming else None


@dataclass(frozen=True)
class Times:
    """What a new deadline is computed from."""

    now: datetime
    rules: Response
    zone: tzinfo

    def end_of(self, day: date) -> datetime:
        """The last moment of a day in the community."""
        return datetime.combine(day, time.max, self.zone)

    def checked(self, day: date) -> datetime:
        """The end of a day that somebody has named. Raises `DayIsPast`."""
        if day < self.now.astimezone(self.zone).date():
            raise DayIsPast(day)
        return self.end_of(day)


def first_deadline(times: Times) -> Deadline:
    """Of a concern that is raised now."""
    return Deadline(Due.FIRST_RESPONSE, times.now, times.now + timedelta(hours=times.rules.first_hours))


def following(before: Deadline | None, state: State, times: Times, day: date | None = None) -> Deadline | None:
    """The clock that runs in `state`; `before` itself where it is the same one. Raises `DayIsPast`."""
    due = DUE[state]
    if due is None:
        return None
    if before is not None and before.due is due and day is None:
        return before
    run = before.run + 1 if before else 1
    since, at = _span(before, due, times, day)
    return Deadline(due, since, at, run)


def _span(before: Deadline | None, due: Due, times: Times, day: date | None) -> tuple[datetime, datetime]:
    now, rules = times.now, times.rules
    match due:
        case Due.FIRST_RESPONSE:
            return now, now + timedelta(hours=rules.first_hours)
        case Due.PLAN:  # counted from the beginning, however late the first answer was
            since = before.since if before is not None and before.due is Due.FIRST_RESPONSE else now
            return since, since + timedelta(days=rules.plan_days)
        case Due.SAME_DAY:
            return now, times.end_of(now.astimezone(times.zone).date())
        case Due.PROMISE | Due.PAUSE:
            return now, times.checked(day or now.astimezone(times.zone).date())
        case Due.LAST_WORD:
            return now, now + timedelta(days=rules.last_word_days)
        case Due.FOLLOW_UP:
            return now, now + timedelta(days=rules.follow_up_days)


def time_left(deadline: Deadline | None, times: Times) -> timedelta:
    """What a pause keeps for later. Raises `Overdue` when there is nothing left to keep."""
    if deadline is None or deadline.at <= times.now:
        raise Overdue
    if deadline.due is Due.FIRST_RESPONSE:  # the pause itself is a person's words: the plan is what is still owed
        return _span(deadline, Due.PLAN, times, None)[1] - times.now
    return deadline.at - times.now


def resumed(before: Deadline | None, left: timedelta, times: Times) -> Deadline:
    """The plan's clock after a pause, with the time that was left."""
    run = before.run + 1 if before else 1
    return Deadline(Due.PLAN, times.now, times.now + left, run)
