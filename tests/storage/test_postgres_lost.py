"""Connections to PostgreSQL that are lost: what was being done is done again, once, and nobody looks at yesterday."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

import pytest

from bot.kit.town import UpdateKey
from bot.unit_of_work import UnitOfWork
from storage.database import PostgresDatabase
from storage.postgres import PostgresBooks
from tests.databases import POSTGRESQL, WRITERS, sql
from tests.storage.works import NOW, adds_one, found, in_one_commit, notes, place

END_ALL_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@pytest.fixture(scope="module")
def kind() -> str:
    return POSTGRESQL


async def test_lost_connections_are_made_anew(books: PostgresBooks, database: PostgresDatabase) -> None:
    await asyncio.gather(*(books.write(notes(number), NOW) for number in range(WRITERS)))
    with sql(database) as run:
        run(END_ALL_OTHERS)
    await books.write(notes(90), NOW)
    assert await found(books, 90) == [90]


async def test_a_glance_after_a_lost_connection_sees_what_came_since(
    books: PostgresBooks, database: PostgresDatabase
) -> None:
    async def glanced(number: int) -> Sequence[bool]:
        """By both who glance."""
        key = UpdateKey(1, number)
        met = await asyncio.gather(*(books.glance(lambda uow: uow.residents.met(place(1), key), NOW) for _ in range(4)))
        return [one.handled for one in met]

    assert await glanced(1) == [False] * 4
    with sql(database) as run:
        run(END_ALL_OTHERS)
    assert await glanced(1) == [False] * 4
    await books.write(notes(1), NOW, UpdateKey(1, 1))
    assert await glanced(1) == [True] * 4


async def test_what_rests_in_the_pool_is_not_tried_one_by_one(books: PostgresBooks, database: PostgresDatabase) -> None:
    await asyncio.gather(*(books.read(lambda uow: uow.residents.only_community(), NOW) for _ in range(8)))
    with sql(database) as run:
        run(END_ALL_OTHERS)
    came: list[None] = []

    def looks(uow: UnitOfWork) -> None:
        came.append(None)
        uow.residents.met(place(1), UpdateKey(1, 1))

    await books.read(looks, NOW)
    assert len(came) <= 2, "the first finds that they are gone, the next has a new one"


async def test_an_action_that_loses_its_connection_by_itself_is_done_again(
    together: PostgresBooks, database: PostgresDatabase
) -> None:
    came: list[None] = []

    def cut_off_twice(uow: UnitOfWork) -> int:
        came.append(None)
        if len(came) < 3:
            with sql(database) as run:
                run(END_ALL_OTHERS)
        return adds_one(uow)

    assert await together.write(cut_off_twice, NOW) == 1
    assert await together.write(adds_one, NOW) == 2


async def test_an_action_that_loses_its_connection_is_done_again_and_once(
    books: PostgresBooks, database: PostgresDatabase
) -> None:
    came: list[datetime] = []

    def cut_off_at_first(uow: UnitOfWork) -> int:
        came.append(uow.now)
        number = adds_one(uow)
        if len(came) == 1:
            with sql(database) as run:
                run(END_ALL_OTHERS)
        return number

    assert await books.write(cut_off_at_first, NOW) == 1
    assert await books.write(adds_one, NOW) == 2
    assert came == [NOW, NOW]


async def test_a_group_that_loses_its_connection_is_done_again_and_once(
    together: PostgresBooks, database: PostgresDatabase
) -> None:
    cut: list[None] = []

    def cuts(uow: UnitOfWork) -> int:
        number = adds_one(uow)
        if not cut:
            cut.append(None)
            with sql(database) as run:
                run(END_ALL_OTHERS)
        return number

    assert await in_one_commit(together, [adds_one, cuts, adds_one]) == [1, 2, 3]
    assert await together.write(adds_one, NOW) == 4
