"""What time brings about, taken on row by row, and what of it has failed. Implements `bot.kit.claims.Claims`."""

from collections.abc import Mapping, Sequence
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
    bindparam,
    cast,
    delete,
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


_FAILED = select(failures.c.key, failures.c.again_at).where(failures.c.sweep == bindparam("of"))


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
        failed = self._failed(sweep)
        asked = due.add_columns(*(part.label(f"claim_{place}") for place, part in enumerate(key))).limit(most)
        if later := [name for name, again_at in failed.items() if again_at > self._now]:
            asked = asked.where(_name(key).not_in(later))
        rows = [("-".join(map(str, row[-len(key) :])), row) for row in self._connection.execute(asked)]
        alone = [(name, row) for name, row in rows if name in failed][:1]
        mine = alone or rows
        self._take([Claim(sweep, name) for name, _ in mine], again=bool(alone), left=len(mine) < len(rows))
        return [row for _, row in mine]

    def mappings(
        self, sweep: str, due: Select[Any], *key: ColumnElement[Any], most: int | None = None
    ) -> Sequence[RowMapping]:
        """The same, by the names of columns."""
        return [row._mapping for row in self.rows(sweep, due, *key, most=most)]

    def among(self, sweep: str, numbers: Sequence[int]) -> Sequence[int]:
        failed = self._failed(sweep)
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

    def _failed(self, sweep: str) -> Mapping[str, datetime]:
        """When what has failed may be tried again, by key; hardly ever anything."""
        return {row.key: row.again_at for row in self._connection.execute(_FAILED, {"of": sweep})}

    def _take(self, claims: Sequence[Claim], *, again: bool, left: bool) -> None:
        self.taken += claims
        self._again += claims if again else []
        self.left |= left


def _name(key: Sequence[ColumnElement[Any]]) -> ColumnElement[str]:
    name: ColumnElement[str] = cast(key[0], String)
    for part in key[1:]:
        name = name + "-" + cast(part, String)
    return name
