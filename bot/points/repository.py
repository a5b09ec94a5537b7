"""What must be kept about points: accounts and entries, that are only ever added."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.floor.model.session import Session
from bot.kit.people import CommunityId
from bot.points.model.award import Given
from bot.points.model.books import Burst, Pair, Sum, Written
from bot.points.model.deed import Deed, DeedId, Sample, Sorting
from bot.points.model.ledger import Account, AccountId, Entry, EntryId, Kind, Owner, Posting, Reward, Room, Rule
from bot.residents.model import HouseholdId
from bot.votes.model.vote import Vote


class Ledger(Protocol):
    """The one place where points move. Nothing in it is changed or deleted; the database refuses that."""

    def account(self, owner: Owner) -> Account:
        """It is opened where there is none; this month's budget with what the community has set."""

    def find(self, owner: Owner) -> Account | None:
        """As `account`, where there is one already; only looks."""

    def this_month(self, community: CommunityId, kind: Kind) -> Owner:
        """Of the budgets, `BUDGET` or `GOODS`, the one that is good now."""

    def balance(self, owner: Owner) -> int:
        """0 where there is no account yet; of a budget what can be spent of it now. Costs the same however many
        entries there are."""

    def post(self, posting: Posting) -> Entry | None:
        """Write an entry; None, and nothing written, where its evidence has been used. Raises `NotEnoughPoints`."""

    def reward(self, reward: Reward) -> Entry | None:
        """Pay out of the budget what fits under the caps; None where nothing does, or the evidence has been used."""

    def reward_attendance(self, session: Session) -> int:
        """Pay all who have checked in, in one batch with one moment, within their caps; how many were paid.

        Raises `NotEnoughPoints` where the budget is too small for all, and then pays nobody.
        """

    def reward_voters(self, vote: Vote) -> int:
        """Pay all who have taken part in a closed vote, likewise; what they chose is not asked for."""

    def reverse(self, entry: EntryId, giver: int | None, note: str = "") -> Entry:
        """Write the opposite. Raises `NoEntry`, `ReversedAlready`, `NotEnoughPoints`."""

    def entry(self, entry: EntryId) -> Entry:
        """Raises `NoEntry`."""

    def with_evidence(self, community: CommunityId, evidence: str) -> Entry | None: ...

    def room(self, owner: Owner, rule: Rule) -> Room:
        """What may still be earned today."""

    def owner(self, account: AccountId) -> Owner: ...

    def given_today(self, community: CommunityId, giver: int) -> int:
        """What this person has awarded today, without what was reversed; nobody else awards in their name meanwhile."""

    def latest(self, owner: Owner, most: int) -> Sequence[Entry]:
        """The last entries of an account, the latest first."""

    def between(self, owner: Owner, since: date, until: date) -> Sequence[Entry]:
        """The entries with `since <= day < until`, in the order in which they were written."""

    def before(self, owner: Owner, day: date) -> int:
        """The balance with which this day began."""


class PointBooks(Protocol):
    """The same entries as moderators look at them: all of a community's, added up. Only looks."""

    def awarded(self, community: CommunityId, since: datetime, until: datetime) -> Sequence[Given]:
        """What each moderator gave with `since <= at < until` and nobody reversed, who gave most first."""

    def trial(self, community: CommunityId) -> Sequence[Sum]:
        """Each kind of account: what stands there, and what its entries add up to. Reads every entry."""

    def pairs(self, community: CommunityId, since: datetime, least: int) -> Sequence[Pair]:
        """Who gave to, or confirmed for, the same person so often from `since` on, the most often first."""

    def bursts(self, community: CommunityId, since: datetime, minutes: int, least: int) -> Sequence[Burst]:
        """Who gave or confirmed so often within so many minutes, from `since` on; the busiest spell of each."""

    def written(self, community: CommunityId, since: date, until: date) -> Iterator[Written]:
        """All entries with `since <= day < until`, in the order in which they were written."""


class GoodDeeds(Protocol):
    """Good deeds that people told of, and samples of sorted waste."""

    def add(self, deed: Deed) -> Deed:
        """Keep a new one; it comes back with its id."""

    def get(self, deed: DeedId) -> Deed:
        """Raises `NoDeed`."""

    def with_key(self, key: str) -> Deed | None: ...

    def save(self, deed: Deed) -> None:
        """Keep what was decided."""

    def sample(self, household: HouseholdId, day: date) -> Sample | None: ...

    def keep_sample(self, sample: Sample) -> Sample:
        """It comes back with its id."""

    def sorting(self, community: CommunityId, since: date, until: date) -> Sequence[Sorting]:
        """Of buildings looked at on `since <= day < until`; of a household the last look counts."""
