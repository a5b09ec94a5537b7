"""What happens to concerns, for `bot/reactions.py`."""

from dataclasses import dataclass

from bot.concerns.model.concern import Concern, Staff
from bot.kit.events import Event


@dataclass(frozen=True)
class ConcernChanged(Event):
    """Base: something happened to a concern; it is given as it is after that."""

    concern: Concern


class ConcernRaised(ConcernChanged):
    pass


@dataclass(frozen=True)
class ConcernMoved(ConcernChanged):
    """Base: a deed was done to it."""

    count: int
    """How often by now."""


class ConcernClaimed(ConcernMoved):
    pass


class ConcernHandedOver(ConcernMoved):
    """A building liaison is to see to it."""


@dataclass(frozen=True)
class ConcernAnswered(ConcernMoved):
    by: Staff
    answer: str


class ConcernConfirmed(ConcernMoved):
    pass


class ConcernReopened(ConcernMoved):
    pass
