"""Where something is: building, unit, floor and room in a sentence, with Arabic or Chinese numbers."""

import re
from dataclasses import dataclass

_NUMBER = r"(\d{1,4}|[零一二两三四五六七八九十百]{1,5})"
_BUILDING = re.compile(rf"{_NUMBER}\s*(?:号楼|号院|栋|幢|楼栋)|(?:building|block)\s*(\d{{1,3}})", re.IGNORECASE)
_UNIT = re.compile(rf"{_NUMBER}\s*(?:单元|门洞)|(?:unit|entrance)\s*(\d{{1,2}})", re.IGNORECASE)
_FLOOR = re.compile(rf"{_NUMBER}\s*(?:层|楼(?![栋道下上门前后梯]))|(?:floor)\s*(\d{{1,2}})", re.IGNORECASE)
_ROOM = re.compile(r"(\d{3,4})\s*(?:室|房)|(?:room|flat)\s*(\d{3,4})", re.IGNORECASE)
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}


@dataclass(frozen=True)
class Place:
    """A place on the estate, as far as it was told; `words` where it has no number: 东门, 小花园."""

    building: int | None = None
    unit: int | None = None
    floor: int | None = None
    room: str | None = None
    estate: str | None = None
    words: str | None = None

    def __str__(self) -> str:
        """As it is written on doors: 3号楼2单元"""
        parts = ((self.building, "号楼"), (self.unit, "单元"), (self.floor, "层"), (self.room, "室"))
        return "".join(f"{number}{kind}" for number, kind in parts if number is not None)


def find_place(text: str) -> Place | None:
    """The place that `text` tells; None where it names neither building nor unit."""
    place = Place(_number(_BUILDING, text), _number(_UNIT, text), _number(_FLOOR, text), _first(_ROOM, text))
    return place if place.building or place.unit else None


def same_place(one: str, other: str) -> bool:
    """Whether two places can be one: nothing that both name differs; in words of one's own they are the same words."""
    first, second = find_place(one), find_place(other)
    if first is None or second is None:
        return first is second and _plain(one) == _plain(other) != ""
    both = ((first.building, second.building), (first.unit, second.unit), (first.floor, second.floor))
    return all(a is None or b is None or a == b for a, b in both)


def door_of(where: str) -> str:
    """Building and unit of a place, which tell nobody's home; empty where it names neither."""
    found = find_place(where)
    return str(Place(found.building, found.unit)) if found else ""


def without_place(text: str) -> str:
    """What is said beside building, unit, floor and room."""
    for pattern in (_BUILDING, _UNIT, _FLOOR, _ROOM):
        text = pattern.sub("", text)
    return text


def without_room(text: str) -> str:
    """The same words, from which nobody learns whose door it is."""
    return _ROOM.sub("…", re.sub(r"\d+-\d+-\d{3,4}", "…", text))


def read_number(written: str) -> int:
    """1–999 in Arabic or Chinese: 三 → 3, 十二 → 12, 二十 → 20, 一百零三 → 103."""
    if written.isdecimal():
        return int(written)
    total, digit = 0, 0
    for sign in written:
        if sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def _plain(words: str) -> str:
    return re.sub(r"\W", "", words).lower()


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return next(filter(None, found.groups())) if found else None


def _number(pattern: re.Pattern[str], text: str) -> int | None:
    written = _first(pattern, text)
    return read_number(written) if written else None
