"""How the bot itself is, from the outbox and the recordings; and when it last swept."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, Connection, Integer, Table, delete, func, insert, select

from bot.delivery.model import MISSED
from bot.health.model import Waiting
from storage import personal
from storage.outbox import STILL_OWED, outbox
from storage.recordings import recordings
from storage.schema import Moment, metadata

sweeps = Table(
    "sweeps",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
)
personal.declare(sweeps)
ONLY = 1
NO_REFUSALS = ("sent", "withdrawn", MISSED)


class SqlHealthBook:
    """Implements `bot.health.repository.HealthBook`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def waiting(self, now: datetime) -> Waiting:
        due = select(func.count(), func.min(outbox.c.due_at)).where(STILL_OWED, outbox.c.due_at <= now)
        posts, oldest = self._run(due).one()
        retried = select(func.count()).select_from(outbox).where(STILL_OWED, outbox.c.attempts > 0)
        voices = self._run(select(func.count()).select_from(recordings)).scalar_one()
        return Waiting(posts, oldest, self._run(retried).scalar_one(), voices)

    def refused(self, since: datetime, most: int) -> Sequence[tuple[str, int]]:
        often = func.count().label("often")
        given_up = (
            select(outbox.c.outcome, often)
            .where(outbox.c.done_at >= since, outbox.c.outcome.not_in(NO_REFUSALS))
            .group_by(outbox.c.outcome)
            .order_by(often.desc(), outbox.c.outcome)
            .limit(most)
        )
        return [(row.outcome, row.often) for row in self._run(given_up)]

    def missed(self, since: datetime) -> int:
        late = select(func.count()).select_from(outbox).where(outbox.c.done_at >= since, outbox.c.outcome == MISSED)
        return self._run(late).scalar_one()

    def swept(self) -> datetime | None:
        return self._run(select(sweeps.c.at)).scalar()

    def note_sweep(self, at: datetime) -> None:
        self._run(delete(sweeps))
        self._run(insert(sweeps).values(id=ONLY, at=at))
