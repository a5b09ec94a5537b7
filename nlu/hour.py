"""The hour that somebody names: 晚上7点, 下午三点半, 19:30, 3 pm."""

import re
from datetime import time

from nlu.place import read_number

_CLOCK = re.compile(r"(?<![\d.\-/])(\d{1,2})\s*[:：]\s*(\d{2})(?!\d)\s*([ap])?\.?m?")
_POINT = re.compile(
    r"(\d{1,2}|[零一二两三四五六七八九十]{1,3})\s*点(?:钟)?\s*(半|一刻|三刻|(\d{1,2}|[零一二三四五六七八九十]{1,3})分?)?"
)
_ENGLISH = re.compile(r"(?<!\d)(\d{1,2})\s*([ap])\.?m\b")
_PARTS = {"半": 30, "一刻": 15, "三刻": 45}
_LATE = ("下午", "傍晚", "晚")


def find_hour(text: str) -> time | None:
    """The hour meant, as it is said: 7点 is seven in the morning. None where there is none, or no such one."""
    said = text.strip().lower()
    if found := _CLOCK.search(said):
        return _time(int(found[1]), int(found[2]), said, found[3])
    if found := _ENGLISH.search(said):
        return _time(int(found[1]), 0, said, found[2])
    if found := _POINT.search(said):
        part = found[2] or ""
        minute = _PARTS.get(part, read_number(found[3]) if found[3] else 0)
        return _time(read_number(found[1]), minute, said, None)
    return None


def _time(hour: int, minute: int, said: str, half: str | None) -> time | None:
    afternoon = half == "p" or any(word in said for word in _LATE) or ("中午" in said and hour < 11)
    if hour == 12 and (half == "a" or "晚" in said):
        return None  # midnight: of which day?
    if afternoon and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None
