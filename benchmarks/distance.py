"""What 50 ms to the Bot API and back add to an answer, and take from the pace, beside the echo of aiogram's.

Wanted is a p50 of at most 1.5 × what it is without. By the letter that is out of reach where an answer takes a few
milliseconds and one trip 50, so the ratio is to the p50 without and one trip: half of it is the update's, half the
answer's. The letter's figure stands beside it. Waits are the far end's. Where updates come faster than trips end, each
also waits until it is asked for: the echo shows how much of it is polling, and the rest is that we finish a batch
before we ask.
"""

import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import _town, line
from benchmarks._bots import HERE, Bot, bot, far_end
from benchmarks.paths import GUEST, PEOPLE, Contest, Make, books_in, config_for, people_of

TRIP = 0.05
ROUNDS = 3
PACES = (5, 40), (40, 200)
"""So many a second, and so many of a round's people: less and more than one within a trip."""


@dataclass(frozen=True)
class Way:
    """One thing that people do, and of whom."""

    name: str
    of: Bot
    make: Make


async def measure() -> None:
    """Print waits at a modest pace, and then the pace of 600 at once."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        vote = await _town.settle(books_in(folder), PEOPLE)
        async with far_end() as telegram:
            hello = _town.said([GUEST], "hello")[0]
            start = "-m", "bot", "--config", config_for(folder, telegram)
            async with (
                bot(telegram, hello, HERE / "_echo.py", "{url}", "{token}") as echo,
                bot(telegram, hello, *start, folder=folder) as ours,
            ):
                ways = (
                    Way("echo", echo, partial(_town.said, text="你好")),
                    Way("ballot", ours, partial(_town.casts, vote=vote)),
                    Way("menu tap", ours, _town.goes_home),
                )
                for rate, people in PACES:
                    await _paced(ways, people, rate)
                await _at_once(ways)


async def _paced(ways: Sequence[Way], people: int, rate: int) -> None:
    contest = await _rounds(ways, people, rate)
    for way in ways:
        near, far = contest.p50(f"{way.name}, near"), contest.p50(f"{way.name}, far")
        needed = near + 1000 * TRIP
        told = f"{near:.1f} without; by the letter {far / near:.1f}; {rate} a second"
        line(f"{way.name}, p50 with {1000 * TRIP:.0f} ms of round trip", f"{far:.1f} ms", far / needed, told)


async def _at_once(ways: Sequence[Way]) -> None:
    contest = await _rounds(ways, len(people_of(0)), 0)
    for way in ways:
        near, far = contest.rate(f"{way.name}, near"), contest.rate(f"{way.name}, far")
        told = f"{near:.0f} without; {len(people_of(0))} at once"
        line(f"{way.name}, with {1000 * TRIP:.0f} ms of round trip", f"{far:.0f} a second", far / near, told)


async def _rounds(ways: Sequence[Way], people: int, rate: int) -> Contest:
    contest = Contest()
    for turn in range(ROUNDS):
        for way in ways:
            for name, trip in (("near", 0.0), ("far", TRIP)):
                updates = way.make(people_of(turn)[:people])
                await contest.round(f"{way.name}, {name}", way.of, updates, rate=rate, trip=trip)
    return contest


if __name__ == "__main__":
    asyncio.run(measure())
