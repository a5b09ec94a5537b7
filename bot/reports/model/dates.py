"""When each report is due, and of which time it tells."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from bot.config import WEEKDAYS, ReportRules
from bot.kit.people import CommunityId


class Report(StrEnum):
    OVERDUE = "overdue"
    DIGEST = "digest"
    TOP_TEN = "top_ten"
    MONTH = "month"
    """What others make of the month that is over: `MonthOver`."""


@dataclass(frozen=True)
class Due:
    """A community's report and when it comes next."""

    community: CommunityId
    report: Report
    at: datetime


@dataclass(frozen=True)
class Span:
    """From one moment up to, but not including, another."""

    since: datetime
    until: datetime

    def holds(self, moment: datetime) -> bool:
        return self.since <= moment < self.until


def month_of(moment: datetime, zone: tzinfo) -> date:
    """Its first day."""
    return moment.astimezone(zone).date().replace(day=1)


def month_after(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def month_before(month: date) -> date:
    return (month - timedelta(days=1)).replace(day=1)


def written(month: date) -> int:
    """202612, as a button carries it."""
    return month.year * 100 + month.month


def read_month(number: int) -> date | None:
    """None for what is no month, such as a made-up button's."""
    year, month = divmod(number, 100)
    return date(year, month, 1) if 2000 <= year < 3000 and 1 <= month <= 12 else None


def span_of(month: date, zone: tzinfo) -> Span:
    """The whole of it."""
    since, until = (datetime.combine(day, time(), zone) for day in (month, month_after(month)))
    return Span(since, until)


def next_date(report: Report, now: datetime, rules: ReportRules, zone: tzinfo) -> datetime:
    """The first one after `now`."""
    at, day = _rhythm(report, now.astimezone(zone).date(), rules)
    while datetime.combine(day, at, zone) <= now:
        day = _following(report, day)
    return datetime.combine(day, at, zone)


def week_before(until: datetime, zone: tzinfo) -> Span:
    """The week of a digest: up to the hour at which it is posted."""
    local = until.astimezone(zone)
    return Span(datetime.combine(local.date() - timedelta(days=7), local.time(), zone), until)


def _rhythm(report: Report, today: date, rules: ReportRules) -> tuple[time, date]:
    """The hour, and a day that is not later than the one that is looked for."""
    match report:
        case Report.OVERDUE:
            return rules.overdue_at, today
        case Report.DIGEST:
            return rules.digest_at, today + timedelta((WEEKDAYS.index(rules.digest_weekday) - today.weekday()) % 7)
        case Report.TOP_TEN | Report.MONTH:
            return rules.top_ten_at, today.replace(day=1)


def _following(report: Report, day: date) -> date:
    match report:
        case Report.OVERDUE:
            return day + timedelta(days=1)
        case Report.DIGEST:
            return day + timedelta(days=7)
        case Report.TOP_TEN | Report.MONTH:
            return month_after(day)
