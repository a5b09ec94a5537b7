"""What must be kept about the roll beyond its households and residents."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.kit.people import CommunityId
from bot.roll.model import Roll, RollImport, RollSize, Standing
from bot.roll.plan import Plan


class RollBooks(Protocol):
    """The whole roll at once, owners included; for imports and exports only."""

    def standing(self, community: CommunityId) -> Sequence[Standing]:
        """Every household ever on the roll, with everybody ever of it."""

    def size(self, community: CommunityId) -> RollSize:
        """Those who are on the roll now."""

    def carry_out(self, community: CommunityId, plan: Plan, at: datetime) -> None:
        """Everything of the plan but founding households. The founded ones must be there: they are given owners."""


class RollImports(Protocol):
    """Files that wait for a yes; what is in them is forgotten as soon as they are applied or dropped."""

    def open_of(self, community: CommunityId) -> RollImport | None:
        """The file that waits, if one does."""

    def unanswered(self, since: datetime, most: int) -> Sequence[RollImport]:
        """Files that wait and to which nobody has said anything since then."""

    def add(self, community: CommunityId, by: int, roll: Roll, digest: str, at: datetime) -> RollImport: ...

    def numbered(self, community: CommunityId | None, number: int) -> RollImport | None: ...

    def save(self, roll_import: RollImport, at: datetime) -> None: ...
