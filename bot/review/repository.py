"""What must be counted for reports, and kept of them."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from typing import Protocol

from bot.kit.people import CommunityId
from bot.reports.model.dates import Span
from bot.review.model.measure import Figure, Line, Measure
from bot.review.model.peaks import Raised
from bot.review.model.review import Shelf, Took


class Reviews(Protocol):
    """Sums over what was done; nobody's row leaves the database but a concern's hour, category and building."""

    def name(self, community: CommunityId) -> str: ...

    def took_part(self, community: CommunityId, span: Span) -> Took:
        """Who did something of what `DEFINITIONS` names, against those on the roll when `span` ended."""

    def ballots(self, community: CommunityId, span: Span) -> Figure: ...

    def sittings(self, community: CommunityId, span: Span, now: datetime) -> Figure: ...

    def items(self, community: CommunityId, span: Span) -> Figure: ...

    def deliberation(self, community: CommunityId, span: Span) -> Figure:
        """The mean of the scores that were published in it."""

    def solved(self, community: CommunityId, span: Span) -> Figure: ...

    def points(self, community: CommunityId, span: Span) -> Sequence[Figure]:
        """Earned and redeemed."""

    def help(self, community: CommunityId, span: Span, zone: tzinfo) -> Figure:
        """The same two once a day."""

    def came(self, community: CommunityId, span: Span) -> Figure: ...

    def turns(self, community: CommunityId, span: Span) -> Sequence[int]:
        """How often each who spoke did, the most first; each turn of somebody who was forgotten is one by itself."""

    def wins(self, community: CommunityId, span: Span) -> Sequence[int]:
        """The same of those whose proposals were adopted."""

    def raised(self, community: CommunityId, span: Span, zone: tzinfo) -> Sequence[Raised]: ...

    def first_raised(self, community: CommunityId) -> datetime | None: ...

    def categories(self, community: CommunityId) -> Sequence[str]:
        """All that concerns were ever about."""

    def shelves(self) -> Sequence[Shelf]: ...

    def keep(self, community: CommunityId, month: date, figures: Sequence[Figure]) -> None:
        """For ever: a month's figures do not change any more."""

    def line(self, community: CommunityId, measure: Measure, months: Sequence[date]) -> Line:
        """What is kept of this very definition, of these months."""
