"""One and two workers on one PostgreSQL, Telegram bringing the updates: what does the second add?

Each is sent updates in turn, 32 in flight in all; with one worker the second is there and idle. PostgreSQL, the far end
and this script are on the same machine: with two cores there is no second one for the second worker, so processor time
is told too: the workers' own an update, and how many of the cores were busy, whoever with.
"""

import asyncio
import json
import os
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median

import aiohttp
from aiohttp.test_utils import unused_port

from benchmarks import ROOT, _town, line
from benchmarks._bots import TICK, FarEnd, Update, far_end, processor, started, until_it_answers
from benchmarks.paths import PEOPLE, config_for, database_of, people_of
from bot.kit.webhook import PATH, SECRET
from tests import postgres

TOKEN = "1000000:WORKERS"  # noqa: S105 - opens nothing but the far end
SHOWN = "a-secret-that-nobody-guesses"
MOST = 2
IN_FLIGHT = 32
ROUNDS = 5


@dataclass(frozen=True)
class Worker:
    url: str
    pid: int


@dataclass(frozen=True)
class Brought:
    """How one round went."""

    rate: float
    """Updates a second by the clock."""
    each: float
    """Milliseconds of the workers' processor time an update."""
    busy: float
    """Cores."""


async def measure() -> None:
    """Print updates a second with two workers, and the ratio to those with one: medians of rounds in turn."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as opened:
        folder = Path(name)
        database, environment = database_of("postgresql", folder, opened)
        vote = await _town.settle(database, PEOPLE)
        found: dict[tuple[str, int], list[Brought]] = {}
        async with far_end() as telegram, _workers(folder, telegram, environment) as workers:
            for turn in range(ROUNDS):
                for count in range(1, MOST + 1):
                    people = people_of(turn)
                    for what, updates in (
                        ("ballots", _town.casts(people, vote)),
                        ("menu taps", _town.goes_home(people)),
                    ):
                        brought = await _bring(workers[:count], updates)
                        found.setdefault((what, count), []).append(brought)
    for what in ("ballots", "menu taps"):
        _tell(what, found[what, 1], found[what, MOST])


def _tell(what: str, one: Sequence[Brought], more: Sequence[Brought]) -> None:
    alone, together = (median(each.rate for each in some) for some in (one, more))
    times, cores = (
        " and ".join(f"{median(getattr(each, of) for each in some):.1f}" for some in (one, more))
        for of in ("each", "busy")
    )
    told = f"1 worker {alone:.0f}; {times} ms of the workers' time an update; {cores} of {os.cpu_count()} cores busy"
    line(f"{what}, {MOST} workers", f"{together:.0f} a second", together / alone, told)


@asynccontextmanager
async def _workers(folder: Path, telegram: FarEnd, environment: Mapping[str, str]) -> AsyncIterator[list[Worker]]:
    """The first is ready before the second starts, so it is the one that delivers."""
    config = config_for(folder, telegram, webhook={"url": telegram.url})
    told = {"BOT_TOKEN": TOKEN, "WEBHOOK_SECRET": SHOWN, "PYTHONPATH": str(ROOT), **environment}
    ready = []
    async with AsyncExitStack() as stack:
        for _ in range(MOST):
            port = unused_port()
            command = "-m", "bot", "--config", config, "run", "--port", port
            process = await stack.enter_async_context(started(*command, folder=folder, environment=told))
            address = f"http://127.0.0.1:{port}"
            await until_it_answers(f"{address}/ready", process)
            ready.append(Worker(address + PATH, process.pid))
        yield ready


async def _bring(workers: Sequence[Worker], updates: Sequence[Update]) -> Brought:
    bodies = [json.dumps(update).encode() for update in updates]
    async with aiohttp.ClientSession(headers={SECRET: SHOWN}) as session:
        used, busy, began = _used(workers), _busy(), time.perf_counter()
        each = zip(bodies, cycle(worker.url for worker in workers), strict=False)
        await asyncio.gather(*(_carry(session, each) for _ in range(IN_FLIGHT)))
        took = time.perf_counter() - began
        return Brought(len(updates) / took, 1000 * (_used(workers) - used) / len(updates), (_busy() - busy) / took)


async def _carry(session: aiohttp.ClientSession, each: Iterator[tuple[bytes, str]]) -> None:
    """One of those in flight: the next when the last is committed and answered."""
    for body, url in each:
        async with session.post(url, data=body) as answer:
            answer.raise_for_status()


def _used(workers: Sequence[Worker]) -> float:
    return sum(processor(worker.pid) for worker in workers)


def _busy() -> float:
    """Seconds that the machine's cores were not idle so far, all together."""
    user, nice, system, _, _, *interrupts = map(int, Path("/proc/stat").read_text().split("\n")[0].split()[1:9])
    return (user + nice + system + sum(interrupts)) / TICK


if __name__ == "__main__":
    if postgres.programs() is None:
        print("workers: no PostgreSQL on this machine: NOT MEASURED", flush=True)
    else:
        asyncio.run(measure())
