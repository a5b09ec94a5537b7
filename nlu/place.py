"""Where something is: building, unit, floor and room in a sentence, with Arabic or Chinese numbers."""

import re
from dataclasses import dataclass
from unicodedata import normalize

_NUMBER = r"(\d{1,4}|[零一二两三四五六七八九十百]{1,5})"
_NO = r"\s*(?:no\.?|number|#)?\s*"
_DOORS = r"(?<![\d-])(\d{1,2})[-－—](?:(\d{1,2})[-－—])?(\d{3,4})(?![\d-])"
"""3-2-501 or 3-501, as people write their own door."""
_BUILDING = re.compile(
    rf"{_NUMBER}\s*(?:[号#＃]楼|号院(?!.*[号#＃]楼)|栋|幢|楼栋|座|号(?=\s*\d单元|\s*\d{{3,4}}\s*室)|[#＃](?=\s*\d{{3}}))"
    rf"|\b(?:building|block|bldg\.?|tower){_NO}(\d{{1,3}})|\bno\.?\s*(\d{{1,3}})\s+building",
    re.IGNORECASE,
)
_UNIT = re.compile(rf"{_NUMBER}\s*(?:单元|门洞)|\b(?:unit|entrance){_NO}(\d{{1,2}})", re.IGNORECASE)
_FLOOR = re.compile(
    rf"{_NUMBER}\s*(?:层|楼(?![栋道下上门前后梯顶]))|\bfloor\s*(\d{{1,2}})|(\d{{1,2}})(?:st|nd|rd|th)\s+floor",
    re.IGNORECASE,
)
_BELOW = re.compile(rf"(?:负|地下)\s*{_NUMBER}\s*(?:层|楼)|\bb(\d)\b", re.IGNORECASE)
_AFTER = r"(?:(?<=单元)|(?<=[栋幢座层楼家#＃]))\s*"
_ROOM = re.compile(
    rf"(?<!\d)(\d{{3,4}})\s*(?:室|房)|([一二三四五六七八九]百[零一二三四五六七八九十]{{0,3}})(?:室|房)|{_AFTER}(\d{{3,4}})(?![\d元块分年米号个户])"
    rf"|(?:{_AFTER}|(?=[^室]{{3,4}}室))([零〇一二三四五六七八九]{{3,4}})(?![十百层楼单栋幢号])"
    r"|\b(?:room|flat|apt\.?|apartment)\s*#?\s*(\d{3,4})",
    re.IGNORECASE,
)
_DOOR = re.compile(_DOORS)
_SPOT = re.compile(
    r"(?:小区|学校|幼儿园|地铁|车库|[东西南北正大前后侧])(?:大?门|口)(?:门?口|外面?|旁边|对面|附近)?"
    r"|小花园|中心花园|口袋公园|小广场|地下(?:车库|室)|停车场|车库|凉亭|儿童乐园|游乐场|健身区|篮球场|垃圾[站房]|快递柜"
    r"|驿站|活动室|活动中心|物业(?:办公室|中心)|门卫室?|岗亭|车棚|水泵房|配电房|天台|楼顶|河边|公交站|路口|人行道|消防通道"
    r"|\b(?:(?:east|west|south|north|main|front|back) gate|playground|garage|car park|parking lot|lobby|rooftop)\b",
    re.IGNORECASE,
)
_ESTATE = re.compile(r"([\u4e00-\u9fff]{2,4}(?:小区|花园|家园|公寓|新村|雅苑|华府))")
_NO_NAMES = re.compile(r"^.*(?:我们|咱们?|你们|他们|这个|那个|整个|全|本|我|住在?|在|是|的|请问|反映|老旧)")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}


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
        """As it is written on doors: 3号楼2单元; else in the words that were used."""
        parts = ((self.building, "号楼"), (self.unit, "单元"), (self.floor, "层"), (self.room, "室"))
        return "".join(f"{number}{kind}" for number, kind in parts if number is not None) or self.words or ""


def find_place(text: str) -> Place | None:
    """The place that `text` tells; None where it names neither building nor unit."""
    place = read_place(text)
    return place if place and (place.building or place.unit) else None


def read_place(text: str) -> Place | None:
    """All that `text` tells of where something is, a floor or words like 东门口 alone too; None where it is nothing."""
    door = _DOOR.search(text)
    building, unit, room = door.groups() if door else (None, None, None)
    below, spot = _number(_BELOW, text), _SPOT.search(text)
    place = Place(
        _number(_BUILDING, text) or (int(building) if building else None),
        _number(_UNIT, text) or (int(unit) if unit else None),
        -below if below else _number(_FLOOR, text),
        _in_digits(_first(_ROOM, text) or room),
        _estate(text),
        spot[0] if spot else None,
    )
    return place if place != Place() else None


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
    for pattern in (_DOOR, _ROOM, _BUILDING, _UNIT, _FLOOR):
        text = pattern.sub("", text)
    return text


def without_room(text: str) -> str:
    """The same words, from which nobody learns whose door it is."""
    return _ROOM.sub("…", _DOOR.sub("…", text))


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


def _estate(text: str) -> str | None:
    """The name of an estate, without what is said before it: 我住在阳光小区 → 阳光小区, and 我们小区 names none."""
    found = _ESTATE.search(text)
    name = _NO_NAMES.sub("", found[1]) if found else ""
    return name if len(name) > len("小区") else None


def _in_digits(room: str | None) -> str | None:
    """五零一, 五百零一 and ５０１ as 501."""
    if room and "百" in room:
        return str(read_number(room))
    return "".join(str(_DIGITS.get(sign, sign)) for sign in normalize("NFKC", room)) if room else None


def _plain(words: str) -> str:
    return re.sub(r"\W", "", words).lower()


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return next(filter(None, found.groups())) if found else None


def _number(pattern: re.Pattern[str], text: str) -> int | None:
    written = _first(pattern, text)
    return read_number(written) if written else None
