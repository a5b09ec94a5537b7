"""The neighbourhood that every conversation happens in: a playground, the bot under it, and a cast."""

import asyncio
import logging
import shutil
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import aiohttp
import hypothesis
import pytest

from bot.config import Clock as ClockConfig
from bot.config import Config, load
from bot.demo import enter_cast
from bot.kit.clock import SystemClock
from bot.playground import Playground
from bot.reactions import REACTIONS
from bot.serve import Running
from bot.sunshine import GROUP, open_sunshine
from bot.town import OpenTown
from bot.voice.listener import Transcribe
from storage.books import SqliteBooks
from storage.upgrade import upgrade
from tests import elder_screens, neighbours
from tests.neighbours import Clock, Look, Neighbourhood, Someone

hypothesis.settings.register_profile(
    "same each time",
    derandomize=True,
    deadline=None,
    max_examples=50,
    phases=set(hypothesis.Phase) - {hypothesis.Phase.explain},  # it takes minutes
)
hypothesis.settings.load_profile("same each time")

TOKEN = "1000000:PLAYGROUND"
WEDNESDAY_MORNING = "2026-11-25T02:00:00+00:00"
"""10 o'clock in Shanghai."""


@pytest.fixture(scope="session")
def config() -> Config:
    """The numbers that ship."""
    return load(Path(__file__).parent.parent / "config.yaml")


@pytest.fixture(scope="session")
def sunshine(tmp_path_factory: pytest.TempPathFactory, config: Config) -> Path:
    """The books of 阳光社区 on its first day, to be copied for each test."""
    path = tmp_path_factory.mktemp("books") / "yishi.db"
    upgrade(path)

    async def found() -> None:
        with SqliteBooks(path, config.community, "https://t.me/yishi_bot") as books:
            await OpenTown(books, SystemClock(), REACTIONS).do(open_sunshine)

    asyncio.run(found())
    return path


@pytest.fixture
def transcribes() -> Transcribe | None:
    """Nobody listens to voice messages, as on most machines; tests/voice has ears."""
    return None


@pytest.fixture
async def town(
    sunshine: Path, config: Config, tmp_path: Path, caplog: pytest.LogCaptureFixture, transcribes: Transcribe | None
) -> AsyncIterator[Neighbourhood]:
    """阳光社区 with the bot at work, at 10 on a Wednesday morning. Whatever is logged as an error fails the test."""
    path = Path(shutil.copy(sunshine, tmp_path / "yishi.db"))
    async with Playground(port=0) as playground, aiohttp.ClientSession() as http:
        control = neighbours.Playground(http, playground.url)
        await control.post("clock", set=WEDNESDAY_MORNING, running=False)
        telegram = config.telegram.model_copy(update={"api_url": playground.url})
        played = config.model_copy(update={"telegram": telegram, "clock": ClockConfig(source="playground")})

        def books(link: str) -> SqliteBooks:
            return SqliteBooks(path, config.community, link)

        async with Running(played, TOKEN, books, transcribe=transcribes) as running:
            neighbourhood = Neighbourhood(control, running, GROUP)
            await enter_cast(playground.url)
            await neighbourhood.begins()
            yield neighbourhood
            await neighbourhood.settles()
        await elder_screens.check(control, path)
    assert [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.ERROR] == []


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Reads the books of the running `town` through another connection."""

    def rows(query: str) -> Sequence[tuple[Any, ...]]:
        with closing(sqlite3.connect(tmp_path / "yishi.db")) as database:
            return database.execute(query).fetchall()

    return rows


@pytest.fixture
def clock(town: Neighbourhood) -> Clock:
    """Stands still unless moved."""
    return Clock(town)


@pytest.fixture
def elder(town: Neighbourhood) -> Someone:
    """王秀英 is 81, uses 长辈版 and only ever taps."""
    return Someone(town, "grandma_wang", 5000001, "王秀英")


@pytest.fixture
def liaison(town: Neighbourhood) -> Someone:
    """陈建国 is the liaison of building 3."""
    return Someone(town, "uncle_chen", 5000002, "陈建国")


@pytest.fixture
def tenant(town: Neighbourhood) -> Someone:
    """李明 rents in building 5 and has not joined yet."""
    return Someone(town, "xiao_li", 5000003, "李明")


@pytest.fixture
def owner(town: Neighbourhood) -> Someone:
    """赵敏 owns a flat in building 7 and has not joined yet."""
    return Someone(town, "ms_zhao", 5000004, "赵敏")


@pytest.fixture
def moderator(town: Neighbourhood) -> Someone:
    """林芳 moderates, and owns the group."""
    return Someone(town, "moderator_lin", 5000005, "林芳")


@pytest.fixture
def guide(town: Neighbourhood) -> Someone:
    """周老师 advises from outside, and reads English."""
    return Someone(town, "guide_zhou", 5000006, "周老师")


@pytest.fixture
def supervisor(town: Neighbourhood) -> Someone:
    """孙国强 sees everything and changes nothing."""
    return Someone(town, "supervisor_sun", 5000007, "孙国强")


@pytest.fixture
def outsider(town: Neighbourhood) -> Someone:
    """何伟 lives somewhere else."""
    return Someone(town, "outsider_he", 5000008, "何伟")
