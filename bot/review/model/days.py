"""The stretch of days that a report is about: a week, a month, a quarter, or from one day to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from bot.kit.refusals import Refused
from bot.reports.model.dates import Span, month_after, month_before

LONGEST: Final = 366
"""Days."""
A_DAY: Final = timedelta(days=1)


class Kind(StrEnum):
    WEEK = "week"
    """Monday to Sunday."""
    MONTH = "month"
    QUARTER = "quarter"
    RANGE = "range"


@dataclass(frozen=True)
class Days:
    """From one day to another, both included."""

    first: date
    last: date

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def kind(self) -> Kind:
        """What people call such days."""
        if self.first.day == 1 and (self.last + A_DAY).day == 1:
            months = len(self.months)
            if months == 1:
                return Kind.MONTH
            if months == 3 and self.first.month % 3 == 1:
                return Kind.QUARTER
        return Kind.WEEK if self.first.weekday() == 0 and self.length == 7 else Kind.RANGE

    @property
    def months(self) -> Sequence[date]:
        """The first days of the months that are in it as a whole."""
        month = self.first if self.first.day == 1 else month_after(self.first)
        found = []
        while month_after(month) - A_DAY <= self.last:
            found.append(month)
            month = month_after(month)
        return found

    @property
    def whole_months(self) -> bool:
        """Whether it is made of nothing else."""
        months = self.months
        return bool(months) and self.first == months[0] and self.last + A_DAY == month_after(months[-1])

    def before(self) -> "Days":
        """What it is compared with: the month before a month, the quarter before a quarter, else as many days."""
        if self.kind is Kind.MONTH:
            return month_of(self.first - A_DAY)
        if self.kind is Kind.QUARTER:
            return quarter_of(self.first - A_DAY)
        return Days(self.first - timedelta(days=self.length), self.first - A_DAY)

    def over(self, today: date) -> bool:
        return self.last < today

    def span(self, zone: tzinfo) -> Span:
        """The moments of these days."""
        return Span(*(datetime.combine(day, time(), zone) for day in (self.first, self.last + A_DAY)))


def checked(days: Days, today: date) -> Days:
    """`days`, if a report can be about them. Raises `NotDays`."""
    if days.first > days.last or days.first > today or days.length > LONGEST or days.first.year < 2000:
        raise NotDays(LONGEST)
    return days


def week_of(day: date) -> Days:
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def month_of(day: date) -> Days:
    first = day.replace(day=1)
    return Days(first, month_after(first) - A_DAY)


def quarter_of(day: date) -> Days:
    first = day.replace(day=1, month=day.month - (day.month - 1) % 3)
    return Days(first, month_after(month_after(month_after(first))) - A_DAY)


def year_until(month: date, most: int) -> Sequence[date]:
    """`month` and those before it, `most` in all, the earliest first."""
    found = [month]
    while len(found) < most:
        found.append(month_before(found[-1]))
    return found[::-1]


@dataclass(eq=False)
class NotDays(Refused):
    """No report can be about these days: the first is after the last or after today, or there are too many."""

    most: int


class NoDaysNamed(Refused):
    """What was written names no days."""
