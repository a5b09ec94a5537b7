"""What only one process may do: two on one PostgreSQL, one of which loses its connection."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.kit.order import Order
from bot.kit.town import BooksAway
from storage.database import PostgresDatabase
from storage.locks import PostgresLocks
from tests.databases import POSTGRESQL, sql
from tests.storage.works import PATIENCE

CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'yishi-locks'"
Two = tuple[PostgresLocks, PostgresLocks]


@pytest.fixture(scope="module")
def kind() -> str:
    return POSTGRESQL


@pytest.fixture
async def two(database: PostgresDatabase) -> AsyncIterator[Two]:
    async with PostgresLocks(database.url) as one, PostgresLocks(database.url) as other:
        yield one, other


async def test_a_name_is_held_by_one_and_then_by_the_other(two: Two) -> None:
    one, other = two
    assert await one.take("courier")
    assert not await other.take("courier")
    assert await other.take("something else")
    await one.give_back("courier")
    assert await other.take("courier")


async def test_who_ends_holds_nothing(two: Two, database: PostgresDatabase) -> None:
    _, other = two
    async with PostgresLocks(database.url) as third:
        assert await third.take("courier")
        assert not await other.take("courier")
    async with asyncio.timeout(PATIENCE):
        while not await other.take("courier"):
            """The server notices a moment later."""


async def test_who_loses_the_connection_is_told_and_may_take_it_again(two: Two, database: PostgresDatabase) -> None:
    one, _ = two
    assert await one.take("courier")
    lost = asyncio.create_task(one.lost())
    await asyncio.sleep(0)
    assert not lost.done()
    with sql(database) as run:
        run(CUT)
    await asyncio.wait_for(lost, PATIENCE)
    assert await one.take("courier")


async def test_where_no_server_answers_nobody_holds_anything(database: PostgresDatabase) -> None:
    nowhere = database.url.replace("yishi-postgres-", "nobody-")
    async with PostgresLocks(nowhere) as locks:
        with pytest.raises(BooksAway):
            await locks.take("courier")


async def test_updates_of_a_line_wait_for_each_other_over_processes(two: Two) -> None:
    one, other = (Order(locks, 1000000) for locks in two)
    heard = []

    async def handles(order: Order, chat: int, what: str) -> None:
        async with order.of((chat, 0)):
            heard.append(what)

    async with one.of((7, 0)):
        waiting = [asyncio.create_task(handles(order, 7, "later")) for order in (one, other)]
        await handles(other, 8, "elsewhere")
        await handles(one, 9, "elsewhere")
        assert heard == ["elsewhere", "elsewhere"]
    await asyncio.wait_for(asyncio.gather(*waiting), PATIENCE)
    assert heard == ["elsewhere", "elsewhere", "later", "later"]
