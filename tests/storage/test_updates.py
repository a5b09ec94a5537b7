"""Which updates had their effect: kept for 48 hours, and no longer."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, Dialect, make_url

from bot.kit.town import UpdateKey
from storage.database import Database
from storage.schema import Moment
from storage.updates import first_time, forget_old, was_handled
from tests.storage.works import NOW, never_committed
from tests.strategies import moments

KEY = UpdateKey(1000000, 7)
A_MICROSECOND = timedelta(microseconds=1)
SQLITE = make_url("sqlite://").get_dialect()()
DATABASES: list[Dialect] = [SQLITE, make_url("postgresql+psycopg://").get_dialect()()]

pytestmark = pytest.mark.both


@pytest.fixture
def connection(uncommitted: Database) -> Iterator[Connection]:
    with never_committed(uncommitted) as connection:
        yield connection


def test_the_first_time_is_once(connection: Connection) -> None:
    assert not was_handled(connection, KEY)
    assert first_time(connection, KEY, NOW)
    assert was_handled(connection, KEY)
    assert not first_time(connection, KEY, NOW + timedelta(hours=1))
    assert not was_handled(connection, UpdateKey(KEY.bot_id, KEY.update_id + 1))


@pytest.mark.parametrize(("later", "known"), [(timedelta(), True), (A_MICROSECOND, False), (-A_MICROSECOND, True)])
def test_an_update_is_known_for_exactly_48_hours(connection: Connection, later: timedelta, known: bool) -> None:
    first_time(connection, KEY, NOW)
    forget_old(connection, NOW + timedelta(hours=48) + later)
    assert was_handled(connection, KEY) is known


@pytest.mark.parametrize("database", DATABASES, ids=lambda database: str(database.name))
@given(moments, st.integers(-14, 14))
def test_a_moment_is_the_same_moment_after_it_was_kept(database: Dialect, moment: datetime, hours: int) -> None:
    elsewhere = moment.astimezone(timezone(timedelta(hours=hours)))
    back = Moment().process_result_value(Moment().process_bind_param(elsewhere, database), database)
    assert back == moment
    assert back is not None
    assert back.tzinfo is UTC


def test_an_hour_without_its_zone_is_not_kept() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Moment().process_bind_param(datetime(2026, 12, 2, 19), SQLITE)  # noqa: DTZ001 - that is the point


def test_no_moment_is_no_moment() -> None:
    assert Moment().process_bind_param(None, SQLITE) is None
    assert Moment().process_result_value(None, SQLITE) is None
