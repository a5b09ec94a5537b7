"""What must be kept about money saved and raised."""

from collections.abc import Sequence
from typing import Protocol

from bot.kit.people import CommunityId
from bot.savings.model import Entry, Sums


class Savings(Protocol):
    def enter(self, entry: Entry) -> Entry:
        """A new one; it comes back with its number."""

    def save(self, entry: Entry) -> None:
        """Its proofs, and whether it is struck."""

    def of(self, community: CommunityId, number: int) -> Entry:
        """Raises `NoSaving`."""

    def with_key(self, key: str) -> Entry | None: ...

    def some(self, community: CommunityId, most: int, after: int) -> Sequence[Entry]:
        """The newest first."""

    def count(self, community: CommunityId) -> int: ...

    def sums(self, community: CommunityId) -> Sums:
        """Of all that counts."""
