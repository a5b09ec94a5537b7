"""A vote: what is asked of whom, by which rule, from when until when, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.agenda.model.item import ItemId, digest_of
from bot.kit.people import CommunityId
from bot.sittings.model.sitting import SittingId
from bot.votes.model.any_rule import AnyRule, OwnersRule
from bot.votes.model.card import OptionRow, check_card
from bot.votes.model.count import Outcome
from bot.votes.model.refusals import ExtendedBefore, MustBeNamed, NotExtended, VoteOver

VoteId = NewType("VoteId", int)


class Secrecy(StrEnum):
    """Declared before the first ballot."""

    NAMED = "named"
    """Who said what is in the record, once the vote is closed."""
    DETACHED = "detached"
    """Once it is closed nobody can tell whose a ballot is; until then the operator could, and Telegram always can."""


class State(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    """Counted."""
    ANNULLED = "annulled"
    """Never counted."""


@dataclass(frozen=True)
class Motion:
    """What is to be voted on, as whoever opens the vote puts it."""

    item: ItemId
    rule: AnyRule
    secrecy: Secrecy
    closes_at: datetime
    changeable: bool = True
    """Whether a ballot may be cast anew until the vote closes; the last one counts. Otherwise the first one stands."""
    card: Sequence[OptionRow] = ()
    """Of each option but 都不同意."""
    basis: str = ""
    """By what law an owners' vote binds; without one it only asks for their opinion: 意向征询."""

    def check(self) -> None:
        """Raises `MustBeNamed`, `CardMissing`, `RuleOfPresent`."""
        if isinstance(self.rule, OwnersRule) and self.secrecy is not Secrecy.NAMED:
            raise MustBeNamed
        check_card(self.rule, self.card)


@dataclass(frozen=True)
class Extension:
    """Once a vote, for a reason that everybody reads."""

    at: datetime
    by: int
    """Telegram id; 0 once they have had their data deleted."""
    reason: str
    before: datetime
    """When it would have closed."""


@dataclass(frozen=True)
class Vote:
    """`number` counts in its community; `key` is the draft's, so that opening twice is once."""

    id: VoteId
    community: CommunityId
    number: int
    key: str
    motion: Motion
    sitting: SittingId
    """At which it was opened."""
    what: str
    """The item in a few words."""
    words: str
    """Of the motion, exactly; frozen with the item."""
    digest: str
    """SHA-256 of the words in UTF-8, in hex."""
    opened_at: datetime
    opened_by: int
    """Telegram id; 0 once they have had their data deleted."""
    entitled: int = 0
    """How many ballots there can be: the roll as it was at the opening."""
    closes_at: datetime | None = None
    """Where it is not `motion.closes_at` any more."""
    state: State = State.OPEN
    extension: Extension | None = None
    ended_at: datetime | None = None
    reason: str = ""
    """Why it was annulled."""
    took_part: int | None = None
    """How many ballots were cast; None until it is closed."""
    outcome: Outcome | None = None
    charter: int = 0
    """The version of the charter under which it was opened; 0 where there was none yet."""

    @property
    def item(self) -> ItemId:
        return self.motion.item

    @property
    def rule(self) -> AnyRule:
        return self.motion.rule

    @property
    def secrecy(self) -> Secrecy:
        return self.motion.secrecy

    @property
    def ends_at(self) -> datetime:
        """From this second on no ballot is taken."""
        return self.closes_at or self.motion.closes_at

    @property
    def advisory(self) -> bool:
        """意向征询: it binds nobody."""
        return isinstance(self.rule, OwnersRule) and not self.motion.basis

    @property
    def intact(self) -> bool:
        """Whether these still are the words that were frozen."""
        return digest_of(self.words) == self.digest

    def runs(self, now: datetime) -> bool:
        return self.state is State.OPEN and now < self.ends_at

    def check_runs(self, now: datetime) -> None:
        """Raises `VoteOver`."""
        if not self.runs(now):
            raise VoteOver(self.number, self.state is State.ANNULLED)

    def extended(self, now: datetime, until: datetime, by: int, reason: str) -> "Vote":
        """Raises `VoteOver`, `ExtendedBefore`, `NotExtended` where it would not close later."""
        self.check_runs(now)
        if self.extension is not None:
            raise ExtendedBefore(self.number)
        if until <= self.ends_at:
            raise NotExtended(self.number, self.ends_at)
        return replace(self, closes_at=until, extension=Extension(now, by, reason, self.ends_at))

    def annulled(self, now: datetime, reason: str) -> "Vote":
        """Raises `VoteOver` once it is closed. What was annulled stays so, for the first reason."""
        if self.state is State.ANNULLED:
            return self
        self.check_runs(now)
        return replace(self, state=State.ANNULLED, ended_at=now, reason=reason)

    def closed(self, took_part: int, outcome: Outcome) -> "Vote":
        """At the second that was told, whenever that is noticed."""
        return replace(self, state=State.CLOSED, ended_at=self.ends_at, took_part=took_part, outcome=outcome)
