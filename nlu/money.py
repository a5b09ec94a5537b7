"""An amount of money in what a person wrote: 1200, 1,200.50元, ¥15万, 一千二百元, 三块五. In fen; no floats."""

import re
from fractions import Fraction
from typing import Final

DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
UNITS: Final = {"十": 10, "百": 100, "千": 1000}
GREAT: Final = {"万": 10_000, "亿": 100_000_000}
_FULL_WIDTH: Final = str.maketrans(
    "０１２３４５６７８９．，￥壹贰叁肆伍陆柒捌玖拾佰仟圆", "0123456789.,¥一二三四五六七八九十百千元"
)
_FIGURES: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,6})?([万亿]?)")
_SMALL: Final = re.compile(r"(?:([零一二两三四五六七八九\d])[角毛])?(?:([零一二两三四五六七八九\d])分?)?")


def fen_in(words: str) -> int | None:
    """Where the words are an amount and nothing else, and of whole fen; None for anything else."""
    told = re.sub(r"\s|人民币|RMB|rmb", "", words.translate(_FULL_WIDTH)).lstrip("¥")
    head, mark, tail = _split(told)
    whole = _number(head) if head else None
    if whole is None:
        return None
    more = _small(tail) if mark else 0
    fen = whole * 100 + (more or 0)
    return int(fen) if more is not None and fen.denominator == 1 else None


def _split(told: str) -> tuple[str, str, str]:
    """What stands before and after 元."""
    for mark in ("元", "块"):
        if mark in told:
            head, _, tail = told.partition(mark)
            return head, mark, tail.removeprefix("钱").removeprefix("整")
    return told, "", ""


def _small(tail: str) -> int | None:
    """角 and 分 after the yuan; a digit alone is 角, as in 三块五."""
    found = _SMALL.fullmatch(tail)
    if found is None:
        return None
    jiao, fen = (_digit(one) for one in found.groups())
    if found.group(1) is None and found.group(2) and not tail.endswith("分"):
        return fen * 10
    return jiao * 10 + fen


def _digit(sign: str | None) -> int:
    return 0 if sign is None else DIGITS[sign] if sign in DIGITS else int(sign)


def _number(head: str) -> Fraction | None:
    if found := _FIGURES.fullmatch(head):
        whole, part, great = found.groups()
        return Fraction(whole.replace(",", "") + (part or "")) * GREAT.get(great, 1)
    spoken = _spoken(head)
    return None if spoken is None else Fraction(spoken)


def _spoken(head: str) -> int | None:
    """一千二百, 十五万, 三万五: a digit that ends it after 百, 千 or 万 is of the unit below."""
    if not head or not set(head) <= DIGITS.keys() | UNITS.keys() | GREAT.keys():
        return None
    total = section = 0
    digit: int | None = None
    last = 1
    zero = False
    for sign in head:
        if sign in DIGITS:
            if digit not in (None, 0):
                return None  # 一二三 is no amount that is said so
            digit, zero = DIGITS[sign], zero or DIGITS[sign] == 0
        elif sign in UNITS:
            section += (1 if digit is None else digit) * UNITS[sign]
            digit, last, zero = None, UNITS[sign], False
        else:
            total = (
                (total + section + (digit or 0)) * GREAT[sign]
                if sign == "亿"
                else total + (section + (digit or 0)) * GREAT[sign]
            )
            section, digit, last, zero = 0, None, GREAT[sign], False
    rest = (digit or 0) * (last // 10 if last > 10 and not zero and digit else 1)
    return total + section + rest
