"""What must be kept about the commands that Telegram's menu offers to single people."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol


class CommandMenus(Protocol):
    """Who was last offered what beside the commands for everybody."""

    def offered(self, telegram_id: int) -> str:
        """As it was noted; empty for nothing."""

    def note(self, telegram_id: int, offered: str, again_at: datetime | None) -> None:
        """What is offered from now on, and when a term ends that this hangs on."""

    def due(self, now: datetime, most: int) -> Sequence[int]:
        """Telegram ids of those one of whose terms has ended, and of those who hold a role and were never noted."""
