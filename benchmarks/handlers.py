"""What 50 more features cost a menu tap and a ballot: at most 15 % more processor time, promised.

Two of our bots, each with a town of its own, one with 50 more commands and 50 more buttons; rounds of both in turn. The
ratio is the median of the rounds' own, so that a machine that changes its speed changes both sides.
"""

import asyncio
import tempfile
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks import _town, line
from benchmarks._bots import HERE, Bot, FarEnd, bot, far_end
from benchmarks._more_handlers import MORE
from benchmarks.paths import GUEST, PEOPLE, Contest, Make, config_for, people_of
from storage.database import SqliteFile

ROUNDS = 8


async def measure() -> None:
    """Print the price of a menu tap and of a ballot, as a multiple of what it is without them."""
    hello = _town.said([GUEST], "hello")[0]
    with tempfile.TemporaryDirectory() as name:
        async with far_end() as telegram:
            few, many = (_room(Path(name) / place, telegram) for place in ("few", "many"))
            vote, same = [await _town.settle(_books(room), PEOPLE) for room in (few, many)]
            start = "--config", "config.yaml"
            async with (
                bot(telegram, hello, HERE / "_echo.py", "{url}", "{token}") as echo,
                bot(telegram, hello, "-m", "bot", *start, folder=few) as usual,
                bot(telegram, hello, "-m", "benchmarks._more_handlers", *start, folder=many) as more,
            ):
                await _compare("menu tap", echo, (usual, _town.goes_home), (more, _town.goes_home))
                casts = [partial(_town.casts, vote=one) for one in (vote, same)]
                await _compare("ballot", echo, (usual, casts[0]), (more, casts[1]))


def _room(folder: Path, telegram: FarEnd) -> Path:
    folder.mkdir()
    config_for(folder, telegram)
    return folder


def _books(folder: Path) -> SqliteFile:
    return SqliteFile(folder / "yishi.db", folder / "secrets")


async def _compare(name: str, echo: Bot, usual: tuple[Bot, Make], more: tuple[Bot, Make]) -> None:
    contest = Contest()
    for turn in range(ROUNDS):
        await contest.round("echo", echo, _town.said(people_of(turn), "你好"))
        for what, (of, make) in (("usual", usual), ("more", more)):
            await contest.round(what, of, make(people_of(turn)))
    pairs = zip(contest.paces["usual"], contest.paces["more"], strict=True)
    price = median(before.per_core / after.per_core for before, after in pairs)
    told = f"{contest.per_core('usual'):.0f} without; the echo {contest.per_core('echo'):.0f}"
    line(f"{name}, {MORE} more handlers", f"{contest.per_core('more'):.0f} a core", price, told)


if __name__ == "__main__":
    asyncio.run(measure())
