"""What a ballot and a balance cost a core as the community and the vote grow: the ratio to the smallest is promised
to stay within 20 %. `python -m benchmarks.growth [PEOPLE …]`; a million people take some minutes to settle in.
"""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks import _town, line
from benchmarks._bots import bot, far_end
from benchmarks.paths import GUEST, config_for
from storage.database import SqliteFile

SIZES = (1_000, 100_000)
AT_ONCE = 500
ROUNDS = 5


async def measure(sizes: Sequence[int]) -> None:
    """Each size in a town of its own; half of its people have voted before."""
    smallest: tuple[float, float] | None = None
    for people in sizes:
        ballots, balances = await _costs(people)
        smallest = smallest or (ballots, balances)
        of = f"{people} residents, {people // 2} ballots cast before"
        line("ballots a core", f"{ballots:.0f} a second", ballots / smallest[0], of)
        line("balances a core", f"{balances:.0f} a second", balances / smallest[1], of)


async def _costs(people: int) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = SqliteFile(folder / "yishi.db", folder / "secrets")
        vote = await _town.settle(database, people)
        _town.stuff(database, people // 2)
        voters = range(_town.FIRST, _town.FIRST + AT_ONCE)
        async with far_end() as telegram:
            hello = _town.said([GUEST], "hello")[0]
            start = ("-m", "bot", "--config", config_for(folder, telegram))
            async with bot(telegram, hello, *start, folder=folder) as ours:
                ballots = [await ours.does(_town.casts(voters, vote)) for _ in range(ROUNDS)]
                balances = [await ours.does(_town.sees_points(voters)) for _ in range(ROUNDS)]
    return median(pace.per_core for pace in ballots), median(pace.per_core for pace in balances)


if __name__ == "__main__":
    asyncio.run(measure([int(size) for size in sys.argv[1:]] or SIZES))
