"""What must be kept about small wishes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.kit.people import CommunityId
from bot.wishes.model.wish import Standing, Waiting, Wish, WishId


class Wishes(Protocol):
    """Wishes, and who waits for their turn to grant one."""

    def add(self, wish: Wish) -> Wish:
        """Keep a new wish; it comes back with its id and number."""

    def save(self, wish: Wish) -> None: ...

    def get(self, wish: WishId) -> Wish:
        """Raises `NoWish`."""

    def with_key(self, key: str) -> Wish | None: ...

    def numbered(self, community: CommunityId | None, number: int) -> Wish:
        """Raises `NoWish`."""

    def count_live(self, community: CommunityId, wisher: int) -> int:
        """How many of this person's wishes something is still to come of."""

    def count_open(self, community: CommunityId) -> int: ...

    def open(self, community: CommunityId, most: int, skip: int) -> Sequence[Wish]:
        """Those that wait for somebody, the newest first."""

    def of(self, community: CommunityId, telegram_id: int, most: int) -> Sequence[Standing]:
        """The newest that are this person's: made, to be granted, or waited for."""

    def due(self, now: datetime, most: int) -> Sequence[Wish]:
        """Those whose date has come, the earliest first."""

    def queue(self, wish: Wish, telegram_id: int, at: datetime) -> Waiting:
        """Who has no place yet takes the last one."""

    def waiting(self, wish: Wish, telegram_id: int) -> Waiting | None: ...

    def first(self, wish: Wish) -> Waiting | None: ...

    def leave(self, waiting: Waiting) -> None: ...

    def dissolve(self, wish: Wish) -> tuple[int, ...]:
        """Nobody waits any more; who did, by Telegram id."""
