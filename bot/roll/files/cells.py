"""From the text of a cell to a value. Each raises `Unreadable` with the reason."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from bot.roll.faults import Why
from bot.roll.files.columns import plain_value
from bot.roll.model import LONGEST_NAME, holds_long_number, plain_name

T = TypeVar("T")

MOST_BUILDING = 999
MOST_AREA = Decimal(1_000_000)
_NUMBERED = re.compile(r"0*([0-9]{1,3})(号楼|号|楼|栋|幢|座|单元|#)?")
_ROOM = re.compile(r"-?[0-9A-Z][0-9A-Z-]{0,14}")
_AREA = re.compile(r"[0-9]{1,7}(\.[0-9]{1,4})?")
_BETWEEN_NAMES = re.compile(r"[、，,；;/\n]")


class Unreadable(Exception):
    """This text is no such value."""

    def __init__(self, why: Why) -> None:
        self.why = why


def number(written: str) -> int:
    """A building or a unit: 3, 3号楼, 3栋, 03."""
    found = _NUMBERED.fullmatch(_upper(written).removesuffix(".0"))
    if found is None or not 1 <= int(found.group(1)) <= MOST_BUILDING:
        raise Unreadable(Why.NOT_A_NUMBER)
    return int(found.group(1))


def room(written: str) -> str:
    """What stands on the door: 502, 502室, 12A, -101."""
    bare = re.sub("[室房号]+$", "", _upper(written))
    if _ROOM.fullmatch(bare) is None:
        raise Unreadable(Why.NOT_A_ROOM)
    return bare


def area(written: str) -> Decimal:
    """Square metres, exact to four places."""
    bare = re.sub("(M2|M²|㎡|平方米|平米|平)$", "", _upper(written).replace(" ", ""))
    if _AREA.fullmatch(bare) is None:
        raise Unreadable(Why.NOT_AN_AREA)
    square_metres = Decimal(bare)
    if not 0 < square_metres <= MOST_AREA:
        raise Unreadable(Why.NOT_AN_AREA)
    return square_metres


def one_of(table: Mapping[T, Sequence[str]], written: str, why: Why) -> T:
    """The value that `table` has these words for."""
    plain = plain_value(written)
    for value, words in table.items():
        if plain in words:
            return value
    raise Unreadable(why)


def name(written: str) -> str:
    """A person's or a firm's name. What looks like a phone or ID number in it is refused."""
    plain = plain_name(written)
    if holds_long_number(plain):
        raise Unreadable(Why.LIKE_A_NUMBER)
    if not plain or len(plain) > LONGEST_NAME:
        raise Unreadable(Why.NOT_A_NAME)
    return plain


def names(written: str) -> list[str]:
    """Several, with 、 or a comma between them."""
    return [name(part) for part in parts(written)]


def parts(written: str) -> list[str]:
    """What stands between 、 or commas."""
    return [part for part in _BETWEEN_NAMES.split(written) if part.strip()]


def _upper(written: str) -> str:
    return unicodedata.normalize("NFKC", written).strip().upper()
