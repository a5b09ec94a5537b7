"""The monthly workshop: on which days it is, by the rule."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.config import WEEKDAYS, Community, WorkshopRules
from bot.sittings.model.calendar import Day, announced, holiday


def workshops(settings: Community, now: datetime) -> Iterator[Day]:
    """One a month from `now` on, in order and without end; on a holiday it is left out. None at all for week 0."""
    rules, zone = settings.workshops, settings.zone
    month = now.astimezone(zone).date().replace(day=1)
    while rules.week:
        usual = _day_of(month, rules)
        starts_at = datetime.combine(usual, rules.starts, zone)
        if starts_at > now:
            feast = holiday(usual, settings.sittings.holidays)
            held = not feast or settings.sittings.on_holiday == "hold"
            yield Day(starts_at, starts_at if held else None, feast, announced(usual, settings.sittings.holidays))
        month = (month + timedelta(days=31)).replace(day=1)


def _day_of(month: date, rules: WorkshopRules) -> date:
    """`month`: its first day."""
    to_weekday = (WEEKDAYS.index(rules.weekday) - month.weekday()) % 7
    return month + timedelta(days=to_weekday, weeks=rules.week - 1)
