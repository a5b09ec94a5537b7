"""How many updates a second are answered and committed when Telegram takes 100 ms for each answer.

The playground is a process of its own. One chat's updates are handled in order: that is the sequential bot.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from benchmarks import line, shipped, sunshine
from bot.config import Clock
from bot.serve import Running
from nlu.embedded import load as interpreter

TOKEN = "1000000:PLAYGROUND"  # noqa: S105 - opens nothing but the playground
DELAY = 0.1
CHATS = 50
MESSAGES = 20
"""From each chat; the single chat sends `SINGLE` in all."""
SINGLE = 50
FIRST = 7000001


async def measure() -> None:
    """Print how many times faster 50 chats are than one."""
    with tempfile.TemporaryDirectory() as folder:
        open_books = await sunshine(Path(folder) / "yishi.db")
        async with _playground() as url, aiohttp.ClientSession(f"{url}/control/") as control:
            telegram = shipped().telegram.model_copy(update={"api_url": url})
            config = shipped().model_copy(update={"telegram": telegram, "clock": Clock(source="playground")})
            async with Running(config, TOKEN, open_books, interpreter):
                await _prepare(control)
                await _rate(control, CHATS, 2)  # everything is warm
                single = await _rate(control, 1, SINGLE)
                many = await _rate(control, CHATS, MESSAGES)
    condition = f"{single:.1f} one by one; {CHATS} chats, {DELAY * 1000:.0f} ms API delay, each with a commit"
    line("updates a second", f"{many:.0f}", many / single, condition)


async def _prepare(control: aiohttp.ClientSession) -> None:
    await _post(control, "limits", on=False)
    for number in range(CHATS):
        await _post(control, "people", key=f"person_{number}", first_name="居民", id=FIRST + number)
    await _post(control, "faults", kind="delay", method="sendMessage", seconds=DELAY, count=1_000_000)


async def _rate(control: aiohttp.ClientSession, chats: int, messages: int) -> float:
    """Updates a second until the last is acknowledged; `/ordinary` writes to the books and answers once."""
    began = time.perf_counter()
    for _ in range(messages):
        for number in range(chats):
            await _post(control, f"people/{FIRST + number}/say", text="/ordinary")
    await _post(control, "settle", timeout=120)
    return chats * messages / (time.perf_counter() - began)


async def _post(control: aiohttp.ClientSession, path: str, **body: object) -> None:
    async with control.post(path, json=body) as answer:
        if answer.status != 200:
            raise SystemExit(f"{path}: {await answer.text()}")


@asynccontextmanager
async def _playground() -> AsyncIterator[str]:
    arguments = (sys.executable, "-m", "bot.playground", "--port", "0")
    process = await asyncio.create_subprocess_exec(*arguments, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    said = await process.stdout.readline()
    try:
        yield said.decode().split()[-1]
    finally:
        process.terminate()
        await process.wait()


if __name__ == "__main__":
    asyncio.run(measure())
