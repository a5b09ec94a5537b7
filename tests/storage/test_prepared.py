"""Statements that are put into SQL once say the same on both databases, in the types of the tables."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, bindparam, select, update

from bot.kit.town import UpdateKey
from storage.database import Database
from storage.prepared import Prepared
from storage.updates import first_time, updates

pytestmark = pytest.mark.both
NOON = datetime(2026, 11, 25, 12, 0, 0, 5, tzinfo=UTC)
FOUND = Prepared(
    select(updates).where(updates.c.bot_id == bindparam("bot"), updates.c.handled_at >= bindparam("since"))
    .order_by(updates.c.update_id)
    .limit(2)
)  # fmt: skip
MOVED = Prepared(update(updates).where(updates.c.update_id == bindparam("which")).values(handled_at=bindparam("to")))


@pytest.fixture
def connection(bare: Database) -> Iterator[Connection]:
    """Three updates of one bot stand in it, one second apart; nothing is committed."""
    engine = bare.engine()
    with engine.connect() as connection, connection.begin() as transaction:
        for number in range(3):
            assert first_time(connection, UpdateKey(7, number), NOON + timedelta(seconds=number))
        yield connection
        transaction.rollback()
    engine.dispose()


def test_rows_come_by_name_in_the_types_of_their_columns(connection: Connection) -> None:
    row = FOUND.first(connection, {"bot": 7, "since": NOON})
    assert row is not None
    assert dict(row) == {"bot_id": 7, "update_id": 0, "handled_at": NOON}
    assert FOUND.first(connection, {"bot": 8, "since": NOON}) is None


def test_a_limit_that_is_part_of_it_counts(connection: Connection) -> None:
    since = NOON.astimezone().replace(microsecond=6)
    assert [row["update_id"] for row in FOUND.all(connection, {"bot": 7, "since": NOON})] == [0, 1]
    assert [row["update_id"] for row in FOUND.all(connection, {"bot": 7, "since": since})] == [1, 2]


def test_what_is_changed_is_counted_and_seen_at_once(connection: Connection) -> None:
    assert not first_time(connection, UpdateKey(7, 2), NOON)
    assert MOVED.changes(connection, {"which": 2, "to": NOON}) == 1
    assert MOVED.changes(connection, {"which": 9, "to": NOON}) == 0
    assert connection.execute(select(updates.c.handled_at).filter_by(update_id=2)).scalar_one() == NOON


def test_no_moment_without_its_time_zone(connection: Connection) -> None:
    with pytest.raises(Exception, match="needs its time zone"):
        FOUND.first(connection, {"bot": 7, "since": NOON.replace(tzinfo=None)})
