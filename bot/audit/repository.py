"""What must be kept of the log."""

from collections.abc import Collection, Sequence
from typing import Protocol

from bot.audit.model import Deed
from bot.kit.people import CommunityId


class AuditLog(Protocol):
    """Lines are added; there is no way to change or drop one."""

    def note(self, deed: Deed) -> None: ...

    def page(self, community: CommunityId, kinds: Collection[str], before: int | None, most: int) -> Sequence[Deed]:
        """Those of these kinds, the newest first, from before the line `before` on."""
