"""Household cards: two columns of the roll."""

from datetime import datetime

from sqlalchemy import Connection, select, update

from bot.codes.model import Card
from bot.residents.model import ResidentId
from storage.residents import SqlResidents
from storage.roll import residents


class SqlCards:
    """Implements `bot.codes.repository.Cards`."""

    def __init__(self, connection: Connection, roll: SqlResidents) -> None:
        self._run = connection.execute
        self._roll = roll

    def of(self, resident: ResidentId) -> Card | None:
        issued_at = self._run(select(residents.c.card_issued_at).filter_by(id=resident)).scalar_one()
        return Card(self._roll.resident(resident), issued_at) if issued_at else None

    def issue(self, resident: ResidentId, by: int, at: datetime) -> Card:
        self._run(update(residents).filter_by(id=resident).values(card_issued_at=at, card_issued_by=by))
        return Card(self._roll.resident(resident), at)
