"""What must be kept of the log."""

from collections.abc import Collection, Sequence
from typing import Protocol

from bot.audit.model import Deed
from bot.kit.people import CommunityId


class AuditLog(Protocol):
    """Lines are added; there is no way to change or drop one."""

    def note(self, deed: Deed) -> None: ...

    def page(self, community: CommunityId, before: int | None, most: int, known: Collection[str]) -> Sequence[Deed]:
        """Those of `known` names, the newest first, from before the line `before` on."""
