"""The town without Telegram, on the morning of 25 November; the next sittings stand in the books."""

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config import Config
from bot.reactions import REACTIONS
from bot.town import OpenTown
from storage.books import SqliteBooks
from tests.attendance.days import Days, MovedClock

MORNING = datetime(2026, 11, 25, 2, tzinfo=UTC)


@pytest.fixture
async def days(sunshine: Path, config: Config, tmp_path: Path) -> AsyncIterator[Days]:
    path, clock = Path(shutil.copy(sunshine, tmp_path / "yishi.db")), MovedClock(MORNING)
    with SqliteBooks(path, config.community, "https://t.me/yishi_bot") as books:
        opened = Days(OpenTown(books, clock, REACTIONS), clock, path)
        await opened.at(MORNING)
        yield opened
