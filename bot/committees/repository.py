"""What must be kept about committees."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.committees.model import Committee
from bot.kit.people import CommunityId


class Committees(Protocol):
    def all(self, community: CommunityId) -> Sequence[Committee]:
        """Those that have not ended."""

    def found(self, community: CommunityId, name: str, at: datetime) -> Committee: ...

    def save(self, committee: Committee) -> None:
        """Its categories."""

    def end(self, committee: Committee, at: datetime) -> None:
        """Nothing is its own any more."""
