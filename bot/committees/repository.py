"""What must be kept about committees."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.committees.model import Committee, CommitteeMonth, Counted
from bot.kit.people import CommunityId
from bot.reports.model.dates import Span


class Committees(Protocol):
    def all(self, community: CommunityId) -> Sequence[Committee]:
        """Those that have not ended."""

    def found(self, community: CommunityId, name: str, at: datetime) -> Committee: ...

    def save(self, committee: Committee) -> None:
        """Its categories."""

    def end(self, committee: Committee, at: datetime) -> None:
        """Nothing is its own any more."""


class CommitteeMonths(Protocol):
    """Their reports of each month, and what these are counted from."""

    def counted(self, committee: Committee, span: Span, now: datetime) -> Counted: ...

    def keep(self, month: CommitteeMonth) -> bool:
        """A new one; False where there is one of this month."""

    def of(self, committee: int, month: date) -> CommitteeMonth | None: ...

    def months(self, committee: int, most: int) -> Sequence[date]:
        """The newest first."""
