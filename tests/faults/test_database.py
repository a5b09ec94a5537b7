"""The disk is full; two processes find the same work to do."""

import asyncio
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from bot.config import Config
from bot.due import do_what_is_due
from bot.reactions import REACTIONS
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from storage.unit_of_work import SqlUnitOfWork
from tests.databases import LINK, sql
from tests.faults import invariants
from tests.faults.estate import NEIGHBOURS, prepare
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.votes.hall import SUNDAY, HandClock

LAMP = "3号楼2单元的路灯不亮"
LONG = "3号楼2单元的路灯不亮" + "，晚上看不见台阶" * 200
TELLERS = list(NEIGHBOURS)[:12]
RESTARTS = 2


class Disk:
    """On which the books have room for some pages more, whoever opens them; None: for as many as they like."""

    def __init__(self) -> None:
        self._most: int | None = None

    def limit(self, uow: UnitOfWork, spare: int | None) -> None:
        """To be done in the books."""
        assert isinstance(uow, SqlUnitOfWork)
        run = uow._connection.exec_driver_sql
        self._most = None if spare is None else run("PRAGMA page_count").scalar_one() + spare
        run(f"PRAGMA max_page_count = {self._most or 2**30}")

    def is_met(self, raw: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        """By a new connection."""
        if self._most is not None:
            cursor = raw.cursor()
            cursor.execute(f"PRAGMA max_page_count = {self._most}")
            cursor.close()


@pytest.fixture
def disk() -> Iterator[Disk]:
    disk = Disk()
    event.listen(Engine, "connect", disk.is_met)
    yield disk
    event.remove(Engine, "connect", disk.is_met)


@pytest.mark.sqlite
async def test_a_full_disk_is_told_and_what_was_confirmed_stays(
    town: Neighbourhood, elder: Someone, clock: Clock, look: Look, disk: Disk, caplog: pytest.LogCaptureFixture
) -> None:
    await elder.says(f"/concern {LAMP}")
    await elder.taps("对，就这样")
    await town.running.town.do(disk.limit, None, 0)
    refused = False
    for _ in range(20):
        await town.playground.post("people/grandma_wang/say", text=LONG)
        await town.playground.post("settle", timeout=60)
        refused = "我这边出了点问题" in (await elder.screen())["messages"][-1].get("text", "")
        if refused:
            break
    assert refused, "the disk was never full"
    assert look("SELECT text FROM concerns") == [(LAMP,)]
    await town.running.town.do(disk.limit, None, None)
    await town.settles()
    await elder.taps("返回")
    await elder.says("/concern 5号楼1单元的电梯坏了")
    await elder.taps("对，就这样")
    assert [text for (text,) in look("SELECT text FROM concerns ORDER BY id")] == [LAMP, "5号楼1单元的电梯坏了"]
    await clock.passes(seconds=5)
    assert look("SELECT count(*) FROM outbox WHERE claimed AND done_at IS NULL") == [(0,)]
    caplog.clear()  # whoever runs the bot reads that the disk was full


@pytest.mark.both
async def test_two_sweeps_find_the_same_work_and_it_is_done_once(database: Database, config: Config) -> None:
    """A vote closes, reminders go out, the evening is over: all of it is due, and two processes look at once."""
    await prepare(database, config)
    clock = HandClock()
    clock.moment = SUNDAY
    with sql(database) as run:
        before = run("SELECT count(*) FROM outbox")
    with database.books(config.community, LINK) as one, database.books(config.community, LINK) as other:
        towns = [OpenTown(one, clock, REACTIONS), OpenTown(other, clock, REACTIONS)]
        await asyncio.gather(*(do_what_is_due(town) for town in towns))
        with sql(database) as run:
            done = run("SELECT count(*) FROM outbox"), run("SELECT count(*) FROM points_entries")
            assert done[0] > before
            assert run("SELECT state, took_part FROM votes") == [("closed", 0)]
            invariants.books_balance(run)
        await do_what_is_due(towns[0])
        with sql(database) as run:
            assert (run("SELECT count(*) FROM outbox"), run("SELECT count(*) FROM points_entries")) == done
