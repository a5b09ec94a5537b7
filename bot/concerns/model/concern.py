"""A concern, and what becomes of it by each deed."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.concerns.model.deadline import Deadline, Times, following, resumed, time_left
from bot.concerns.model.life import ANSWERED, CLOSED, MOVES, NEED_WORDS, Deed, Entry, State
from bot.concerns.model.refusals import (
    AnsweredAlready,
    ClaimedAlready,
    Closed,
    NothingToConfirm,
    NotLikeThat,
    NotThisOne,
)
from bot.concerns.model.told import Spot, Told
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.residents.model import Resident

ConcernId = NewType("ConcernId", int)


class Origin(StrEnum):
    """By which door it came in."""

    PRIVATE = "private"
    GROUP = "group"
    PHOTO = "photo"
    """In private, by a photo sent first."""
    VOICE = "voice"
    """In private, by a voice message sent first."""
    LIAISON = "liaison"
    """Told by a liaison or moderator for somebody who asked for it."""
    PAPER = "paper"
    """A slip of paper, typed in."""


class Partner(StrEnum):
    """To whom a concern can be forwarded."""

    GOVERNMENT = "government"
    PROPERTY = "property"
    OWNERS = "owners"
    """The owners' meeting."""


@dataclass(frozen=True)
class Staff:
    """Who works on a concern."""

    telegram_id: int
    name: str


@dataclass(frozen=True)
class Promise:
    """What the staff has said about how it goes on: a plan, whom it was forwarded to, why it waits."""

    words: str = ""
    to: Partner | None = None
    left: timedelta | None = None
    """Of a pause: the time that is kept for afterwards."""


@dataclass(frozen=True)
class Line:
    """A line of a concern's history: who did what, and what they said with it."""

    id: int
    concern: ConcernId
    deed: Deed | Entry
    by: int
    """Telegram id; 0 for time itself and for those who have been forgotten."""
    at: datetime
    words: str = ""
    photo: str | None = None
    until: datetime | None = None
    """The day that was said, whatever was said or came due since; None too where it was not kept yet."""
    to: Partner | None = None
    """To whom it was forwarded with this line."""


@dataclass(frozen=True)
class Concern:
    """A resident's concern; `number` counts in its community."""

    id: ConcernId
    community: CommunityId
    number: int
    key: str
    author: Resident
    told: Told
    where: str
    building: int | None
    category: str
    origin: Origin
    raised_at: datetime
    deadline: Deadline | None
    """None only in states in which nothing is due any more."""
    state: State = State.RECEIVED
    handler: Staff | None = None
    promise: Promise = Promise()
    original: ConcernId | None = None
    """Of a duplicate: as what it goes on."""
    answered_at: datetime | None = None
    """When a person said something for the first time."""
    closed_at: datetime | None = None
    told_by: int | None = None
    """Telegram id of who told it on the author's behalf."""
    named: bool = False
    """Whether its author lets everybody read their name."""
    spot: Spot | None = None
    """Where it is, of somebody who sent a location in place of words."""

    @property
    def served_by(self) -> int:
        """The building whose liaison it concerns: where it is, else where its author lives."""
        return self.author.household.building if self.building is None else self.building

    @property
    def open(self) -> bool:
        return self.state not in CLOSED

    def can(self, deed: Deed) -> bool:
        """Whether the table of moves has it."""
        return self.state in MOVES[deed]

    @property
    def last_word(self) -> int | None:
        """Telegram id of who says whether it is solved: its author, or who told it for somebody without a phone."""
        return self.author.telegram_id or self.told_by

    def claimed(self, by: Staff, times: Times) -> "Concern":
        """`by` takes it on; twice is once. Raises `ClaimedAlready`, `AnsweredAlready`, `Closed`."""
        if self.handler is not None and self.can(Deed.CLAIM) and self.state is not State.REOPENED:
            if self.handler.telegram_id != by.telegram_id:
                raise ClaimedAlready(self.number, self.handler.name)
            return self
        return replace(self.moved(Deed.CLAIM, times), handler=by)

    def handed_to(self, somebody: Staff, times: Times) -> "Concern":
        """`somebody` takes it on, asked by a moderator; twice is once. Raises `AnsweredAlready`, `Closed`."""
        moved = self.moved(Deed.HAND_OVER, times)
        known = moved.handler is not None and moved.handler.telegram_id == somebody.telegram_id
        return moved if known else replace(moved, handler=somebody)

    def said(
        self,
        deed: Deed,
        by: Staff,
        times: Times,
        *,
        words: str = "",
        day: date | None = None,
        to: Partner | None = None,
    ) -> "Concern":
        """The staff says how it goes on. Raises `Closed`, `AnsweredAlready`, `NotLikeThat`, `DayIsPast`, `Overdue`."""
        left = time_left(self.deadline, times) if deed is Deed.PAUSE and self.can(deed) else None
        after = replace(self.moved(deed, times, day), handler=self.handler or by)
        return after if deed is Deed.ANSWER else replace(after, promise=Promise(words, to, left))

    def resumed(self, times: Times) -> "Concern":
        """A pause is over, by hand or by time. Raises `NotLikeThat`, `Closed`, `AnsweredAlready`."""
        after = self.moved(Deed.RESUME, times)
        return replace(after, deadline=resumed(self.deadline, self.promise.left or timedelta(), times))

    def joined_to(self, original: "Concern", times: Times) -> "Concern":
        """It is the same matter as another one that is open. Raises `NotThisOne`, and what `moved` raises."""
        if original.id == self.id or original.community != self.community or not original.open:
            raise NotThisOne(original.number)
        return replace(self.moved(Deed.JOIN, times), original=original.id)

    def confirmed(self, times: Times) -> "Concern":
        """The resident says that it is solved; saying so twice is once. Raises `NothingToConfirm`."""
        return self if self.state in (State.CONFIRMED, State.ACCEPTED) else self.moved(Deed.CONFIRM, times)

    def reopened(self, times: Times) -> "Concern":
        """The resident says that it is not solved; saying so twice is once. Raises `NothingToConfirm`."""
        return self if self.state is State.REOPENED else self.moved(Deed.REOPEN, times)

    def withdrawn(self, times: Times) -> "Concern":
        """The resident needs it no more; twice is once. Raises `Closed`."""
        return self if self.state is State.WITHDRAWN else self.moved(Deed.WITHDRAW, times)

    def moved(self, deed: Deed, times: Times, day: date | None = None) -> "Concern":
        """The concern after `deed`. Raises what `_refusal` says where the table has no such move."""
        if not self.can(deed):
            raise self._refusal(deed)
        state = MOVES[deed][self.state]
        answered_at = self.answered_at or (times.now if deed in NEED_WORDS else None)
        closed_at = (self.closed_at or times.now) if state in CLOSED else None
        deadline = following(self.deadline, state, times, day)
        return replace(self, state=state, deadline=deadline, answered_at=answered_at, closed_at=closed_at)

    def _refusal(self, deed: Deed) -> Refused:
        if deed in (Deed.CONFIRM, Deed.REOPEN):
            return NothingToConfirm(self.number)
        if self.state in ANSWERED and self.handler is not None:
            return AnsweredAlready(self.number, self.handler.name)
        return NotLikeThat(self.number) if self.open else Closed(self.number)
