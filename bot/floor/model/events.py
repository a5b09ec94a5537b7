"""What happens at a sitting."""

from dataclasses import dataclass

from bot.agenda.model.item import Item
from bot.floor.model.queue import Turn
from bot.floor.model.session import Session, Treated
from bot.kit.events import Event


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
class ItemTreated(FloorChanged):
    """An item was opened, resolved or closed."""

    item: Item
    treated: Treated


@dataclass(frozen=True)
class FloorGiven(FloorChanged):
    """Somebody is asked to speak."""

    turn: Turn
