"""What time brings about, taken on row by row, and what of it has failed. Implements `bot.kit.claims.Claims`."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    PrimaryKeyConstraint,
    Row,
    RowMapping,
    Select,
    String,
    Table,
    cast,
    delete,
    exists,
    select,
    tuple_,
)

from bot.kit.claims import Claim
from storage import personal
from storage.personal import PROGRAM
from storage.schema import Moment, metadata
from storage.upsert import upsert_on

SOONEST, LATEST = timedelta(minutes=1), timedelta(hours=1)
"""What fails is tried again after so long, each time twice as long as before."""

failures = Table(
    "due_failures",
    metadata,
    Column("sweep", String(32), nullable=False),
    Column("key", String(64), nullable=False),  # numbers of rows
    Column("times", Integer, nullable=False),
    Column("again_at", Moment, nullable=False),
    PrimaryKeyConstraint("sweep", "key"),
)
personal.declare(failures, keep={"sweep key": PROGRAM})


class SqlClaims:
    """What has failed is left alone for a while, and then tried by itself, so that it takes nothing else along."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._again: list[Claim] = []
        self.taken: list[Claim] = []
        self.left = False

    def rows(
        self, sweep: str, due: Select[Any], *key: ColumnElement[Any], most: int | None = None
    ) -> Sequence[Row[Any]]:
        """Those that this transaction takes on, of what is due. `key`: what a row is known by; of numbers alone."""
        name: ColumnElement[str] = cast(key[0], String)
        for part in key[1:]:
            name = name + "-" + cast(part, String)
        known = exists().where(failures.c.sweep == sweep, failures.c.key == name)
        asked = due.add_columns(name.label("claim"), known.label("failed")).limit(most)
        rows = self._connection.execute(asked.where(~known.where(failures.c.again_at > self._now))).all()
        alone = [row for row in rows if row.failed][:1]
        mine = alone or rows
        self._take([Claim(sweep, row.claim) for row in mine], again=bool(alone), left=len(mine) < len(rows))
        return mine

    def mappings(
        self, sweep: str, due: Select[Any], *key: ColumnElement[Any], most: int | None = None
    ) -> Sequence[RowMapping]:
        """The same, by the names of columns."""
        return [row._mapping for row in self.rows(sweep, due, *key, most=most)]

    def among(self, sweep: str, numbers: Sequence[int]) -> Sequence[int]:
        known = select(failures.c.key, failures.c.again_at).filter_by(sweep=sweep)
        failed = {row.key: row.again_at for row in self._connection.execute(known)}
        ready = [one for one in numbers if failed.get(str(one), self._now) <= self._now]
        alone = [one for one in ready if str(one) in failed][:1]
        mine = alone or ready
        self._take([Claim(sweep, str(one)) for one in mine], again=bool(alone), left=len(mine) < len(ready))
        return mine

    def done(self) -> None:
        if self._again:
            those = tuple_(failures.c.sweep, failures.c.key).in_([(one.sweep, one.key) for one in self._again])
            self._connection.execute(delete(failures).where(those))

    def set_aside(self, failed: Sequence[Claim]) -> None:
        for one in failed:
            this = {"sweep": one.sweep, "key": one.key}
            times = self._connection.execute(select(failures.c.times).filter_by(**this)).scalar() or 0
            pause = timedelta(0) if len(failed) > 1 else min(SOONEST * 2 ** min(times, 10), LATEST)
            row = {"times": times + 1, "again_at": self._now + pause}
            put = upsert_on(self._connection)(failures).values(this | row)
            self._connection.execute(put.on_conflict_do_update(index_elements=["sweep", "key"], set_=row))

    def _take(self, claims: Sequence[Claim], *, again: bool, left: bool) -> None:
        self.taken += claims
        self._again += claims if again else []
        self.left |= left
