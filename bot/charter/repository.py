"""What must be kept about charters."""

from collections.abc import Sequence
from typing import Protocol

from bot.charter.model import Version
from bot.kit.people import CommunityId


class Charters(Protocol):
    """All versions of the charters of all communities; none is ever changed."""

    def add(self, version: Version) -> None:
        """Once: a version that is there stays. The books refuse one, but for the first, without its resolution."""

    def newest(self, community: CommunityId) -> int:
        """The number of the version that holds; 0 where there is none."""

    def versions(self, community: CommunityId) -> Sequence[Version]:
        """From the first to the newest."""
