"""The calendar of deliberation days: a weekday, a rhythm, an hour on the wall, and what becomes of holidays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from chinese_calendar import get_holiday_detail

from bot.config import WEEKDAYS, Sittings

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Day:
    """What the rule says of one deliberation day."""

    usual: datetime
    """When it would be in a year without holidays."""
    starts_at: datetime | None
    """When it is; None where it is left out."""
    holiday: str = ""
    """The holiday on the usual day, by the name that `chinese_calendar` gives it; empty for none."""
    announced: bool = True
    """Whether the holidays of that year are known; until then there are none."""

    @property
    def moved(self) -> bool:
        """Whether it is on another day than usual."""
        return self.starts_at not in (None, self.usual)


def days(rules: Sittings, zone: ZoneInfo, now: datetime) -> Iterator[Day]:
    """Deliberation days from `now` on, in order and without end: those that have not begun, and those left out."""
    usual = _usual(rules, now.astimezone(zone).date() - timedelta(weeks=rules.every_weeks))
    while True:
        day = _day(rules, zone, usual)
        if (day.starts_at or day.usual) > now:
            yield day
        usual += timedelta(weeks=rules.every_weeks)


def holiday(day: date, country: str) -> str:
    """The holiday on this day, swaps of working days included; empty for none, and in years nobody has announced.

    An ordinary weekend is no holiday, nor is one that was made a working day.
    """
    off, name = get_holiday_detail(day) if announced(day, country) and country == "china" else (False, None)
    return name if off and name else ""


def announced(day: date, country: str) -> bool:
    """Whether the holidays of this day's year are known. The State Council announces China's in the November before."""
    try:
        return country == "none" or bool(get_holiday_detail(day))
    except NotImplementedError:
        return False


def _usual(rules: Sittings, day: date) -> date:
    """The first usual day that is not before `day`."""
    counted = rules.counted_from - timedelta(days=rules.counted_from.weekday())
    first = counted + timedelta(days=WEEKDAYS.index(rules.weekday))
    rhythm = 7 * rules.every_weeks
    return day + timedelta(days=(first - day).days % rhythm)


def _day(rules: Sittings, zone: ZoneInfo, usual: date) -> Day:
    def begins(day: date) -> datetime:
        return datetime.combine(day, rules.starts, zone)

    known = announced(usual, rules.holidays)
    feast = holiday(usual, rules.holidays)
    held = _held(rules, usual) if feast else usual
    return Day(begins(usual), begins(held) if held else None, feast, known)


def _held(rules: Sittings, usual: date) -> date | None:
    """Instead of a holiday: on the nearest free day that the rule allows, unless another sitting comes first."""
    if rules.on_holiday == "hold":
        return usual
    if rules.on_holiday == "skip":
        return None
    step = -DAY if rules.on_holiday == "day_before" else timedelta(weeks=1)
    day = usual + step
    while holiday(day, rules.holidays):
        day += step
    return day if abs(day - usual) < timedelta(weeks=rules.every_weeks) else None
