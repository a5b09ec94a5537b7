"""Looking up a balance and a statement costs the same with ten entries and with a million."""

import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from sqlalchemy import Connection, insert

from benchmarks import line, shipped
from bot.kit.people import CommunityId
from bot.points.model.ledger import Kind, Owner
from storage.books import sqlite_engine
from storage.roll import communities
from storage.unit_of_work import SqlUnitOfWork
from storage.upgrade import upgrade

FEW, MANY = 10, 1_000_000
LOOKS = 500
NOW = datetime(2030, 12, 2, 4, tzinfo=UTC)
SOMEBODY = Owner(CommunityId(1), Kind.PERSON, 5_000_001)

SERIES = """
    WITH RECURSIVE series(n) AS (SELECT ? UNION ALL SELECT n + 1 FROM series WHERE n + 1 < ?)
    INSERT INTO points_entries (community_id, source_id, target_id, amount, rule, evidence, day, at)
    SELECT 1, ?, ?, 1, 'task', 'task-' || n, date(?, '-' || ((? - n) / 1000) || ' days'), ? FROM series
"""
"""A thousand entries a day, the last ones today."""


def main() -> None:
    """One account with ten entries, then the same with a million."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "yishi.db"
        upgrade(path)
        engine = sqlite_engine(path, "BEGIN")
        with engine.begin() as connection:
            _write(connection, 0, FEW)
            few = _looks(connection)
        with engine.begin() as connection:
            _write(connection, FEW, MANY)
        with engine.begin() as connection:
            many = _looks(connection)
        engine.dispose()
    for name, small, large in zip(("a balance", "the last five lines"), few, many, strict=True):
        told = f"{large * 1e6:.0f} µs with {MANY:,} entries, {small * 1e6:.0f} µs with {FEW}"
        line(name, told, large / small, f"median of {LOOKS} looks at one account, SQLite")


def _write(connection: Connection, since: int, until: int) -> None:
    """Straight into the tables, whose triggers move the balances: the caps of a day would be in the way."""
    uow = _books(connection)
    if not since:
        connection.execute(insert(communities).values(id=1, name="阳光社区", founded_at=uow.now))
    issue, theirs = (uow.ledger.account(owner).id for owner in (Owner(CommunityId(1), Kind.ISSUE), SOMEBODY))
    connection.exec_driver_sql(SERIES, (since, until, issue, theirs, str(uow.now.date()), until, f"{uow.now:%F %T}"))


def _looks(connection: Connection) -> Sequence[float]:
    """Seconds for a balance, and for the last five lines."""
    ledger = _books(connection).ledger
    return [_median(lambda: ledger.balance(SOMEBODY)), _median(lambda: ledger.latest(SOMEBODY, 5))]


def _median(look: Callable[[], object]) -> float:
    seconds = []
    for _ in range(LOOKS):
        began = time.perf_counter()
        look()
        seconds.append(time.perf_counter() - began)
    return median(seconds)


def _books(connection: Connection) -> SqlUnitOfWork:
    return SqlUnitOfWork(connection, NOW, shipped().community, "https://t.me/yishi_bot")


if __name__ == "__main__":
    main()
