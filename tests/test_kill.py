"""`kill -9` in the middle of 200 concerns: none that was confirmed to its resident is lost, none is there twice."""

import asyncio
import random
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.config import Config
from bot.kit.clock import SystemClock
from bot.kit.people import CommunityId
from bot.playground import Playground
from bot.reactions import REACTIONS
from bot.residents.model import CONSENT_VERSION, Account
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from storage.books import SqliteBooks
from storage.database import SqliteFile
from tests import neighbours
from tests.bot_process import BotProcess, write_config
from tests.databases import Sql, sql
from tests.neighbours import number_in
from tests.street import Resident, watched

TOKEN = "1000000:PLAYGROUND"
MODERATOR = 5000005
RESIDENTS = range(6000001, 6000201)
KILLS = sorted(random.Random(20261122).sample(range(20, 480), 3))  # noqa: S311 - the same each time
"""After so many messages of the bot; 200 concerns take more than 500 answers."""
CARDS_BEFORE_THE_LAST_KILL = 60
"""The courier is killed while it brings the moderator's cards."""
MOST_SECONDS = 900


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    """Without its limits: what they do to answers is tested elsewhere."""
    async with Playground(port=0) as playground:
        yield playground


@pytest.fixture
async def control(playground: Playground) -> AsyncIterator[neighbours.Playground]:
    async with aiohttp.ClientSession() as http:
        control = neighbours.Playground(http, playground.url)
        await control.post("limits", on=False)
        await control.post("clock", set="2026-11-25T02:00:00+00:00", running=False)
        await control.post(f"people/{MODERATOR}/start")
        for number in RESIDENTS:
            await control.post("people", key=f"resident_{number}", first_name="居民", id=number)
        yield control


@pytest.fixture
async def books(sunshine: Path, config: Config, tmp_path: Path) -> Path:
    """阳光社区, where 200 more people have joined."""
    path = Path(shutil.copy(sunshine, tmp_path / "yishi.db"))
    with SqliteBooks(path, config.community, "") as books:
        await OpenTown(books, SystemClock(), REACTIONS).do(move_in)
    return path


def move_in(uow: UnitOfWork) -> None:
    community = CommunityId(1)
    for number, telegram_id in enumerate(RESIDENTS):
        home = uow.residents.household_at(community, 8 + number // 60, 1 + number % 60 // 20, f"{1 + number % 10}01")
        free = next(member for member in uow.residents.household_members(home.id) if member.free)
        uow.residents.save_account(
            Account(telegram_id, free.name, "zh", elder=False, community=community, consent_version=CONSENT_VERSION),
            uow.now,
        )
        assert uow.residents.claim_place(free.id, telegram_id, uow.now)


async def all_of(work: Sequence[Awaitable[None]]) -> None:
    await asyncio.gather(*work)


async def time_passes(control: neighbours.Playground) -> None:
    """Second by second, as the courier needs it: a chat takes one message a second. Until cancelled."""
    for _ in range(MOST_SECONDS):
        await control.post("clock", advance=1)


@asynccontextmanager
async def beside(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_killed_in_the_middle_of_200_concerns(
    playground: Playground, control: neighbours.Playground, books: Path, tmp_path: Path
) -> None:
    config = write_config(
        tmp_path,
        telegram={"api_url": playground.url, "poll_seconds": 5},
        clock={"source": "playground"},
        storage={"path": str(books)},
    )
    bot = BotProcess(tmp_path, "--config", str(config), "run", BOT_TOKEN=TOKEN)
    async with watched(playground.url) as street:
        residents = [Resident(number, street.inboxes[number], control) for number in RESIDENTS]
        telling = asyncio.create_task(all_of([resident.tells() for resident in residents]))
        for messages in KILLS:
            async with bot.running():
                await street.has_written(messages)
        async with bot.running():
            await telling
            await control.post("settle")
            async with beside(time_passes(control)):
                await street.has_written(street.written + CARDS_BEFORE_THE_LAST_KILL)
        async with bot.running():
            await delivered(control, books)
    for resident in residents:
        resident.reads_on()
    assert "Traceback" not in bot.log.read_text()
    with sql(SqliteFile(books)) as run:
        all_is_kept(run, residents)
    every_card_came(street.inboxes[MODERATOR])


async def delivered(control: neighbours.Playground, books: Path) -> None:
    """Let time pass until nothing is owed."""
    for _ in range(MOST_SECONDS):
        await control.post("clock", advance=1)
        with sql(SqliteFile(books)) as run:
            if run("SELECT count(*) FROM outbox WHERE done_at IS NULL") == [(0,)]:
                return
    raise AssertionError("something is still owed")


def all_is_kept(run: Sql, residents: Sequence[Resident]) -> None:
    """Each concern is in the books once, as it was told, under the number that its resident was given."""
    kept = run("SELECT r.telegram_id, c.number, c.text FROM concerns c JOIN residents r ON r.id = c.author_id")
    told = [(resident.telegram_id, resident.receipts[0], resident.words) for resident in residents]
    assert sorted(kept) == sorted(told)
    assert all(len(set(resident.receipts)) == 1 for resident in residents)
    assert sorted(number for _, number, _ in kept) == list(range(1, len(residents) + 1))
    assert run("SELECT deed, count(*) FROM concern_history GROUP BY deed") == [("raise", len(residents))]
    assert run("SELECT count(*) FROM conversations") == [(0,)]


def every_card_came(inbox: asyncio.Queue[dict[str, Any]]) -> None:
    """The moderator has a card for each; the one that was on its way when the courier was killed may come twice."""
    texts = [inbox.get_nowait()["text"] for _ in range(inbox.qsize())]
    cards = Counter(number_in(text) for text in texts if "路灯不亮" in text)
    assert sorted(cards) == list(range(1, len(RESIDENTS) + 1))
    assert cards.total() <= len(RESIDENTS) + len(KILLS) + 1
