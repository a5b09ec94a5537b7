"""Who did what as the chair of a sitting."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.agenda.model.item import ItemId


class ChairDeed(StrEnum):
    """What whoever chairs does, line by line."""

    OPENED = "opened"
    HANDED_OVER = "handed_over"
    TOOK_OVER = "took_over"
    ITEM_OPENED = "item_opened"
    ITEM_CLOSED = "item_closed"
    RESULT = "result"
    GAVE_FLOOR = "gave_floor"
    CLOSED = "closed"
    ADJOURNED = "adjourned"


@dataclass(frozen=True)
class ChairLine:
    """One line of a sitting's log: who did what when."""

    at: datetime
    deed: ChairDeed
    by: int
    """Telegram id; 0 once they have had their data deleted."""
    item: ItemId | None = None
    words: str = ""
    """Figures of a result, for one."""
