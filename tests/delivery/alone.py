"""A courier in a process of its own: `python -m tests.delivery.alone FILE URL`, until it is killed."""

import asyncio
import sys
from pathlib import Path

from bot.config import load
from bot.delivery.courier import Courier
from bot.kit.clock import PlaygroundClock
from storage.books import SqliteBooks
from tests.delivery.stage import TOKEN, QuietTown


async def deliver_for_ever(file: Path, url: str) -> None:
    """Use the books in `file` and the playground at `url`."""
    config = load(Path(__file__).parents[2] / "config.yaml")
    clock = PlaygroundClock(f"{url}/control", "alone")
    await clock.catch_up()
    with SqliteBooks(file, config.community, "https://t.me/yishi_bot") as books:
        async with Courier(TOKEN, url, QuietTown(books, clock), clock, config.delivery):
            await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(deliver_for_ever(Path(sys.argv[1]), sys.argv[2]))
