"""What 50 more features cost a menu tap and a ballot: at most 15 % more processor time, promised.

Two of our bots, each with a town of its own, one with 50 more commands and 50 more buttons; rounds of both in turn.
"""

import asyncio
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import _town, line
from benchmarks._bots import HERE, Bot, bot, far_end
from benchmarks._more_handlers import MORE
from benchmarks.paths import GUEST, PEOPLE, Contest, Make, books_in, config_for, people_of

ROUNDS = 8


async def measure() -> None:
    """Print the price of a menu tap and of a ballot, as a multiple of what it is without them."""
    hello = _town.said([GUEST], "hello")[0]
    with tempfile.TemporaryDirectory() as name:
        async with far_end() as telegram:
            few, many = (Path(name) / place for place in ("few", "many"))
            vote, same = [await _town.settle(books_in(folder), PEOPLE) for folder in (few, many)]
            plain = "-m", "bot", "--config", config_for(few, telegram)
            crowded = "-m", "benchmarks._more_handlers", "--config", config_for(many, telegram)
            async with (
                bot(telegram, hello, HERE / "_echo.py", "{url}", "{token}") as echo,
                bot(telegram, hello, *plain, folder=few) as usual,
                bot(telegram, hello, *crowded, folder=many) as more,
            ):
                await _compare("menu tap", echo, (usual, _town.goes_home), (more, _town.goes_home))
                casts = [partial(_town.casts, vote=one) for one in (vote, same)]
                await _compare("ballot", echo, (usual, casts[0]), (more, casts[1]))


async def _compare(name: str, echo: Bot, usual: tuple[Bot, Make], more: tuple[Bot, Make]) -> None:
    contest = Contest()
    for turn in range(ROUNDS):
        await contest.round("echo", echo, _town.said(people_of(turn), "你好"))
        order = (("usual", usual), ("more", more))
        for what, (of, make) in order if turn % 2 else reversed(order):
            await contest.round(what, of, make(people_of(turn)))
    told = f"{contest.per_core('usual'):.0f} without; the echo {contest.per_core('echo'):.0f}"
    price = contest.price("more", "usual")
    line(f"{name}, {MORE} more handlers", f"{contest.per_core('more'):.0f} a core", price, told)


if __name__ == "__main__":
    asyncio.run(measure())
