"""The database restarts under load: who was given a number has a concern, once, and everybody gets one."""

import asyncio
from collections.abc import AsyncIterator
from urllib.parse import unquote

import pytest
from sqlalchemy import make_url

from bot.unit_of_work import UnitOfWork
from storage.database import Database, PostgresDatabase
from tests import postgres
from tests.databases import POSTGRESQL, sql
from tests.faults import invariants
from tests.faults.estate import NEIGHBOURS
from tests.neighbours import Neighbourhood
from tests.street import Resident, watched
from tests.votes.hall import join

TELLERS = list(NEIGHBOURS)[:10]
RESTARTS = 2


@pytest.fixture(scope="module")
def kind() -> str:
    return POSTGRESQL


@pytest.fixture
async def tellers(town: Neighbourhood) -> AsyncIterator[list[Resident]]:
    """Ten have joined; the playground tells what they read."""
    await town.running.town.do(move_in)
    async with watched(town.playground.url) as street:
        for who in TELLERS:
            await town.playground.post("people", key=f"resident_{who}", first_name="居民", id=who)
        yield [Resident(who, street.inboxes[who], town.playground) for who in TELLERS]


def move_in(uow: UnitOfWork) -> None:
    for number, who in enumerate(TELLERS):
        join(uow, who, (8, 1, f"{number + 1}01"), None)


async def test_the_server_restarts_while_people_tell(
    town: Neighbourhood, database: Database, tellers: list[Resident], caplog: pytest.LogCaptureFixture
) -> None:
    programs = postgres.programs()
    assert programs is not None
    assert isinstance(database, PostgresDatabase)
    with sql(database) as run:
        run("CHECKPOINT")  # or a crash gives numbers twice: a copy has its template's sequences, which are logged later
    address = unquote(make_url(database.url).render_as_string(hide_password=False))
    telling = [asyncio.create_task(one.tells()) for one in tellers]
    for _ in range(RESTARTS):
        await asyncio.to_thread(postgres.restart, programs, address)
        await town.playground.post("clock", advance=1)
    while not all(task.done() for task in telling):
        await town.playground.post("clock", advance=1)
    await asyncio.gather(*telling)
    await town.settles()
    for one in tellers:
        one.reads_on()
    with sql(database) as run:
        invariants.concerns_kept_once(run, tellers)
        assert run("SELECT count(*) FROM outbox WHERE claimed AND done_at IS NULL") == [(0,)]
    caplog.clear()  # whoever runs the bot reads that the books were away
