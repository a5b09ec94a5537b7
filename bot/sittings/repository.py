"""What must be kept about extraordinary sittings."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.kit.people import CommunityId
from bot.sittings.model.sitting import Extraordinary, SittingId


class Sittings(Protocol):
    """Those that the rule does not know; the others are in no books."""

    def add(self, sitting: Extraordinary) -> Extraordinary:
        """Keep a new one; it comes back with its id."""

    def save(self, sitting: Extraordinary) -> None: ...

    def get(self, sitting: SittingId, community: CommunityId | None) -> Extraordinary:
        """Raises `NoSitting`, also for another community's."""

    def with_key(self, key: str) -> Extraordinary | None: ...

    def to_come(self, community: CommunityId, now: datetime, most: int) -> Sequence[Extraordinary]:
        """Those that have not begun, called off or not, the earliest first."""

    def open_at(self, community: CommunityId, at: datetime) -> Extraordinary | None:
        """The one that begins at this moment and was not called off."""
