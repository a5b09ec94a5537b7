"""Addresses as they are typed, and what is printed for a household or a person."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from bot.kit.refusals import Refused
from bot.residents.model import Household, Resident, with_check_digit
from bot.roll.model import LONGEST_NAME, holds_long_number, plain_name

_NUMBER = re.compile(r"\d+[A-Za-z]?")
CARD_DIGITS = 7


@dataclass(frozen=True)
class Door:
    """How somebody names a household."""

    building: int
    unit: int
    room: str


def read_door(words: str) -> Door:
    """3-2-502 and 3号楼2单元502室 are the same door. Raises `NoSuchDoor`."""
    numbers = _NUMBER.findall(unicodedata.normalize("NFKC", words))
    if len(numbers) != 3 or not numbers[0].isdecimal() or not numbers[1].isdecimal():
        raise NoSuchDoor
    return Door(int(numbers[0]), int(numbers[1]), numbers[2])


@dataclass(frozen=True)
class Card:
    """A household card: for who has no phone, and is somebody all the same."""

    resident: Resident
    issued_at: datetime

    @property
    def number(self) -> str:
        """As printed: the place on the roll, with a check digit."""
        return with_check_digit(f"{self.resident.id:0{CARD_DIGITS}d}")


@dataclass(frozen=True)
class Doors:
    """What there is to choose from on the way to a door: the first of these that is there."""

    buildings: tuple[int, ...] = ()
    building: int = 0
    units: tuple[int, ...] = ()
    doors: tuple[Household, ...] = ()


class NoSuchDoor(Refused):
    """No household of the roll lives there, or the words name no door."""


def read_name(written: str) -> str:
    """A person's name as the roll keeps it. Raises `NoName`."""
    name = plain_name(written)
    if not name or len(name) > LONGEST_NAME or name.startswith("/") or holds_long_number(name):
        raise NoName
    return name


class NoName(Refused):
    """What was written is not how somebody is called."""


class NobodyNamed(Refused):
    """No name has been said for this card, or it was made before."""


class HasPhone(Refused):
    """Who has joined with a phone needs no card."""
