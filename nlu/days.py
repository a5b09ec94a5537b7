"""A stretch of days that somebody names: 本周, 上个月, 2026-10, 2026年第3季度, 10月1日到10月15日."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from nlu.place import read_number

_DAY = re.compile(r"(?:(\d{4})\s*[-年./]\s*)?(?<!\d)(\d{1,2})\s*[-月./]\s*(\d{1,2})(?![\d年])\s*[日号]?")
_MONTH = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})(?!\d)\s*月?")
_QUARTER = re.compile(r"(?:(\d{4})\s*年?\s*-?\s*)?(?:q|第)\s*(\d{1,2}|[一二三四五六七八九])", re.IGNORECASE)
_BEFORE = re.compile(r"上|last|previous", re.IGNORECASE)
_A_DAY = timedelta(days=1)
Stretch = tuple[date, date]
"""The first day and the last."""


def find_days(said: str, today: date) -> Stretch | None:
    """None where no days are named. A day without a year is the last such day that was."""
    try:
        return _find(said, today)
    except ValueError:  # 30 February
        return None


def _find(said: str, today: date) -> Stretch | None:
    if found := _QUARTER.search(said):
        return _quarter(_since(found[1], 3 * read_number(found[2]) - 2, 1, today))
    days = [_day(found, today) for found in _DAY.finditer(said)]
    if days:
        return (days[0], days[1]) if len(days) == 2 else (days[0], days[0]) if len(days) == 1 else None
    if found := _MONTH.search(said):
        return _month(date(int(found[1]), int(found[2]), 1))
    for called, of in _CALLED:
        if called.search(said):
            stretch = of(today)
            return of(stretch[0] - _A_DAY) if _BEFORE.search(said) else stretch
    return None


def _day(found: re.Match[str], today: date) -> date:
    year, month, day = found.groups()
    return _since(year, int(month), int(day), today)


def _since(year: str | None, month: int, day: int, today: date) -> date:
    """Without a year, the last one that was."""
    meant = date(int(year or today.year), month, day)
    return meant if year or meant <= today else meant.replace(year=today.year - 1)


def _week(day: date) -> Stretch:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _month(day: date) -> Stretch:
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - _A_DAY


def _quarter(day: date) -> Stretch:
    first = day.replace(day=1, month=day.month - (day.month - 1) % 3)
    return first, _month(first + timedelta(days=65))[1]


_CALLED: tuple[tuple[re.Pattern[str], Callable[[date], Stretch]], ...] = (
    (re.compile(r"周|星期|week", re.IGNORECASE), _week),
    (re.compile(r"季|quarter", re.IGNORECASE), _quarter),
    (re.compile(r"月|month", re.IGNORECASE), _month),
)
