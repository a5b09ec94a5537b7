"""What must be kept about minutes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.kit.people import CommunityId
from bot.minutes.model.erratum import Erratum, ErratumId
from bot.minutes.model.minutes import Minutes
from bot.sittings.model.sitting import SittingId


class MinuteBook(Protocol):
    """The minutes of all communities, with the corrections that were handed in."""

    def add(self, minutes: Minutes) -> bool:
        """Keep new ones; False, and nothing kept, where the sitting has some."""

    def save(self, minutes: Minutes) -> None: ...

    def of(self, sitting: SittingId, community: CommunityId | None) -> Minutes:
        """Raises `NoMinutes`, also for another community's."""

    def due(self, now: datetime, most: int) -> Sequence[Minutes]:
        """Those whose next date has come, the earliest first."""

    def count_published(self, community: CommunityId) -> int: ...

    def published(self, community: CommunityId, most: int, skip: int) -> Sequence[Minutes]:
        """The final ones included; of the latest sitting first."""

    def waiting(self, community: CommunityId, most: int) -> Sequence[Minutes]:
        """Drafts, the oldest first."""

    def hand_in(self, erratum: Erratum) -> Erratum:
        """It comes back with its id."""

    def save_erratum(self, erratum: Erratum) -> None: ...

    def erratum(self, erratum: ErratumId, community: CommunityId | None) -> Erratum:
        """Raises `NoErratum`, also for another community's."""

    def erratum_with_key(self, key: str) -> Erratum | None: ...

    def erratum_by(self, sitting: SittingId, author: int) -> Erratum | None:
        """The one that this person handed in."""

    def errata(self, sitting: SittingId) -> Sequence[Erratum]:
        """In the order in which they were handed in; without those whose author is gone."""
