"""The town without Telegram, on the morning of 25 November; the next sittings stand in the books."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.config import Config
from bot.reactions import REACTIONS
from bot.town import OpenTown
from storage.database import Database
from tests.attendance.days import Days, MovedClock
from tests.databases import LINK

MORNING = datetime(2026, 11, 25, 2, tzinfo=UTC)


@pytest.fixture
async def days(database: Database, config: Config) -> AsyncIterator[Days]:
    clock = MovedClock(MORNING)
    with database.books(config.community, LINK) as books:
        opened = Days(OpenTown(books, clock, REACTIONS), clock, database)
        await opened.at(MORNING)
        yield opened
