"""What happens at a sitting."""

from dataclasses import dataclass
from datetime import datetime

from bot.agenda.model.item import Item
from bot.floor.model.desk import Desk
from bot.floor.model.presence import Present
from bot.floor.model.queue import Turn
from bot.floor.model.session import Session
from bot.floor.model.treated import Treated
from bot.kit.events import Event
from bot.sittings.model.sitting import Sitting


@dataclass(frozen=True)
class FloorChanged(Event):
    """What the group sees of a running sitting may be another by now."""

    session: Session


@dataclass(frozen=True)
class SittingOpened(FloorChanged):
    pass


@dataclass(frozen=True)
class SittingClosed(FloorChanged):
    """Adjourned ones included."""


@dataclass(frozen=True)
class SittingNotHeld(FloorChanged):
    """Nobody opened it until the end of the day."""


@dataclass(frozen=True)
class CheckedIn(FloorChanged):
    """Somebody takes part."""


@dataclass(frozen=True)
class ChairGiven(FloorChanged):
    """Another chairs from now on."""

    before: int
    """Telegram id of who chaired."""
    name: str
    """Of who chairs now."""
    taken: bool
    """Not handed over: taken."""


@dataclass(frozen=True)
class QuorumMissing(Event):
    """It has run for a while without a quorum: the chair may adjourn it."""

    session: Session
    present: Present


@dataclass(frozen=True)
class PeopleInvited(Event):
    """These people, one of several batches, can check in now."""

    session: Session
    until: datetime
    people: tuple[int, ...]
    """Telegram ids."""


@dataclass(frozen=True)
class ChairWanted(Event):
    """A sitting is near: who opens it?"""

    sitting: Sitting


@dataclass(frozen=True)
class ItemTreated(FloorChanged):
    """An item was opened, resolved or closed."""

    item: Item
    treated: Treated


@dataclass(frozen=True)
class FloorGiven(FloorChanged):
    """Somebody is asked to speak."""

    turn: Turn


@dataclass(frozen=True)
class QueueChanged(FloorChanged):
    """Somebody waits for the floor, or does not any more, or has spoken."""


@dataclass(frozen=True)
class FloorShown(Event):
    """How a sitting stands now, for the group to see."""

    desk: Desk
