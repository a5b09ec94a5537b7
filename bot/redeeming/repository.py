"""What must be kept about goods and redemptions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.kit.people import CommunityId
from bot.redeeming.model.good import Good, GoodId
from bot.redeeming.model.redemption import Redemption, RedemptionId


class Goods(Protocol):
    """The shelf."""

    def add(self, good: Good) -> Good:
        """Keep a new one; it comes back with its id."""

    def save(self, good: Good) -> None: ...

    def get(self, community: CommunityId | None, good: GoodId) -> Good:
        """Raises `NoGood`."""

    def with_key(self, key: str) -> Good | None: ...

    def count(self, community: CommunityId, *, all_of_them: bool = False) -> int:
        """How many are offered and not sold out; or how many there are, whatever their state."""

    def some(self, community: CommunityId, most: int, skip: int, *, all_of_them: bool = False) -> Sequence[Good]:
        """The same, the cheapest first; or all, those that are offered first."""

    def take(self, good: GoodId) -> bool:
        """One fewer is left; False where none is. Until the end of the transaction nobody else takes of it."""

    def put_back(self, good: GoodId) -> None:
        """One more is left."""


class Redemptions(Protocol):
    """What was promised to whom, and what became of it."""

    def add(self, redemption: Redemption) -> Redemption:
        """Keep a new one; it comes back with its id."""

    def save(self, redemption: Redemption) -> None: ...

    def get(self, redemption: RedemptionId) -> Redemption:
        """Raises `NoRedemption`."""

    def with_key(self, key: str) -> Redemption | None: ...

    def with_code(self, community: CommunityId, code: str) -> Redemption | None:
        """The open one."""

    def count_of(self, good: GoodId, telegram_id: int) -> int:
        """How many of a good this person has or had; what was given back does not count."""

    def of(self, community: CommunityId, telegram_id: int, most: int) -> Sequence[Redemption]:
        """This person's, open ones first, then the newest."""

    def due(self, now: datetime, most: int) -> Sequence[Redemption]:
        """Those whose date has come, the earliest first."""
