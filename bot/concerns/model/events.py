"""What happens to concerns, for `bot/reactions.py`."""

from dataclasses import dataclass

from bot.concerns.model.concern import Concern, Staff
from bot.concerns.model.deadline import Mark
from bot.concerns.model.life import Deed
from bot.kit.events import Event
from bot.kit.forms import Place
from bot.kit.people import CommunityId
from bot.residents.model import Household


@dataclass(frozen=True)
class ConcernChanged(Event):
    """Base: something happened to a concern; it is given as it is after that."""

    concern: Concern


class ConcernRaised(ConcernChanged):
    pass


@dataclass(frozen=True)
class ConcernMoved(ConcernChanged):
    """Base: a deed was done to it."""

    line: int
    """The line of its history that says so; what follows from it is known by this number."""


class ConcernClaimed(ConcernMoved):
    pass


class ConcernHandedOver(ConcernMoved):
    """Somebody of the staff is to see to it."""


@dataclass(frozen=True)
class ConcernSaid(ConcernMoved):
    """The staff has said something, or how it goes on."""

    deed: Deed
    by: Staff
    words: str


class OfficialReply(ConcernMoved):
    """The sub-district office has said something; nothing else has changed."""


class ConcernJoined(ConcernMoved):
    """It goes on as another one."""


class ConcernConfirmed(ConcernMoved):
    pass


class ConcernReopened(ConcernMoved):
    pass


@dataclass(frozen=True)
class ConcernStillBad(ConcernMoved):
    """Whoever reopened it has said why."""

    why: str


class ConcernWithdrawn(ConcernMoved):
    pass


@dataclass(frozen=True)
class ConcernRunsOut(ConcernMoved):
    """A mark of its clock has passed: time runs short, or out."""

    mark: Mark


class ConcernLapsed(ConcernMoved):
    """Nobody contradicted: it is closed."""


class ConcernResumed(ConcernMoved):
    """A pause is over by itself."""


class FollowUpDue(ConcernChanged):
    """Weeks have passed since it was closed."""


@dataclass(frozen=True)
class DraftHeard(Event):
    """The voice message of what somebody is telling was listened to; what their draft asks next can be asked."""

    place: Place
    community: CommunityId
    key: str
    home: Household
    """Of whose matter it is."""
    understood: bool
