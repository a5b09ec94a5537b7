"""What must be known of the bot itself."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.health.model import Waiting


class HealthBook(Protocol):
    """Over all communities: one courier serves them all."""

    def waiting(self, now: datetime) -> Waiting: ...

    def refused(self, since: datetime, most: int) -> Sequence[tuple[str, int]]:
        """Why what was given up was given up, and how often; the most frequent first."""

    def missed(self, since: datetime) -> int:
        """How much was not sent since it was of no use any more."""

    def swept(self) -> datetime | None: ...

    def note_sweep(self, at: datetime) -> None: ...
