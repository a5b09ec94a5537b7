"""3,500 people join through the playground, each by the link of the household: do the last wait longer than the first?

The playground's rate limits are off: what they do to answers is not what is measured.
"""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import aiohttp

from benchmarks import line, shipped, sunshine
from bot.config import Clock
from bot.playground import Playground
from bot.serve import Running
from nlu.embedded import load as interpreter

TOKEN = "1000000:PLAYGROUND"  # noqa: S105 - the playground's own
TOGETHER, MEASURED = 50, 500
"""So many are on the way in at once; so many, first and last, are compared."""
FREE = """SELECT code, residents.id, residents.name FROM residents JOIN household_codes USING (household_id)
    WHERE telegram_id IS NULL ORDER BY residents.id"""
JOINED = "SELECT count(*) FROM residents WHERE telegram_id IS NOT NULL"


async def measure() -> None:
    """Print what the last cost against the first, and that all are in."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "yishi.db"
        open_books = await sunshine(path)
        async with Playground(port=0) as playground, aiohttp.ClientSession(f"{playground.url}/control/") as control:
            telegram = shipped().telegram.model_copy(update={"api_url": playground.url})
            played = shipped().model_copy(update={"telegram": telegram, "clock": Clock(source="playground")})
            await _post(control, "limits", on=False)
            async with Running(played, TOKEN, open_books, interpreter):
                took = await _all_join(control, _rows(path, FREE))
        rounds = MEASURED // TOGETHER
        first, last = sum(took[:rounds]), sum(took[-rounds:])
        joined = _rows(path, JOINED)[0][0]
    line("the last 500 who join", f"{last / MEASURED * 1000:.1f} ms each", last / first,
         f"the first {first / MEASURED * 1000:.1f} ms; {joined} people have joined")  # fmt: skip


async def _all_join(control: aiohttp.ClientSession, slips: Sequence[tuple[str, int, str]]) -> list[float]:
    """Seconds for each group, from pressing START to the welcome of its last."""
    took = []
    for first in range(0, len(slips), TOGETHER):
        group = slips[first : first + TOGETHER]
        await asyncio.gather(*(_post(control, "people", key=f"p{id_}", first_name=name) for _, id_, name in group))
        began = time.perf_counter()
        await _step(control, [(id_, "start", {"payload": f"code-{code}"}) for code, id_, _ in group])
        await _step(control, [(id_, "tap", {"button": "普通版"}) for _, id_, _ in group])
        await _step(control, [(id_, "tap", {"button": "我同意"}) for _, id_, _ in group])
        await _step(control, [(id_, "tap", {"button": name}) for _, id_, name in group])
        took.append(time.perf_counter() - began)
    return took


async def _step(control: aiohttp.ClientSession, acts: Sequence[tuple[int, str, dict[str, object]]]) -> None:
    await asyncio.gather(*(_post(control, f"people/p{id_}/{what}", **body) for id_, what, body in acts))
    await _post(control, "settle", timeout=60)


async def _post(control: aiohttp.ClientSession, path: str, **body: object) -> None:
    async with control.post(path, json=body) as answer:
        if answer.status >= 300:
            raise SystemExit(f"{path}: {await answer.text()}")


def _rows(path: Path, query: str) -> list[tuple[str, int, str]]:
    with closing(sqlite3.connect(path)) as books:
        return books.execute(query).fetchall()


if __name__ == "__main__":
    asyncio.run(measure())
