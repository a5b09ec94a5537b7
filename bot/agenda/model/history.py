"""What is noted of an agenda item's life, line by line."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.agenda.model.steps import Step


class Entry(StrEnum):
    """Lines of an item's history beside its steps."""

    PROPOSED = "item_proposed"
    SCOPED = "item_scoped"
    SCHEDULED = "item_scheduled"
    UNSCHEDULED = "item_unscheduled"
    WORDED = "item_worded"
    RESULT = "item_result"
    EVALUATED = "item_evaluated"
    CONCERN = "item_concern"
    """A concern goes on with it; the words are its number."""
    HANDED_OVER = "item_handed_over"
    """Another item goes on with it; the words are its number."""


@dataclass(frozen=True)
class Line:
    """One line of the history: what happened, who did it (Telegram id; None for time itself), in which words."""

    at: datetime
    deed: Step | Entry
    by: int | None
    words: str = ""
