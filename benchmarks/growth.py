"""What a ballot and a balance cost a core as the community and the vote grow: at most 1.2 × what they cost in the
smallest, promised. `python -m benchmarks.growth [PEOPLE …]`; a million people take some minutes to settle in.
"""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from benchmarks import _town, line
from benchmarks._bots import bot, far_end
from benchmarks.paths import GUEST, Contest, books_in, config_for
from bot.votes.model.vote import Vote

SIZES = (1_000, 100_000)
AT_ONCE = 500
ROUNDS = 7


async def measure(sizes: Sequence[int]) -> None:
    """Each size in a town and a bot of its own, rounds of all in turn; half of the people have voted before."""
    contest, hello = Contest(), _town.said([GUEST], "hello")[0]
    voters = range(_town.FIRST, _town.FIRST + AT_ONCE)
    with tempfile.TemporaryDirectory() as name:
        folders = {people: Path(name) / str(people) for people in sizes}
        votes = {people: await _settled(folder, people) for people, folder in folders.items()}
        async with far_end() as telegram, AsyncExitStack() as bots:
            ours = {}
            for people, folder in folders.items():
                start = "-m", "bot", "--config", config_for(folder, telegram)
                ours[people] = await bots.enter_async_context(bot(telegram, hello, *start, folder=folder))
            for _ in range(ROUNDS):
                for people, one in ours.items():
                    await contest.round(f"ballots {people}", one, _town.casts(voters, votes[people]))
                for people, one in ours.items():
                    await contest.round(f"balances {people}", one, _town.sees_points(voters))
    for people in sizes:
        for what in ("ballots", "balances"):
            price = contest.price(f"{what} {people}", f"{what} {sizes[0]}")
            of = f"{people} residents, {people // 2} ballots cast before"
            line(f"{what} a core", f"{contest.per_core(f'{what} {people}'):.0f} a second", price, of)


async def _settled(folder: Path, people: int) -> Vote:
    database = books_in(folder)
    vote = await _town.settle(database, people)
    _town.stuff(database, people // 2)
    return vote


if __name__ == "__main__":
    asyncio.run(measure([int(size) for size in sys.argv[1:]] or SIZES))
