"""What happens to wishes."""

from dataclasses import dataclass
from datetime import datetime

from bot.kit.events import Event
from bot.wishes.model.wish import Waiting, Wish


@dataclass(frozen=True)
class WishChanged(Event):
    """Base: something happened to a wish; it is given as it is after that."""

    wish: Wish


@dataclass(frozen=True)
class WishClaimed(WishChanged):
    in_group: bool
    """Whether the helper has had no room to read where to go."""


@dataclass(frozen=True)
class WishQueued(WishChanged):
    """In the group, where there is no room to read how to leave the queue."""

    waiting: Waiting


class WishOffered(WishChanged):
    pass


@dataclass(frozen=True)
class WishGivenBack(WishChanged):
    before: Wish
    lapsed: bool
    """Nobody said so: an answer did not come in time."""


@dataclass(frozen=True)
class WishGranted(WishChanged):
    waiting: tuple[int, ...]
    """Who needs to wait no longer: Telegram ids."""


@dataclass(frozen=True)
class WishThanked(WishChanged):
    words: str


@dataclass(frozen=True)
class WishEnded(WishChanged):
    """Withdrawn by its wisher, taken down, or lapsed."""

    before: Wish
    waiting: tuple[int, ...]
    lapsed: bool = False


@dataclass(frozen=True)
class WishDue(WishChanged):
    """Its date has come: who can move it on is asked."""

    at: datetime


class CardChanged(WishChanged):
    """It is new, or the group may read who helped, or no longer."""


@dataclass(frozen=True)
class PhotoWanted(WishChanged):
    telegram_id: int
    key: str
