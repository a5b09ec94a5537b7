"""An outbox on real books, and a courier between it and the playground, over HTTP, with the clock stopped."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.config import Config, Delivery, load
from bot.delivery.courier import Courier
from bot.kit.clock import PlaygroundClock
from bot.playground import Playground
from storage.database import Database
from tests.databases import LINK, Books
from tests.delivery.queue import Queue
from tests.delivery.stage import CHEN, GRANDMA, LI, ZHAO, HandClock, Neighbourhood, QuietTown, at_work


@pytest.fixture(scope="session")
def config() -> Config:
    return load(Path(__file__).parents[2] / "config.yaml")


@pytest.fixture
def rules(config: Config) -> Delivery:
    return config.delivery


@pytest.fixture
def hand_clock() -> HandClock:
    return HandClock()


@pytest.fixture
def books(bare: Database, config: Config) -> Iterator[Books]:
    with bare.books(config.community, LINK) as books:
        yield books


@pytest.fixture
async def here() -> AsyncIterator[Neighbourhood]:
    """The default scene with the clock stopped; grandma, Chen, Li and Zhao have started the bot."""
    async with Playground(port=0) as playground, ClientSession() as http:
        clock = PlaygroundClock(f"{playground.url}/control", "test")
        here = Neighbourhood(http, playground.url, clock)
        await here.directs("/clock", running=False)
        for who in (GRANDMA, CHEN, LI, ZHAO):
            await here.directs(f"/people/{who}/start")
        await clock.catch_up()
        yield here


@pytest.fixture
def town(books: Books, here: Neighbourhood) -> QuietTown:
    return QuietTown(books, here.clock)


@pytest.fixture
async def courier(here: Neighbourhood, town: QuietTown, rules: Delivery) -> AsyncIterator[Courier]:
    async with at_work(here, town, rules) as courier:
        yield courier


@pytest.fixture
def queue(books: Books, hand_clock: HandClock) -> Queue:
    return Queue(books, hand_clock)
