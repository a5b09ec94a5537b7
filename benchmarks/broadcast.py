"""3,500 people are written to at Telegram's pace, while residents ask things: how much of the courier's share is used?

The playground is a process of its own with its limits on, which refuses what Telegram would (429). The clock runs.
`python -m benchmarks.broadcast 300` writes to so many; the promise is about 3,500 on a quiet machine.
"""

import asyncio
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import aiohttp

from benchmarks import line, shipped, sunshine
from benchmarks.throughput import TOKEN, _playground, _post
from bot.announcements.forms import AnnouncementDraft
from bot.announcements.model import Announcement, Progress, Whom
from bot.announcements.service import sending, writing
from bot.config import Clock
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.serve import Running
from bot.unit_of_work import UnitOfWork
from nlu.embedded import load as interpreter

SHARE = 29
"""Messages a second for the courier of the 30 that Telegram allows; one is left for answers."""
FIRST = 7_000_000
JOIN = "UPDATE residents SET telegram_id = ? + id WHERE telegram_id IS NULL AND id <= ?"
MODERATOR = Reader(5000005, "林芳", community=CommunityId(1), known=True)
PLACE = Place(MODERATOR.telegram_id, MODERATOR.telegram_id)
ASKS = 20
"""So many residents ask something, in turn, one each second."""


async def measure(people: int) -> None:
    """Print the courier's efficiency, its refusals, and how long residents waited for answers meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "yishi.db"
        open_books = await sunshine(path)
        with closing(sqlite3.connect(path)) as books, books:
            books.execute(JOIN, (FIRST, people))
        async with _playground() as url, aiohttp.ClientSession(f"{url}/control/") as control:
            shares = shipped().delivery.model_copy(update={"per_second": SHARE})
            telegram = shipped().telegram.model_copy(update={"api_url": url})
            changed = {"telegram": telegram, "clock": Clock(source="playground"), "delivery": shares}
            config = shipped().model_copy(update=changed)
            await _post(control, "limits", on=False)
            async with Running(config, TOKEN, open_books, interpreter) as running:
                await _everybody_starts(control, path)
                await _post(control, "clock", running=True)
                await _post(control, "limits", on=True)
                await asyncio.sleep(2)
                found, took, waited = await _send(running, control)
                refused = await _refused(control)
    rate = found.done / took
    line("announced", f"{found.arrived} of {found.total} in {took:.1f} s, {rate:.1f} a second", rate / SHARE,
         f"the courier's share is {SHARE} a second; {refused} were refused with 429")  # fmt: skip
    waited.sort()
    p99 = waited[max(0, int(len(waited) * 0.99) - 1)]
    line("answers meanwhile", f"p99 {p99 * 1000:.0f} ms, median {waited[len(waited) // 2] * 1000:.0f} ms", p99 / 0.5,
         f"{len(waited)} answers; the promise is 500 ms")  # fmt: skip


async def _everybody_starts(control: aiohttp.ClientSession, path: Path) -> None:
    with closing(sqlite3.connect(path)) as books:
        joined = [row[0] for row in books.execute("SELECT telegram_id FROM residents WHERE telegram_id >= ?", (FIRST,))]
    for number in joined:
        await _post(control, "people", key=f"p{number}", first_name="居民", id=number)
        await _post(control, f"people/{number}/start")
    for key in ("grandma_wang", "uncle_chen", "moderator_lin", "supervisor_sun"):
        await _post(control, f"people/{key}/start")
    await _post(control, "settle", timeout=600)


async def _send(running: Running, control: aiohttp.ClientSession) -> tuple[Progress, float, list[float]]:
    began = time.perf_counter()
    one = await running.town.do(_begins)
    waited: list[float] = []
    while not (found := await running.town.ask(sending.look, MODERATOR, one.id)).announcement.complete or found.owed:
        asked = time.perf_counter()
        await _answered(control, FIRST + 10 + len(waited) % ASKS)
        waited.append(time.perf_counter() - asked)
        await asyncio.sleep(max(0.0, 1 - waited[-1]))
    return found, time.perf_counter() - began, waited


def _begins(uow: UnitOfWork) -> Announcement:
    uow.conversations.keep(PLACE, AnnouncementDraft("benchmark", Whom.JOINED, text="明天上午9点停水，请提前接好水。"))
    return writing.send(uow, MODERATOR, PLACE, "benchmark", None, True)


async def _answered(control: aiohttp.ClientSession, who: int) -> None:
    """Until the bot's answer is there."""
    await _post(control, f"people/{who}/say", text="/help")
    await _post(control, "settle", timeout=60)


async def _refused(control: aiohttp.ClientSession) -> int:
    async with control.get("log") as answer:
        calls: list[dict[str, Any]] = await answer.json()
    return sum(call["status"] == 429 for call in calls)


if __name__ == "__main__":
    asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 3500))
