"""How long a vote runs: whoever works by day or on Saturdays must be able to take part."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from bot.config import Community
from bot.votes.model.refusals import PeriodUnfit

EVENING = (time(19), time(21))
BY_DAY = (time(9), time(17))
SATURDAY, A_WEEK = 5, 7
"""As `date.weekday` counts."""


def check_period(opens: datetime, closes: datetime, settings: Community) -> None:
    """It holds a whole evening (19–21) and a whole day of a weekend (9–17). Raises `PeriodUnfit`."""
    earliest, latest = earliest_end(opens, settings), latest_end(opens, settings)
    if not earliest <= closes <= latest:
        raise PeriodUnfit(earliest, latest)


def earliest_end(opens: datetime, settings: Community) -> datetime:
    """When such a vote may close at the earliest."""
    days = list(_days_from(opens, settings))
    evening = next(_end(day, EVENING, settings) for day in days if _start(day, EVENING, settings) >= opens)
    weekend = (day for day in days if day.weekday() >= SATURDAY)
    return max(evening, next(_end(day, BY_DAY, settings) for day in weekend if _start(day, BY_DAY, settings) >= opens))


def latest_end(opens: datetime, settings: Community) -> datetime:
    return opens + timedelta(days=settings.votes.longest_days)


def ends(opens: datetime, settings: Community) -> Sequence[datetime]:
    """What is offered: so many days on, at the usual hour; none that is too early."""
    first = opens.astimezone(settings.zone).date()
    offered = (
        datetime.combine(first + timedelta(days=days), settings.votes.closes, settings.zone)
        for days in settings.votes.days
    )
    return [end for end in offered if earliest_end(opens, settings) <= end <= latest_end(opens, settings)]


def _days_from(opens: datetime, settings: Community) -> Iterator[date]:
    first = opens.astimezone(settings.zone).date()
    return (first + timedelta(days=after) for after in range(A_WEEK + 1))


def _start(day: date, hours: tuple[time, time], settings: Community) -> datetime:
    return datetime.combine(day, hours[0], settings.zone)


def _end(day: date, hours: tuple[time, time], settings: Community) -> datetime:
    return datetime.combine(day, hours[1], settings.zone)
