"""The ledger of consents: who agreed to which text, when, and when they took it back."""

from datetime import datetime

from sqlalchemy import Connection, update

from storage.roll import consents
from storage.upsert import upsert_on


class SqlConsents:
    """Implements `bot.residents.repository.Consents`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute
        self._upsert = upsert_on(connection)

    def give(self, telegram_id: int, version: int, at: datetime) -> None:
        given = self._upsert(consents).values(telegram_id=telegram_id, version=version, given_at=at)
        self._run(given.on_conflict_do_nothing())

    def withdraw(self, telegram_id: int, at: datetime) -> None:
        self._run(update(consents).filter_by(telegram_id=telegram_id, withdrawn_at=None).values(withdrawn_at=at))
