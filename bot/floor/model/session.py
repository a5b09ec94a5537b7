"""A sitting as it is held: opened, attended, its items treated one after the other, closed or adjourned."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.agenda.model.item import ItemId, Outcome
from bot.attendance.model.quorum import Quorum
from bot.floor.model.refusals import Adjourned, MoreVotesThanPeople, NothingCast, NotOpen
from bot.kit.people import CommunityId
from bot.sittings.model.sitting import SittingId


class Origin(StrEnum):
    """From where somebody takes part; both count alike."""

    ON_SITE = "on_site"
    """By the code that stands in the room."""
    REMOTE = "remote"
    """By the button in the group."""


@dataclass(frozen=True)
class CheckIn:
    """Somebody takes part, once a sitting; the first origin stays."""

    sitting: SittingId
    telegram_id: int
    """0 once they have had their data deleted."""
    origin: Origin
    at: datetime


@dataclass(frozen=True)
class Present:
    """Who is there, and whom the quorum counts of them."""

    people: int
    """Everybody who has checked in, however they came."""
    remote: int
    counted: int
    """Representatives and alternates who stand in; without a council, everybody."""
    seats: int
    needed: int

    @property
    def quorum_met(self) -> bool:
        return Quorum(self.seats, self.needed).met_by(self.counted)

    @property
    def missing(self) -> int:
        """How many more have to come."""
        return Quorum(self.seats, self.needed).missing(self.counted)


@dataclass(frozen=True)
class Session:
    """What became of a sitting. `opened_at` is None where nobody ever opened it: then it was not held."""

    sitting: SittingId
    community: CommunityId
    opened_at: datetime | None
    chair: int
    """Telegram id of who chairs now, or did at the end; 0 for nobody, and once they have had their data deleted."""
    code: str
    """Four digits that are shown in the room."""
    closed_at: datetime | None = None
    adjourned: bool = False
    """Closed for want of a quorum, or never opened."""
    present: Present | None = None
    """As it was when it was closed."""

    @property
    def runs(self) -> bool:
        return self.opened_at is not None and self.closed_at is None

    @property
    def with_quorum(self) -> bool:
        """Whether it counts as held (row R089)."""
        return self.present is not None and self.present.quorum_met and not self.adjourned

    def check_runs(self) -> None:
        """Raises `NotOpen` where it is closed, or was never opened."""
        if not self.runs:
            raise NotOpen

    def closed(self, at: datetime, present: Present, *, adjourned: bool) -> "Session":
        """Once: closed stays as it was closed. Raises `Adjourned` where it had a quorum and shall be adjourned."""
        if self.closed_at is not None:
            return self
        if adjourned and present.quorum_met:
            raise Adjourned
        return replace(self, closed_at=at, adjourned=adjourned, present=present)


def not_held(sitting: SittingId, community: CommunityId, at: datetime, present: Present) -> Session:
    """Of a sitting that nobody opened."""
    return Session(sitting, community, None, 0, "", closed_at=at, adjourned=True, present=present)


@dataclass(frozen=True)
class Result:
    """What was counted, and what follows by the rule: adopted when more say yes than no."""

    yes: int
    no: int
    abstained: int
    outcome: Outcome

    @property
    def cast(self) -> int:
        return self.yes + self.no + self.abstained


def result_of(yes: int, no: int, abstained: int, most: int) -> Result:
    """More yes than no adopts, a tie does not; who abstains counts on neither side.

    `most`: how many of those entitled are there. Raises `MoreVotesThanPeople`, `NothingCast`.
    """
    if min(yes, no, abstained) < 0 or yes + no + abstained > most:
        raise MoreVotesThanPeople(yes + no + abstained, most)
    if not yes + no + abstained:
        raise NothingCast
    return Result(yes, no, abstained, Outcome.ADOPTED if yes > no else Outcome.REJECTED)


class TalkOnly(StrEnum):
    """Why an item is talked about and not voted on."""

    LATE = "late"
    """It stood on no agenda that was published."""
    NOTICE = "notice"
    """The group had it too late."""
    WORDING = "wording"
    """Its motion has no frozen words, or other ones than were published."""
    QUORUM = "quorum"
    STEP = "step"
    """It has not come to ③ yet."""


@dataclass(frozen=True)
class Treated:
    """An item at a sitting: `voted` where it may be resolved, else why not."""

    sitting: SittingId
    item: ItemId
    position: int
    """In which order it was opened, from 1."""
    opened_at: datetime
    opened_by: int
    closed_at: datetime | None = None
    voted: bool = False
    talk_only: TalkOnly | None = None
    result: Result | None = None


def may_open(starts_at: datetime, now: datetime, hours_before: int, ends: datetime) -> bool:
    """From some hours before the start until the end of the day."""
    return starts_at - timedelta(hours=hours_before) <= now < ends


def check_in_from(starts_at: datetime, opened_at: datetime, minutes_before: int) -> datetime:
    """When checking in begins: once it is open, at the earliest so many minutes before the start."""
    return max(opened_at, starts_at - timedelta(minutes=minutes_before))


def present_of(check_ins: Collection[CheckIn], entitled: Collection[int], needed: Quorum) -> Present:
    """`entitled`: Telegram ids of representatives and of alternates who stand in; unused where there is no council."""
    counted = len({one.telegram_id for one in check_ins} & set(entitled)) if needed.seats else len(check_ins)
    remote = sum(one.origin is Origin.REMOTE for one in check_ins)
    return Present(len(check_ins), remote, counted, needed.seats, needed.needed)
