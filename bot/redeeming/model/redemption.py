"""The life of a redemption: kept for a person, handed over, confirmed by both sides; or given back with its points."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NewType

from bot.config import RedeemingRules
from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.redeeming.model.good import GoodId
from bot.residents.model import Resident

RedemptionId = NewType("RedemptionId", int)
NOBODY: Final = 0
"""The Telegram id of somebody who has had their data deleted."""
CODE_DIGITS: Final = 4


class State(StrEnum):
    RESERVED = "reserved"
    HANDED = "handed"
    """Staff says that it was handed over; who gets it is asked."""
    DONE = "done"
    UNDONE = "undone"
    EXPIRED = "expired"


class Deed(StrEnum):
    """What moves a redemption on."""

    HAND = "hand"
    RECEIVE = "receive"
    MISS = "miss"
    """Who was to get it says that they did not."""
    UNDO = "undo"
    EXPIRE = "expire"


OPEN: Final = (State.RESERVED, State.HANDED)
"""The code is somebody's, and something is still to come by its next date."""
GIVEN_BACK: Final = (State.UNDONE, State.EXPIRED)
"""The points have gone back, and so has the good."""
MOVES: dict[Deed, dict[State, State]] = {
    Deed.HAND: {State.RESERVED: State.HANDED},
    Deed.RECEIVE: {State.HANDED: State.DONE},
    Deed.MISS: {State.HANDED: State.RESERVED},
    Deed.UNDO: {State.RESERVED: State.UNDONE},
    Deed.EXPIRE: {State.RESERVED: State.EXPIRED},
}
"""Deed → state it is done in → state it leads to. What is not here is refused."""


@dataclass(frozen=True)
class Redemption:
    """`called` and `price` are the good's when it was reserved; `key` makes confirming twice once."""

    id: RedemptionId
    community: CommunityId
    good: GoodId
    called: str
    price: int
    telegram_id: int
    key: str
    code: str
    """Four digits, of which no other open redemption of the community has the same."""
    reserved_at: datetime
    until: datetime
    """At which moment it goes back to the shelf, unless it was handed over."""
    state: State = State.RESERVED
    due_at: datetime | None = None
    """When somebody is reminded next, or time decides; None for what is over."""
    reminded: bool = False
    handed_by: int | None = None
    """Telegram id of whoever says that they handed it over."""
    turn: int = 0
    """How often it was handed over by now: a button of an earlier time is not about this one."""

    @property
    def given_back(self) -> bool:
        return self.state in GIVEN_BACK

    def can_undo_until(self, rules: RedeemingRules) -> datetime:
        """The last moment at which its owner may change their mind."""
        return self.reserved_at + timedelta(minutes=rules.undo_minutes)

    def undone(self, now: datetime, rules: RedeemingRules) -> "Redemption":
        """Raises `TooLateToUndo`, `RedemptionMovedOn`."""
        if self.state is State.RESERVED and now > self.can_undo_until(rules):
            raise TooLateToUndo(self.called, rules.undo_minutes)
        return self.moved(Deed.UNDO, now, rules)

    def handed(self, by: int, now: datetime, rules: RedeemingRules) -> "Redemption":
        """Raises `RedemptionMovedOn`."""
        return replace(self.moved(Deed.HAND, now, rules), handed_by=by, turn=self.turn + 1)

    def moved(self, deed: Deed, now: datetime, rules: RedeemingRules) -> "Redemption":
        """As it is after `deed`. Raises `RedemptionMovedOn` where the table has no such move."""
        if self.state not in MOVES[deed]:
            raise RedemptionMovedOn(self.called)
        after = replace(self, state=MOVES[deed][self.state])
        if deed is Deed.MISS:  # what went wrong at the desk costs nobody a day
            after = replace(after, until=max(after.until, now + timedelta(days=rules.hold_days)), reminded=False)
        return after.dated(now, rules)

    def dated(self, now: datetime, rules: RedeemingRules) -> "Redemption":
        """With the next moment at which something happens, if nobody does anything from `now` on."""
        return replace(self, due_at=_next_date(self, now, rules))


def _next_date(redemption: Redemption, now: datetime, rules: RedeemingRules) -> datetime | None:
    match redemption.state:
        case State.RESERVED if redemption.reminded:
            return redemption.until
        case State.RESERVED:
            return max(now, redemption.until - timedelta(days=rules.remind_days))
        case State.HANDED:
            return now + timedelta(days=rules.answer_days)
    return None


@dataclass(frozen=True)
class Pickup:
    """A redemption as who hands it over sees it; None for somebody who has left the roll."""

    redemption: Redemption
    resident: Resident | None


@dataclass(frozen=True)
class Own:
    """One's redemptions, the newest first, at this moment."""

    redemptions: Sequence[Redemption]
    now: datetime
    rules: RedeemingRules


@dataclass(frozen=True)
class RedemptionChanged(Event):
    """Base: something happened to a redemption; it is given as it is after that."""

    redemption: Redemption


class Handed(RedemptionChanged):
    pass


@dataclass(frozen=True)
class Missed(RedemptionChanged):
    """Its owner says that they did not get it."""

    by: str
    """The owner's name."""
    handed_by: int


class RedemptionExpired(RedemptionChanged):
    pass


class PickupNear(RedemptionChanged):
    """It was not fetched, and soon goes back to the shelf."""


class NoRedemption(Refused):
    """There is no such redemption of this person."""


@dataclass(eq=False)
class TooLateToUndo(Refused):
    called: str
    minutes: int


@dataclass(eq=False)
class RedemptionMovedOn(Refused):
    """It is not in a state in which this can be done, or no longer."""

    called: str


@dataclass(eq=False)
class NoSuchCode(Refused):
    """Nothing waits under these digits."""

    code: str


class OwnPickup(Refused):
    """Two sides are two people: nobody hands something over to themselves."""
