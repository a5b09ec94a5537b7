"""Which alternates were asked to stand in."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, insert, select, update

from bot.attendance.model.alternates import Ask
from bot.sittings.model.sitting import SittingId
from storage.attendance_tables import asks
from storage.claims import SqlClaims


class SqlAlternates:
    """Implements `bot.attendance.repository.Alternates`."""

    def __init__(self, connection: Connection, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._claims = claims

    def asked(self, sitting: SittingId) -> Sequence[Ask]:
        rows = select(asks).filter_by(sitting_id=sitting).order_by(asks.c.id)
        return [_ask(row) for row in self._run(rows).mappings()]

    def ask(self, ask: Ask) -> None:
        row = {
            "sitting_id": ask.sitting,
            "telegram_id": ask.telegram_id,
            "asked_at": ask.asked_at,
            "until": ask.until,
            "settled_at": ask.settled_at,
        }
        self._run(insert(asks).values(row))

    def settle(self, ask: Ask, at: datetime) -> None:
        self._run(update(asks).filter_by(sitting_id=ask.sitting, telegram_id=ask.telegram_id).values(settled_at=at))

    def silent(self, now: datetime) -> Ask | None:
        late = select(asks).where(asks.c.settled_at.is_(None), asks.c.until <= now).order_by(asks.c.until, asks.c.id)
        found = self._claims.mappings("alternates", late.with_for_update(skip_locked=True), asks.c.id, most=1)
        return _ask(found[0]) if found else None


def _ask(row: RowMapping) -> Ask:
    return Ask(SittingId(row["sitting_id"]), row["telegram_id"], row["asked_at"], row["until"], row["settled_at"])
