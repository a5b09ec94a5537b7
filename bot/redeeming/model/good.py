"""What stands on the shelf: a thing or a service, its price in points, how many are left, how many each may have."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NewType

from bot.config import RedeemingRules
from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused

GoodId = NewType("GoodId", int)


class Part(StrEnum):
    """What a moderator says of a good, in the order in which it is asked; one letter in a button."""

    CALLED = "c"
    PRICE = "p"
    LEFT = "l"
    EACH = "e"
    PHOTO = "f"


@dataclass(frozen=True)
class Good:
    """`key` is the draft's, so that putting it up twice is once."""

    id: GoodId
    community: CommunityId
    key: str
    called: str
    price: int
    left: int
    each: int
    """So many may one person have of it in all; what was given back does not count."""
    photo: str | None = None
    """Telegram's file id."""
    offered: bool = True
    """Whether it stands on the shelf."""

    def check_offered(self) -> None:
        """Raises `NoGood` for what was taken off the shelf, `SoldOut` for what none is left of."""
        if not self.offered:
            raise NoGood
        if self.left < 1:
            raise SoldOut(self.called)

    def set(self, part: Part, number: int) -> "Good":
        """With another number; `number` is checked already."""
        match part:
            case Part.PRICE:
                return replace(self, price=number)
            case Part.LEFT:
                return replace(self, left=number)
            case Part.EACH:
                return replace(self, each=number)
        return self  # a made-up button


@dataclass(frozen=True)
class Shelf:
    """One page of what is offered, to somebody with so many points."""

    goods: Sequence[Good]
    page: int
    pages: int
    balance: int
    manages: bool = False
    spent: bool = False
    """Whether this month's goods budget is spent."""


def checked(part: Part, number: int | None, rules: RedeemingRules) -> int:
    """A price and a limit are at least one; a stock may be none. Raises `BadNumber`, for None too."""
    least = 0 if part is Part.LEFT else 1
    most = rules.most_points if part is Part.PRICE else rules.most_of_one
    if number is None or not least <= number <= most:
        raise BadNumber(least, most)
    return number


def read_name(written: str, rules: RedeemingRules) -> str:
    """On one line. Raises `BadName`."""
    called = " ".join(written.split())
    if not 0 < len(called) <= rules.name_characters:
        raise BadName(rules.name_characters)
    return called


@dataclass(frozen=True)
class ShelfChanged(Event):
    """A moderator put something up, changed it, or took it off."""

    good: Good


class NoGood(Refused):
    """It does not stand on this community's shelf, or no longer."""


@dataclass(eq=False)
class SoldOut(Refused):
    """Somebody else had the last one."""

    called: str


@dataclass(eq=False)
class OtherPrice(Refused):
    """The price has changed since it was read back."""

    called: str
    price: int


@dataclass(eq=False)
class EnoughOfIt(Refused):
    """This person has had as many as one may have."""

    called: str
    most: int


@dataclass(eq=False)
class BadNumber(Refused):
    least: int
    most: int


@dataclass(eq=False)
class BadName(Refused):
    most: int


class NoGoodDraft(Refused):
    """The draft that this button belongs to is finished or was dropped."""


@dataclass(eq=False)
class ShelfFull(Refused):
    """So many goods stand on it already."""

    most: int
