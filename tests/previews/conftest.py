"""阳光社区 without Telegram, at 10 on a Wednesday morning."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.config import Config
from bot.reactions import REACTIONS
from bot.town import OpenTown
from storage.books import SqliteBooks
from tests.previews.hall import OPENING, Hall, HandClock


@pytest.fixture
async def hall(sunshine: Path, config: Config, tmp_path: Path) -> AsyncIterator[Hall]:
    """Nothing is delivered unless the test says so."""
    path = Path(shutil.copy(sunshine, tmp_path / "hall.db"))
    with SqliteBooks(path, config.community, "https://t.me/yishi_bot") as books:
        clock = HandClock()
        hall = Hall(OpenTown(books, clock, REACTIONS), clock, path)
        await hall.lived_until(OPENING)
        yield hall
