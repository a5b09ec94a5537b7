"""A courier in a process of its own: `python -m tests.delivery.alone FILE_OR_ADDRESS URL`, until it is killed."""

import asyncio
import sys
from pathlib import Path

from bot.config import load
from bot.delivery.courier import Courier
from bot.kit.clock import PlaygroundClock
from storage.database import Database, PostgresDatabase, SqliteFile
from tests.databases import LINK
from tests.delivery.stage import TOKEN, QuietTown


def database_at(where: str) -> Database:
    return PostgresDatabase.at(where, 1, Path("secrets")) if "://" in where else SqliteFile(Path(where))


async def deliver_for_ever(database: Database, url: str) -> None:
    """Use these books and the playground at `url`."""
    config = load(Path(__file__).parents[2] / "config.yaml")
    clock = PlaygroundClock(f"{url}/control", "alone")
    await clock.catch_up()
    with database.books(config.community, LINK) as books:
        async with Courier(TOKEN, url, QuietTown(books, clock), clock, config.delivery):
            await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(deliver_for_ever(database_at(sys.argv[1]), sys.argv[2]))
