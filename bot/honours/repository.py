"""What must be kept about honours, and what is read out of the ledger for them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.honours.model.certificate import Certificate, Honour
from bot.honours.model.pioneer import Award, AwardId, Nominee, NomineeId, Stage, Way
from bot.honours.model.thanks import Doer, ThanksDue
from bot.kit.people import CommunityId
from bot.points.model.ledger import Rule


class Deeds(Protocol):
    """What the ledger knows that people did: entries that were paid and not reversed."""

    def of(self, community: CommunityId, telegram_id: int, since: date | None = None) -> Mapping[Rule, int]:
        """How often each rule paid somebody."""

    def days(self, community: CommunityId, telegram_id: int, since: date) -> Sequence[date]:
        """On which days something other than a quest paid somebody, the earliest first."""

    def doers(self, community: CommunityId, since: date, until: date, building: int | None = None) -> Sequence[Doer]:
        """Everybody on the roll who did something with `since <= day < until`, in the order of the roll."""

    def households(
        self, community: CommunityId, since: date, until: date, building: int | None = None
    ) -> Mapping[int, tuple[int, int]]:
        """By building: how many households did something that is no quest, and how many there are."""

    def communities(self, ids: Collection[int]) -> Sequence[CommunityId]:
        """Where the ledger's accounts with these ids are."""


class Honours(Protocol):
    """Thanks that are due, who wants to stand in no list, and certificates."""

    def opted_out(self, community: CommunityId, telegram_id: int) -> bool: ...

    def opt(self, community: CommunityId, telegram_id: int, out: bool) -> None:
        """Twice is once."""

    def unplanned(self) -> Sequence[CommunityId]:
        """Communities of which no thanks are due."""

    def plan(self, due: ThanksDue) -> None:
        """In place of what was due."""

    def due(self, now: datetime, most: int) -> Sequence[ThanksDue]: ...

    def certificate(
        self, community: CommunityId, telegram_id: int, honour: Honour, year: int
    ) -> Certificate | None: ...

    def with_code(self, code: str) -> Certificate | None: ...

    def certify(self, certificate: Certificate) -> None: ...


class Awards(Protocol):
    """The yearly award."""

    def without(self, year: int) -> Sequence[CommunityId]:
        """Communities that have none of this year."""

    def open(self, community: CommunityId, year: int, way: Way, ends_at: datetime) -> Award: ...

    def latest(self, community: CommunityId) -> Award | None: ...

    def get(self, award: AwardId) -> Award:
        """Raises `NoAward`."""

    def move(self, award: AwardId, stage: Stage, at: datetime) -> Award: ...

    def due(self, now: datetime) -> Sequence[Award]:
        """Those whose stage has ended."""

    def nominate(self, award: AwardId, nominee: int, building: int, by: int, household: int) -> bool:
        """Note it, once for each household; whether nobody had nominated this person before."""

    def nominated(self, award: AwardId, nominee: int, household: int) -> bool:
        """Whether this household has nominated this person."""

    def count_by(self, award: AwardId, household: int) -> int:
        """How many a household has nominated."""

    def nominees(self, award: AwardId, *, shortlisted: bool = False) -> Sequence[Nominee]:
        """All, or those on the list, in the order of the buildings."""

    def nominee(self, award: AwardId, telegram_id: int) -> Nominee | None: ...

    def save(self, nominee: Nominee) -> None:
        """What became of the nomination."""

    def vote(self, award: AwardId, voter: int, nominee: NomineeId) -> None:
        """In place of an earlier vote."""

    def vote_of(self, award: AwardId, voter: int) -> NomineeId | None: ...

    def count_and_forget_votes(self, award: AwardId) -> Mapping[NomineeId, int]:
        """How many each has; who voted for whom is deleted."""

    def won_by(self, community: CommunityId, telegram_id: int) -> Sequence[int]:
        """The years in which somebody was a pioneer."""
