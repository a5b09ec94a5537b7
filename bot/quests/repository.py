"""What must be kept about quests."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.quests.model import Attempt, Whose


class QuestBook(Protocol):
    """What somebody tried, once for each quest."""

    def of(self, whose: Whose) -> Sequence[Attempt]:
        """All of this person's."""

    def note(self, whose: Whose, quest: str, day: date, done: bool) -> Attempt:
        """In place of an earlier attempt at the same."""
