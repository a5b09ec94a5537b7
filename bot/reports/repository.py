"""What must be kept and counted for reports."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.kit.people import CommunityId
from bot.reports.model.dates import Due, Span
from bot.reports.model.lists import Overdue, Ranked
from bot.reports.model.rates import Case


class Reports(Protocol):
    """The dates of reports, figures about concerns, and the ten of each month."""

    def unplanned(self) -> Sequence[CommunityId]:
        """Communities whose reports have no dates yet."""

    def plan(self, due: Due) -> None:
        """This is when it comes next."""

    def hasten(self, due: Due) -> None:
        """It comes by then at the latest."""

    def due(self, now: datetime, most: int) -> Sequence[Due]:
        """Those whose date has come, the earliest first."""

    def overdue(self, community: CommunityId, now: datetime, most: int) -> Overdue:
        """With `most` of the late ones at most, those first that have been late longest."""

    def raised(self, community: CommunityId, span: Span) -> int: ...

    def closed(self, community: CommunityId, span: Span) -> int: ...

    def cases(self, community: CommunityId, span: Span, raised_since: datetime) -> Sequence[Case]:
        """Those that were raised since then and before the end of `span`, closed in it, or are open again since it."""

    def foremost(self, community: CommunityId, most: int) -> Sequence[Ranked]:
        """The open concerns behind which the most households are; of equals the older one first."""

    def choose(self, community: CommunityId, month: date, ranked: Sequence[Ranked]) -> bool:
        """Fix the ten of a month; False where they are fixed already."""

    def chosen(self, community: CommunityId, month: date) -> Sequence[Ranked]: ...
