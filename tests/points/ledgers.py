"""Ledgers to try things on: real books in one transaction that is never committed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, case, func, select

from bot.config import Config
from bot.kit.people import CommunityId
from bot.points.model.ledger import Kind, Owner
from storage.database import Database
from storage.points_tables import accounts, entries
from storage.unit_of_work import SqlUnitOfWork
from tests.storage.works import never_committed

SUNSHINE = CommunityId(1)
NOON = datetime(2026, 12, 2, 4, tzinfo=UTC)
"""12 o'clock in Shanghai."""
WANG, CHEN, LIN = (Owner(SUNSHINE, Kind.PERSON, number) for number in (5000001, 5000002, 5000005))
HOME = Owner(SUNSHINE, Kind.HOUSEHOLD, 1)
HELD = Owner(SUNSHINE, Kind.HELD)
ISSUE = Owner(SUNSHINE, Kind.ISSUE)
At = Callable[[datetime], SqlUnitOfWork]


@contextmanager
def ledger(database: Database, config: Config) -> Iterator[tuple[Connection, At]]:
    """A connection, and the books at a moment."""
    with never_committed(database) as connection:
        yield connection, lambda now: SqlUnitOfWork(connection, now, config.community, "https://t.me/yishi_bot")


def check_books(connection: Connection) -> None:
    """Points are neither made nor lost, balances are the sums of their entries, and only the issue is below zero."""
    found = connection.execute(select(accounts)).mappings().all()
    assert sum(account["balance"] for account in found) == 0
    for account in found:
        came = case((entries.c.target_id == account["id"], entries.c.amount), else_=-entries.c.amount)
        mine = (entries.c.target_id == account["id"]) | (entries.c.source_id == account["id"])
        assert account["balance"] == (connection.execute(select(func.sum(came)).where(mine)).scalar() or 0)
        assert account["balance"] >= 0 or account["kind"] == Kind.ISSUE
