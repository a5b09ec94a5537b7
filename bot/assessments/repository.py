"""What must be kept about how well sittings deliberated."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.assessments.model import Assessment, Rating, Trend
from bot.kit.people import CommunityId
from bot.sittings.model.sitting import SittingId


class Assessments(Protocol):
    def begin(self, assessment: Assessment) -> bool:
        """A new one; False where the sitting has one."""

    def of(self, sitting: SittingId) -> Assessment | None: ...

    def save(self, assessment: Assessment) -> None: ...

    def due(self, now: datetime, most: int) -> Sequence[Assessment]:
        """The earliest first."""

    def present(self, sitting: SittingId, after: int, most: int) -> Sequence[int]:
        """Who has checked in, by Telegram ids in their order, those after `after`."""

    def rate(self, rating: Rating) -> None:
        """In place of what this person gave before."""

    def totals(self, sitting: SittingId) -> Sequence[int]:
        """Of each rater."""

    def erase_ratings(self, sitting: SittingId) -> None:
        """Who gave what is not kept any more."""

    def trend(self, community: CommunityId) -> Trend | None:
        """Of all that have a score, in the order of their days."""
