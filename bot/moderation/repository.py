"""What must be kept about measures."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.kit.people import CommunityId
from bot.moderation.model import Measure, Turn


class Measures(Protocol):
    def add(self, measure: Measure) -> Measure:
        """With its number, the next in its community, and its id."""

    def save(self, measure: Measure) -> None:
        """What of it may be another by now: its end, and who undid it."""

    def get(self, measure: int) -> Measure:
        """Raises `NoMeasure`."""

    def with_key(self, key: str) -> Measure | None: ...

    def latest(self, community: CommunityId, most: int) -> Sequence[Measure]:
        """The newest first."""

    def slow_in(self, chat_id: int, at: datetime) -> Measure | None:
        """The slow mode that runs in this group."""

    def due(self, now: datetime, most: int) -> Sequence[Measure]:
        """Those whose time has come."""

    def turn(self, measure: int, telegram_id: int) -> Turn | None: ...

    def keep_turn(self, measure: int, turn: Turn) -> None: ...

    def held(self, measure: int, now: datetime) -> Sequence[int]:
        """Who is held back still."""

    def forget_turns(self, measure: int) -> None:
        """When who spoke is of no use any more."""
