"""The town without Telegram."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.config import Config
from bot.reactions import REACTIONS
from bot.town import OpenTown
from storage.books import SqliteBooks
from tests.votes.hall import Hall, HandClock


@pytest.fixture
async def hall(sunshine: Path, config: Config, tmp_path: Path) -> AsyncIterator[Hall]:
    """A week before the sitting; its row is in the books."""
    path = await asyncio.to_thread(lambda: Path(shutil.copy(sunshine, tmp_path / "yishi.db")))
    with SqliteBooks(path, config.community, "https://t.me/yishi_bot") as books:
        clock = HandClock()
        hall = Hall(OpenTown(books, clock, REACTIONS), clock, path)
        await hall.at(clock.moment)
        yield hall
