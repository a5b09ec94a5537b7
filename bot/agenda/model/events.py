"""What happens to agenda items."""

from dataclasses import dataclass

from bot.agenda.model.item import Item, Point, Wording
from bot.agenda.model.steps import Step
from bot.concerns.model.concern import ConcernId
from bot.kit.events import Event
from bot.roles.model import Expertise


@dataclass(frozen=True)
class ItemChanged(Event):
    item: Item


@dataclass(frozen=True)
class ItemProposed(ItemChanged):
    """Somebody has made a proposal."""


@dataclass(frozen=True)
class ConcernOnAgenda(ItemChanged):
    """A concern has become this item, or goes on with it."""

    concern: ConcernId
    by: int
    """Telegram id."""


@dataclass(frozen=True)
class ItemMoved(ItemChanged):
    """Into another step, its end included."""

    before: Step


@dataclass(frozen=True)
class ItemScheduled(ItemChanged):
    """It stands on a sitting's agenda, or on another one than before."""


@dataclass(frozen=True)
class ItemUnscheduled(ItemChanged):
    """It stands on no agenda any more; `item` is as it was on it."""


@dataclass(frozen=True)
class ItemScoped(ItemChanged):
    """It is said anew whose matter it is."""


@dataclass(frozen=True)
class WordingFrozen(ItemChanged):
    """The motion has its exact words; earlier ones count no more."""

    wording: Wording


@dataclass(frozen=True)
class ExpertAsked(ItemChanged):
    """Somebody would like to hear a guide of this field about it, for the first time."""

    expertise: Expertise
    by: int
    """Telegram id."""


@dataclass(frozen=True)
class ExpertSought(ItemChanged):
    """Somebody would like to hear a guide whom the community does not have yet."""


@dataclass(frozen=True)
class PointMade(ItemChanged):
    point: Point
