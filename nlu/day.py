"""The day that somebody names: 明天, 三天后, 下周三, 12月5日."""

import re
from datetime import date, timedelta

from nlu.place import read_number

_NUMBER = r"(\d{1,3}|[一二两三四五六七八九十]{1,3})"
_NEAR = {"今天": 0, "今晚": 0, "明天": 1, "后天": 2, "大后天": 3, "today": 0, "tomorrow": 1}
_IN_DAYS = re.compile(rf"{_NUMBER}\s*天|in\s*(\d{{1,3}})\s*days?", re.IGNORECASE)
_WEEKDAY = re.compile(r"(下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])")
_MONTH_DAY = re.compile(r"(\d{1,2})\s*(?:月|-|/|\.)\s*(\d{1,2})")
_DAYS = {sign: number for number, sign in enumerate("一二三四五六日")} | {"天": 6}


def find_day(text: str, today: date) -> date | None:
    """The day meant; a day of the year that is over is next year's. None where no day is named."""
    said = text.strip().lower()
    for word, days in sorted(_NEAR.items(), key=lambda near: -len(near[0])):
        if word in said:
            return today + timedelta(days=days)
    if found := _MONTH_DAY.search(said):
        return _of_year(int(found[1]), int(found[2]), today)
    if found := _WEEKDAY.search(said):
        monday = today - timedelta(days=today.weekday())
        day = monday + timedelta(days=_DAYS[found[2]], weeks=1 if found[1] else 0)
        return day if day >= today else day + timedelta(weeks=1)
    if found := _IN_DAYS.search(said):
        return today + timedelta(days=read_number(found[1] or found[2]))
    return None


def _of_year(month: int, day: int, today: date) -> date | None:
    for year in (today.year, today.year + 1):
        try:
            meant = date(year, month, day)
        except ValueError:
            continue
        if meant >= today:
            return meant
    return None
