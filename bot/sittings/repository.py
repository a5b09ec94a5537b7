"""What must be kept about sittings."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.kit.people import CommunityId
from bot.sittings.model.sitting import Sitting, SittingId


class Sittings(Protocol):
    """Those by the rule once they are near, and all that were called; later ones the rule alone knows.

    What is found by its id, key or moment may be a workshop.
    """

    def add(self, sitting: Sitting) -> Sitting:
        """Keep a new one; it comes back with its id."""

    def save(self, sitting: Sitting) -> None: ...

    def get(self, sitting: SittingId, community: CommunityId | None) -> Sitting:
        """Raises `NoSitting`, also for another community's."""

    def with_id(self, sitting: SittingId) -> Sitting:
        """Whosever it is: for buttons, which may be anywhere, and for what time brings. Raises `NoSitting`."""

    def with_key(self, key: str) -> Sitting | None: ...

    def known(self, keys: Collection[str]) -> Collection[str]:
        """Which of these keys are taken."""

    def next_held(self, community: CommunityId, now: datetime) -> Sitting | None:
        """The first that has not begun and is not called off, workshops left out."""

    def to_come(self, community: CommunityId, now: datetime, most: int) -> Sequence[Sitting]:
        """Those that have not begun, called off or not, workshops left out; the earliest first."""

    def workshops(self, community: CommunityId, now: datetime, most: int) -> Sequence[Sitting]:
        """Workshops that have not begun, called off or not; the earliest first."""

    def held_between(self, community: CommunityId, since: datetime, until: datetime) -> Sitting | None:
        """The last with `since <= starts_at < until` that was not called off."""

    def open_at(self, community: CommunityId, at: datetime) -> Sitting | None:
        """The one that begins at this moment and was not called off."""
