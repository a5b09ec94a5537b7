"""The life of a small wish: made, taken on by one neighbour while others wait their turn, granted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NewType

from bot.config import WishRules
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.residents.model import Resident

WishId = NewType("WishId", int)
NOBODY: Final = 0
"""The Telegram id of somebody who has had their data deleted."""


class State(StrEnum):
    OPEN = "open"
    OFFERED = "offered"
    """Who waited longest is asked whether they still come."""
    CLAIMED = "claimed"
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"
    TAKEN_DOWN = "taken_down"


class Deed(StrEnum):
    """What moves a wish on."""

    CLAIM = "claim"
    OFFER = "offer"
    GIVE_BACK = "give_back"
    WAIT = "wait"
    GRANT = "grant"
    WITHDRAW = "withdraw"
    TAKE_DOWN = "take_down"


LIVE: Final = (State.OPEN, State.OFFERED, State.CLAIMED)
"""Something is still to come of it, by its next date."""
MOVES: dict[Deed, dict[State, State]] = {
    Deed.CLAIM: {State.OPEN: State.CLAIMED, State.OFFERED: State.CLAIMED},
    Deed.OFFER: {State.OPEN: State.OFFERED},
    Deed.GIVE_BACK: {State.OFFERED: State.OPEN, State.CLAIMED: State.OPEN},
    Deed.WAIT: {State.OPEN: State.OPEN, State.CLAIMED: State.CLAIMED},
    Deed.GRANT: {State.CLAIMED: State.GRANTED},
    Deed.WITHDRAW: dict.fromkeys(LIVE, State.WITHDRAWN),
    Deed.TAKE_DOWN: dict.fromkeys((*LIVE, State.GRANTED), State.TAKEN_DOWN),
}
"""Deed → state it is done in → state it leads to. What is not here is refused."""


@dataclass(frozen=True)
class Neighbour:
    """Somebody as the roll has them now; without name and address once they have left it."""

    telegram_id: int
    building: int
    """Where they lived when they made the wish or took it on."""
    name: str = ""
    address: str = ""

    @property
    def gone(self) -> bool:
        """Has had their data deleted."""
        return self.telegram_id == NOBODY


def neighbour(resident: Resident) -> Neighbour:
    """A resident who has joined."""
    home = resident.household
    return Neighbour(resident.telegram_id or NOBODY, home.building, resident.name, home.address)


@dataclass(frozen=True)
class Wish:
    """`number` counts in its community; `key` is the draft's."""

    id: WishId
    community: CommunityId
    number: int
    key: str
    wisher: Neighbour
    text: str
    photo: str | None
    """Telegram's file id."""
    wished_at: datetime
    state: State = State.OPEN
    due_at: datetime | None = None
    """When somebody is asked next, or what was asked lapses; None for what is over."""
    asked: bool = False
    helper: Neighbour | None = None
    """Who is asked, comes, or came."""
    turn: int = 0
    """How many helpers there were by now: a button of an earlier one is not about this one."""
    named: bool = False
    """Whether the helper's name may stand in the group."""
    thanked: bool = False
    """Whether the wisher has written thanks in their own words."""
    reason: str = ""
    """Why it was taken down."""

    @property
    def live(self) -> bool:
        return self.state in LIVE

    def helped_by(self, telegram_id: int) -> bool:
        return self.helper is not None and self.helper.telegram_id == telegram_id

    def claimed(self, by: Neighbour) -> "Wish":
        """`by` comes: the one who was asked, or anybody while nobody is. Raises `WishOver`."""
        turn = self.turn if self.state is State.OFFERED else self.turn + 1
        return replace(self.moved(Deed.CLAIM), helper=by, turn=turn)

    def offered(self, to: Neighbour) -> "Wish":
        """`to` is asked whether they come."""
        return replace(self.moved(Deed.OFFER), helper=to, turn=self.turn + 1)

    def given_back(self) -> "Wish":
        """The helper does not come. Raises `WishOver`."""
        return replace(self.moved(Deed.GIVE_BACK), helper=None)

    def ended(self, deed: Deed, reason: str = "") -> "Wish":
        """Withdrawn or taken down. Raises `WishOver`."""
        return replace(self.moved(deed), helper=None, named=False, reason=reason)

    def moved(self, deed: Deed) -> "Wish":
        """The wish after `deed`, nobody asked. Raises `WishOver` where the table has no such move."""
        if self.state not in MOVES[deed]:
            raise WishOver(self.number)
        return replace(self, state=MOVES[deed][self.state], asked=False)


def next_date(wish: Wish, rules: WishRules, now: datetime) -> datetime | None:
    """When something happens to the wish, if nobody does anything from `now` on."""
    if not wish.live:
        return None
    days = {State.OPEN: rules.unclaimed_days, State.CLAIMED: rules.claimed_days}
    return now + timedelta(days=rules.answer_days if wish.asked else days.get(wish.state, rules.answer_days))


def check_length(words: str, rules: WishRules) -> None:
    """Raises `WishTooLong`."""
    if len(words) > rules.characters:
        raise WishTooLong(rules.characters)


@dataclass(frozen=True)
class Waiting:
    """A place in a wish's queue; `position` counts from 1."""

    id: int
    telegram_id: int
    position: int


@dataclass(frozen=True)
class Standing:
    """A wish and where somebody stands with it: in its queue, or else as its wisher or helper."""

    wish: Wish
    mine: bool = False
    """Whether it is their own wish."""
    waiting: Waiting | None = None


@dataclass(frozen=True)
class WishPage:
    """One page of open wishes, to somebody with this Telegram id."""

    wishes: Sequence[Wish]
    page: int
    pages: int
    reader: int
    moderates: bool


class NoWish(Refused):
    """There is no such wish here, or its wisher has left."""


class NoWishDraft(Refused):
    """The draft that this button belongs to is finished or was dropped."""


class OwnWish(Refused):
    """Nobody grants their own wish."""


@dataclass(eq=False)
class WishOver(Refused):
    """Nothing can be done about it any more, or not this."""

    number: int


@dataclass(eq=False)
class WishMovedOn(Refused):
    """The button is of an earlier turn, or of somebody else's wish."""

    number: int


@dataclass(eq=False)
class WishTooLong(Refused):
    most: int


@dataclass(eq=False)
class EnoughWishes(Refused):
    """So many wishes of one person are open already."""

    most: int


@dataclass(eq=False)
class NoReason(Refused):
    """What is taken down is taken down for a reason, which its wisher reads."""

    most: int
