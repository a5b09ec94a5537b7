"""What must be kept about cards; codes are the residents'."""

from datetime import datetime
from typing import Protocol

from bot.codes.model import Card
from bot.residents.model import ResidentId


class Cards(Protocol):
    def of(self, resident: ResidentId) -> Card | None: ...

    def issue(self, resident: ResidentId, by: int, at: datetime) -> Card:
        """`by`: the Telegram id of who hands it out."""
