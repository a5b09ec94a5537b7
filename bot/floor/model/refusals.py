"""Why something cannot be done at a sitting."""

from dataclasses import dataclass
from datetime import datetime

from bot.kit.refusals import Overstep, Refused
from bot.sittings.model.sitting import SittingId


@dataclass(eq=False)
class NotTheTime(Refused):
    """It can be opened only from `since` on until the end of that day; None where there is none to come."""

    since: datetime | None


@dataclass(eq=False)
class NotBegun(Refused):
    """It is open for checking in, but its items are taken up only from `since` on."""

    since: datetime


class NotOpen(Refused):
    """The sitting is closed, or nobody has opened it yet."""


@dataclass(eq=False)
class CheckInLater(Refused):
    """It is open, but one checks in only from `since` on."""

    since: datetime


class NoDigits(Refused):
    """Not four digits."""


class NoCount(Refused):
    """The numbers that the button belongs to were recorded or dropped."""


@dataclass(eq=False)
class NoMoreTries(Refused):
    """Too many wrong digits at this sitting; one can still check in from afar."""

    sitting: SittingId


@dataclass(eq=False)
class OthersChair(Refused):
    """Somebody else chairs this sitting."""

    sitting: SittingId
    name: str


@dataclass(eq=False)
class ChairAdvised(Overstep, Refused):
    """Who chairs has advised on this item as a guide: somebody else chairs while it is treated."""

    sitting: SittingId
    number: int


class NobodyTakesChair(Refused):
    """Nobody else may chair here, or not the one who was meant."""


class ItemStillOpen(Refused):
    """One item at a time: the open one is closed first."""


class NoItemOpen(Refused):
    """No item is open, or another one than the button is about."""


class TreatedBefore(Refused):
    """This item was opened and closed at this sitting."""


class TalkedOnly(Refused):
    """Nothing is resolved on this item here."""


class VotedByBallot(Refused):
    """A vote was opened on this item: no hands are counted."""


class CharterByBallot(Refused):
    """The charter is changed by a vote of all households, never by the hands that happen to be there."""


class NothingCast(Refused):
    """Nobody voted."""


@dataclass(eq=False)
class MoreVotesThanPeople(Refused):
    """More votes than people entitled are there."""

    votes: int
    most: int


class WaitsAlready(Refused):
    """They stand in the queue, or have the floor."""


@dataclass(eq=False)
class SpokenEnough(Refused):
    """So many times on this item and no more."""

    most: int


class CheckInFirst(Refused):
    """Only who has checked in asks for the floor."""


class ChairsNow(Refused):
    """Who chairs does not argue: another takes the chair first."""
