"""Concerns raised a second, each with its card for the moderator: one at a time, and 200 at once in shared commits."""

import asyncio
import tempfile
import time
from pathlib import Path

from benchmarks import line, sunshine
from bot.concerns.forms import Draft
from bot.concerns.model.told import Told
from bot.concerns.service import telling
from bot.kit.clock import SystemClock
from bot.kit.people import CommunityId, Reader
from bot.reactions import REACTIONS
from bot.town import OpenTown

AT_ONCE = 200
ROUNDS = 3
AUTHOR = Reader(5000001, "王秀英", community=CommunityId(1), known=True)


async def measure() -> None:
    """Print what sharing a commit gains."""
    with tempfile.TemporaryDirectory() as folder:
        open_books = await sunshine(Path(folder) / "yishi.db")
        with open_books("") as books:
            town = OpenTown(books, SystemClock(), REACTIONS)
            await _rate(town, "warm", AT_ONCE)
            rounds = [(await _rate(town, f"one {n}", 1), await _rate(town, f"all {n}", AT_ONCE)) for n in range(ROUNDS)]
    single, shared = (max(rates) for rates in zip(*rounds, strict=True))
    line("concerns a second", f"{shared:.0f}", shared / single, f"{single:.0f} one at a time; {AT_ONCE} at once")


async def _rate(town: OpenTown, name: str, at_once: int) -> float:
    began = time.perf_counter()
    for first in range(0, AT_ONCE, at_once):
        await asyncio.gather(*(_raise(town, f"{name}-{first + number}") for number in range(at_once)))
    return AT_ONCE / (time.perf_counter() - began)


async def _raise(town: OpenTown, key: str) -> None:
    draft = Draft(key, Told("3号楼2单元的路灯不亮"), "3号楼2单元", 3, "lighting")
    await town.do(telling.raise_in_group, None, AUTHOR, draft)


if __name__ == "__main__":
    asyncio.run(measure())
