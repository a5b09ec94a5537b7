"""How concerns say no."""

from dataclasses import dataclass
from datetime import date

from bot.kit.refusals import Refused


@dataclass(eq=False)
class NoConcern(Refused):
    """There is no concern with this number; with this id, where it has none."""

    number: int | None = None


@dataclass(eq=False)
class ClaimedAlready(Refused):
    """Somebody else was first."""

    number: int
    by: str


@dataclass(eq=False)
class AnsweredAlready(Refused):
    """It needs nobody now: the resident is asked whether it is solved."""

    number: int
    by: str


@dataclass(eq=False)
class Closed(Refused):
    """It is over."""

    number: int


@dataclass(eq=False)
class NotLikeThat(Refused):
    """In the state in which it is, this cannot be done with it."""

    number: int


@dataclass(eq=False)
class NotThisOne(Refused):
    """A concern goes on as another open one of the same community, not as this."""

    number: int


@dataclass(eq=False)
class DayIsPast(Refused):
    """Nobody can promise for a day that is over."""

    day: date


class NoDay(Refused):
    """What was written names no day."""


class Overdue(Refused):
    """A clock that has run out is not stopped any more: an answer or a plan is owed first."""


@dataclass(eq=False)
class NothingToConfirm(Refused):
    """Nobody has answered it yet."""

    number: int


@dataclass(eq=False)
class NotYourConcern(Refused):
    """Only who raised it says whether it is solved."""

    number: int


@dataclass(eq=False)
class NoLiaison(Refused):
    """The building has no liaison on Telegram."""

    building: int


class NotStaff(Refused):
    """Who is named cannot see to this concern, or cannot any more."""


class NoDraft(Refused):
    """The draft that this button belongs to is finished or was dropped."""


class Unfinished(Refused):
    """Another matter is half told, and would be lost."""


class NotOffered(Refused):
    """No button of ours says this: the category or the place does not exist here."""


class NothingSaid(Refused):
    """An answer without words."""


@dataclass(eq=False)
class TooLong(Refused):
    """More words than a concern holds."""

    most: int
