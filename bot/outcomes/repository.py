"""What must be kept about outcomes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.agenda.model.item import ItemId
from bot.kit.people import CommunityId
from bot.outcomes.model.statement import Statement
from bot.votes.model.vote import VoteId


class Outcomes(Protocol):
    """The outcomes of all closed votes, and the resolutions."""

    def state(self, statement: Statement) -> None:
        """Keep a new one."""

    def save(self, statement: Statement) -> None:
        """Keep what has become of it."""

    def resolve(self, statement: Statement) -> Statement:
        """Keep its resolution, which gets its number. The books refuse one whose vote was not carried."""

    def of(self, vote: VoteId, community: CommunityId | None) -> Statement:
        """Raises `NoOutcome`, also for another community's."""

    def numbered(self, community: CommunityId | None, number: int) -> Statement:
        """Raises `NoOutcome`."""

    def published_of(self, item: ItemId) -> Statement | None:
        """The one that is in its notice."""

    def due(self, now: datetime) -> Statement | None:
        """The earliest whose days are over; it is this transaction's."""

    def place_of(self, vote: VoteId, receipt: str) -> int | None:
        """How manieth it is among the receipts of this vote, sorted, from 1; None where it is none of them."""

    def count(self, community: CommunityId) -> int: ...

    def latest(self, community: CommunityId, most: int, skip: int) -> Sequence[Statement]:
        """The latest first."""
