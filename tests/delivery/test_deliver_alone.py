"""A courier in a process of its own does what is due, and so must know where the bot's chat opens."""

import asyncio
from contextlib import nullcontext

import pytest

from bot.config import Clock, Config
from bot.kit.locks import NoOthers
from bot.playground import Playground
from bot.serve import deliver_alone
from storage.database import Database
from tests.databases import LINK, Books

TOKEN = "1000000:PLAYGROUND"


@pytest.mark.both
async def test_its_notices_lead_to_the_bots_chat(database: Database, config: Config) -> None:
    stop, links = asyncio.Event(), []

    def books(link: str) -> Books:
        links.append(link)
        stop.set()
        return database.books(config.community, link)

    async with Playground(port=0) as playground:
        telegram = config.telegram.model_copy(update={"api_url": playground.url})
        played = config.model_copy(update={"telegram": telegram, "clock": Clock(source="playground")})
        await deliver_alone(played, TOKEN, books, nullcontext(NoOthers()), stop)
    assert links == [LINK]
