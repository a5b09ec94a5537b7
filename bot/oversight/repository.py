"""What must be kept and counted for a month of supervision."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.kit.people import CommunityId
from bot.oversight.model import Done, HandedOver, Moved, Pack, Slip, Span


class Oversight(Protocol):
    """When packs are due, those that were made, and what they count."""

    def unplanned(self) -> Sequence[CommunityId]: ...

    def plan(self, community: CommunityId, at: datetime) -> None: ...

    def due(self, now: datetime, most: int) -> Sequence[CommunityId]: ...

    def keep(self, pack: Pack) -> bool:
        """A new one; False where there is one of this month."""

    def save(self, pack: Pack) -> None:
        """Its minutes; the figures stay as they are."""

    def of(self, community: CommunityId, month: date) -> Pack | None: ...

    def months(self, community: CommunityId, most: int) -> Sequence[date]:
        """The newest first."""

    def to_remind(self, now: datetime, most: int) -> Sequence[Pack]: ...

    def moved(self, community: CommunityId, span: Span) -> Sequence[Moved]:
        """By rule; all entries of the days."""

    def handed_over(self, community: CommunityId, span: Span) -> Sequence[HandedOver]:
        """What the ledger has paid for in these days, by name."""

    def late_concerns(self, community: CommunityId, now: datetime) -> tuple[int, Sequence[Slip]]:
        """How many are open, and those whose deadline has passed."""

    def late_items(self, community: CommunityId, before: datetime) -> Sequence[Slip]:
        """Those that are not over and have stood in their step since before then."""

    def breaches(self, community: CommunityId, span: Span) -> int:
        """Concerns of which the clock noted a deadline that passed."""

    def deeds(self, community: CommunityId, span: Span) -> Sequence[Done]:
        """The most frequent first."""
