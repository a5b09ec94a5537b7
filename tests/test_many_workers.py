"""Two processes on one PostgreSQL, Telegram brings the updates: who delivers is killed, and the other goes on."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import unused_port
from sqlalchemy import make_url

from bot.config import Config
from bot.kit.webhook import PATH, SECRET
from bot.playground import Playground
from storage.database import PostgresDatabase
from tests import neighbours
from tests.bot_process import BotProcess, write_config
from tests.databases import FIRST_DAY, LINK, POSTGRESQL, sql
from tests.neighbours import number_in
from tests.storage.works import PATIENCE
from tests.street import Resident, watched
from tests.test_kill import MODERATOR, TOKEN, all_is_kept, all_of, beside, move_in, time_passes

PEOPLE = range(6000001, 6000031)
WEBHOOK_SECRET = "a-secret-that-nobody-guesses"
ANSWERS_BEFORE_THE_KILL = 25
OWED = "SELECT count(*) FROM outbox WHERE done_at IS NULL"
COURIERS = """
    SELECT count(*) FROM pg_locks
    JOIN pg_database ON pg_database.oid = database AND datname = current_database()
    WHERE locktype = 'advisory' AND granted
    AND ((classid::bigint << 32) | objid::bigint) = hashtextextended('courier-1000000', 0)
"""


@pytest.fixture(scope="module")
def kind() -> str:
    return POSTGRESQL


class Balancer:
    """Hands requests on to one process after the other, and to the next where one does not answer: any would do."""

    def __init__(self, ports: Sequence[int]) -> None:
        self._ports = cycle(ports)
        self._count = len(ports)
        self.took: Counter[int] = Counter()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        app = web.Application()
        app.router.add_post(PATH, self._hand_on)
        async with aiohttp.ClientSession() as self._http:
            runner = web.AppRunner(app)
            await runner.setup()
            port = unused_port()
            await web.TCPSite(runner, "127.0.0.1", port).start()
            try:
                yield f"http://127.0.0.1:{port}"
            finally:
                await runner.cleanup()

    async def _hand_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        for port in [next(self._ports) for _ in range(self._count)]:
            try:
                async with self._http.post(
                    f"http://127.0.0.1:{port}{PATH}", data=body, headers={SECRET: request.headers[SECRET]}
                ) as answer:
                    self.took[port] += answer.status == 200
                    return web.Response(status=answer.status)
            except aiohttp.ClientError:
                continue
        return web.Response(status=502)


@asynccontextmanager
async def workers(
    folder: Path, database: PostgresDatabase, api_url: str, url: str, ports: Sequence[int]
) -> AsyncIterator[list[BotProcess]]:
    """The first is ready before the others start, so it is the one that delivers."""
    plain = make_url(database.url).set(drivername="postgresql").render_as_string(hide_password=False)
    started = []
    async with AsyncExitStack() as stack:
        for port in ports:
            home = folder / str(port)
            home.mkdir()
            config = write_config(
                home,
                telegram={"api_url": api_url},
                clock={"source": "playground"},
                webhook={"url": url, "port": port, "drain_seconds": 5.0},
            )
            bot = BotProcess(
                home, "--config", str(config), "run",
                BOT_TOKEN=TOKEN, DATABASE_URL=plain, WEBHOOK_SECRET=WEBHOOK_SECRET,
            )  # fmt: skip
            await stack.enter_async_context(bot.running())
            started.append(bot)
        yield started


async def test_the_courier_is_killed_and_another_process_delivers(
    database: PostgresDatabase, config: Config, tmp_path: Path
) -> None:
    with database.books(config.community, LINK) as books:
        await books.write(move_in, FIRST_DAY)
    ports = [unused_port(), unused_port()]
    balancer = Balancer(ports)
    async with Playground(port=0) as playground, aiohttp.ClientSession() as http, balancer.listening() as url:
        control = neighbours.Playground(http, playground.url)
        await prepare(control)
        async with (
            watched(playground.url) as street,
            workers(tmp_path, database, playground.url, url, ports) as (first, second),
        ):
            residents = [Resident(number, street.inboxes[number], control) for number in PEOPLE]
            async with beside(time_passes(control)):
                telling = asyncio.create_task(all_of([resident.tells() for resident in residents]))
                await street.has_written(ANSWERS_BEFORE_THE_KILL)
                first.kill()
                await telling
            await delivered(control, database)
            with sql(database) as run:
                assert run(COURIERS) == [(1,)]
                for resident in residents:
                    resident.reads_on()
                all_is_kept(run, residents)
            cards = [message["text"] for message in drained(street.inboxes[MODERATOR])]
    assert {number_in(text) for text in cards if "路灯不亮" in text} == set(range(1, len(PEOPLE) + 1))
    assert all(balancer.took[port] > 0 for port in ports)
    assert "Traceback" not in second.log.read_text()


async def prepare(control: neighbours.Playground) -> None:
    await control.post("limits", on=False)
    await control.post("clock", set=FIRST_DAY.isoformat(), running=False)
    await control.post(f"people/{MODERATOR}/start")
    for number in PEOPLE:
        await control.post("people", key=f"resident_{number}", first_name="居民", id=number)


async def delivered(control: neighbours.Playground, database: PostgresDatabase) -> None:
    """Time passes until nothing is owed."""
    async with asyncio.timeout(PATIENCE):
        owed = True
        while owed:
            await control.post("clock", advance=1)
            with sql(database) as run:
                owed = run(OWED) != [(0,)]


def drained(inbox: "asyncio.Queue[dict[str, Any]]") -> list[dict[str, Any]]:
    return [inbox.get_nowait() for _ in range(inbox.qsize())]
