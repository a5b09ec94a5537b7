"""What is counted of one building."""

from collections.abc import Sequence
from typing import Protocol

from bot.buildings.model import Waiting, Wants
from bot.kit.people import CommunityId
from bot.votes.model.vote import Vote


class Buildings(Protocol):
    """Sums, and requests for help; no ballot and nobody's vote leaves the database."""

    def waiting(self, vote: Vote, building: int) -> Waiting: ...

    def wanting(self, community: CommunityId, building: int, most: int) -> Sequence[Wants]:
        """Whom nobody helps yet, who has waited longest first."""

    def joined(self, community: CommunityId, building: int) -> tuple[int, int]:
        """Households on the roll, and those of which somebody has joined."""
