"""阳光社区 without Telegram, at 10 on a Wednesday morning."""

from collections.abc import AsyncIterator

import pytest

from bot.config import Config
from bot.reactions import REACTIONS
from bot.town import OpenTown
from storage.database import Database
from tests.databases import LINK
from tests.previews.hall import OPENING, Hall, HandClock


@pytest.fixture
async def hall(database: Database, config: Config) -> AsyncIterator[Hall]:
    """Nothing is delivered unless the test says so."""
    with database.books(config.community, LINK) as books:
        clock = HandClock()
        hall = Hall(OpenTown(books, clock, REACTIONS), clock, database)
        await hall.lived_until(OPENING)
        yield hall
