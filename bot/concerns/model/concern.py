"""A concern, and what may be done to it in which state."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.concerns.model.life import MOVES, Deed, State
from bot.concerns.model.refusals import AnsweredAlready, ClaimedAlready, Closed, NothingToConfirm
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


@dataclass(frozen=True)
class Staff:
    """Who works on a concern."""

    telegram_id: int
    name: str


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
    due_at: datetime
    """By when a person answers for the first time."""
    state: State = State.RECEIVED
    handler: Staff | None = None
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
    def last_word(self) -> int | None:
        """Telegram id of who says whether it is solved: its author, or who told it for somebody without a phone."""
        return self.author.telegram_id or self.told_by

    def claimed(self, by: Staff) -> "Concern":
        """`by` takes it on. Raises `ClaimedAlready`, `AnsweredAlready`, `Closed`."""
        if self.handler is not None and self.state is State.CLAIMED:
            if self.handler.telegram_id != by.telegram_id:
                raise ClaimedAlready(self.number, self.handler.name)
            return self
        return replace(self.moved(Deed.CLAIM), handler=by)

    def handed_to(self, liaison: Staff) -> "Concern":
        """`liaison` takes it on, asked by a moderator. Raises `AnsweredAlready`, `Closed`."""
        return replace(self.moved(Deed.HAND_OVER), handler=liaison)

    def answered(self, by: Staff) -> "Concern":
        """A person has answered. Raises `Closed`."""
        return replace(self.moved(Deed.ANSWER), handler=self.handler or by)

    def confirmed(self) -> "Concern":
        """The resident says that it is solved; saying so twice is once. Raises `NothingToConfirm`."""
        return self if self.state is State.CONFIRMED else self.moved(Deed.CONFIRM)

    def reopened(self) -> "Concern":
        """The resident says that it is not solved; saying so twice is once."""
        return self if self.state is State.REOPENED else self.moved(Deed.REOPEN)

    def moved(self, deed: Deed) -> "Concern":
        """The concern after `deed`. Raises what `_refusal` says where the table has no such move."""
        if self.state not in MOVES[deed]:
            raise self._refusal(deed)
        return replace(self, state=MOVES[deed][self.state])

    def _refusal(self, deed: Deed) -> Refused:
        if deed in (Deed.CONFIRM, Deed.REOPEN):
            return NothingToConfirm(self.number)
        if self.state is State.ANSWERED and self.handler is not None:
            return AnsweredAlready(self.number, self.handler.name)
        return Closed(self.number)
