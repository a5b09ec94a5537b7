"""What must be counted."""

from collections.abc import Sequence
from typing import Protocol

from bot.coverage.model import Cell
from bot.kit.people import CommunityId


class Figures(Protocol):
    """Sums over the roll; nobody's row leaves the database."""

    def by_building(self, community: CommunityId) -> Sequence[Cell]:
        """Households, and those of which somebody has joined."""

    def by_tenure(self, community: CommunityId) -> Sequence[Cell]:
        """The same."""

    def by_age(self, community: CommunityId) -> Sequence[Cell]:
        """Residents, and those who have joined."""
