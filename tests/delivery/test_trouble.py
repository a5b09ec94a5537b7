"""What befalls couriers themselves: kills, a full disk, Telegram being away, a wrong token."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import unused_port
from telegram.error import InvalidToken

from bot.config import Delivery
from bot.delivery import service
from bot.delivery.courier import Courier
from bot.kit.town import UpdateKey
from bot.playground import Playground
from storage.database import Database, PostgresDatabase
from tests.databases import Books
from tests.delivery.stage import CHEN, GRANDMA, TOKEN, HandClock, Neighbourhood, QuietTown, at_work

P = ParamSpec("P")
T = TypeVar("T")


class FullDisk(QuietTown):
    """A town whose books take no outcome for the first few times."""

    failures = 2

    async def do(
        self,
        use_case: Callable[Concatenate[Any, P], T],
        once: UpdateKey | None = None,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        if use_case is service.settle and self.failures:
            self.failures -= 1
            raise OSError("no space left on device")
        return await super().do(use_case, once, *args, **kwargs)


@contextmanager
def a_courier_alone(database: Database, url: str) -> Iterator[subprocess.Popen[bytes]]:
    """A courier in another process; killed at the end, without a word of warning."""
    where = database.url if isinstance(database, PostgresDatabase) else str(database)
    process = subprocess.Popen([sys.executable, "-m", "tests.delivery.alone", where, url], cwd=Path.cwd())
    try:
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


async def test_a_killed_courier_loses_nothing(
    here: Neighbourhood, town: QuietTown, rules: Delivery, bare: Database
) -> None:
    await here.directs("/faults", kind="delay", method="sendMessage", chat=GRANDMA, seconds=60)
    await town.owes("in flight", GRANDMA)
    await town.owes("sent before", CHEN)
    with a_courier_alone(bare, here.url):
        async with asyncio.timeout(120):
            while await town.due() or not await here.texts(CHEN):
                pass
    assert await here.texts(GRANDMA) == []
    async with at_work(here, town, rules) as successor:
        await successor.deliver()
        await here.passes(minutes=1)
    assert await here.texts(GRANDMA) == ["in flight"]
    assert set(await here.texts(CHEN)) == {"sent before"}


async def test_a_full_disk_sends_nothing_twice(books: Books, here: Neighbourhood, rules: Delivery) -> None:
    town = FullDisk(books, here.clock)
    async with at_work(here, town, rules.model_copy(update={"tick_seconds": 0.05})) as courier:
        await town.owes("welcome")
        await courier.deliver()
        await here.passes(minutes=1)
    assert await here.texts(GRANDMA) == ["welcome"]
    assert town.failures == 0
    assert await town.do(service.release) == 0


async def test_a_courier_may_come_before_telegram_does(books: Books, hand_clock: HandClock, rules: Delivery) -> None:
    town, port = QuietTown(books, hand_clock), unused_port()
    await town.owes("welcome")
    async with Courier(TOKEN, f"http://127.0.0.1:{port}/", town, hand_clock, rules) as courier:
        await courier.deliver()
        async with Playground(port=port) as playground, ClientSession() as http:
            await http.post(f"{playground.url}/control/people/{GRANDMA}/start")
            hand_clock.passes(seconds=2)
            await courier.deliver()
            assert len(playground.world.log.after(0)) == 1
    assert await town.due() == 0


async def test_a_wrong_token_is_refused_without_being_repeated(
    here: Neighbourhood, town: QuietTown, rules: Delivery
) -> None:
    with pytest.raises(InvalidToken) as refusal:
        async with Courier("123:WRONG", here.url, town, here.clock, rules):
            pass
    assert "WRONG" not in str(refusal.value)
    assert refusal.value.__suppress_context__


def test_the_courier_needs_nothing_of_aiogram() -> None:
    alone = "import sys, bot.delivery.courier; sys.exit('aiogram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", alone], check=False).returncode == 0
