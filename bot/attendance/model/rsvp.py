"""Who said that they come to a sitting, and who wants to speak there."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.kit.events import Event
from bot.kit.refusals import Refused
from bot.sittings.model.sitting import Sitting, SittingId


@dataclass(frozen=True)
class Signup:
    """What somebody has said about one sitting; the newest word counts."""

    sitting: SittingId
    telegram_id: int
    coming: bool
    speaks: bool
    """Only who comes speaks."""
    at: datetime
    """When it was last changed."""
    waits: int | None = None
    """Their number in the line for a seat, the smallest is the first; only who does not come yet waits."""

    def says(self, coming: bool, at: datetime) -> "Signup":
        """Who does not come does not speak there either."""
        if self.coming == coming and self.waits is None:
            return self
        return replace(self, coming=coming, speaks=False, at=at, waits=None)

    def wants_to_speak(self, speaks: bool, at: datetime) -> "Signup":
        """Who wants to speak comes; who would rather not speak still comes."""
        return self if self.speaks == speaks else replace(self, coming=True, speaks=speaks, at=at)


@dataclass(frozen=True)
class Counted:
    """How many people have said so."""

    coming: int
    not_coming: int
    speakers: int


@dataclass(frozen=True)
class Seats:
    """How full it is."""

    of: int
    taken: int
    waiting: int
    position: int | None = None
    """Where somebody stands in the line, from 1."""

    @property
    def free(self) -> int:
        """For who comes next: none while others wait."""
        return 0 if self.waiting else max(self.of - self.taken, 0)


@dataclass(frozen=True)
class MyPart:
    """How somebody stands to a sitting."""

    sitting: Sitting
    signup: Signup | None
    """None as long as they have said nothing."""
    posted: bool
    """Whether they are told of every sitting."""
    place: str
    reminded: int | None
    """So many hours before the start they hear of it next; None where only the start is left."""
    seats: Seats | None = None
    """None where as many come as like."""


def check_open(sitting: Sitting, now: datetime) -> None:
    """Raises `SignupClosed` from the second on which the sitting begins, and `SignupOff` for one called off."""
    if sitting.off:
        raise SignupOff(sitting.starts_at)
    if now >= sitting.starts_at:
        raise SignupClosed(sitting.starts_at)


@dataclass(frozen=True)
class SignupChanged(Event):
    """Somebody has said something else than before; who it is, is nobody's business."""

    sitting: Sitting


@dataclass(frozen=True)
class Answered(Event):
    """Somebody has said whether they come; for what is between them and us alone."""

    sitting: Sitting
    signup: Signup


@dataclass(frozen=True)
class SeatGiven(Event):
    """Who was first in the line has a seat now."""

    sitting: Sitting
    signup: Signup


@dataclass(eq=False)
class SignupClosed(Refused):
    """The sitting has begun."""

    at: datetime


@dataclass(eq=False)
class SignupOff(Refused):
    """The sitting was called off."""

    at: datetime
