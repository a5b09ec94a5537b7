"""What must be kept of the log."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.audit.model import Deed
from bot.kit.people import CommunityId


class AuditLog(Protocol):
    """Lines are added; there is no way to change or drop one."""

    def note(self, deed: Deed) -> None: ...

    def count(self, community: CommunityId, what: str, since: datetime) -> int:
        """How many lines say so."""

    def page(self, community: CommunityId, before: int | None, most: int, known: Collection[str]) -> Sequence[Deed]:
        """Those of `known` names, the newest first, from before the line `before` on."""
