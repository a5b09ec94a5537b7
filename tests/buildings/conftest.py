"""The town without Telegram."""

from collections.abc import AsyncIterator

import pytest

from bot.config import Config
from bot.reactions import REACTIONS
from bot.town import OpenTown
from storage.database import Database
from tests.votes.hall import Hall, HandClock


@pytest.fixture
async def hall(database: Database, config: Config) -> AsyncIterator[Hall]:
    """A week before the sitting; its row is in the books."""
    with database.books(config.community, "https://t.me/yishi_bot") as books:
        clock = HandClock()
        hall = Hall(OpenTown(books, clock, REACTIONS), clock, database)
        await hall.at(clock.moment)
        yield hall
