"""`kill -9` while eighty neighbours vote: whoever was told that their ballot counts is counted, and once."""

import asyncio
import random
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.booth.taps import CastHere
from bot.config import Config
from bot.kit.people import Reader
from bot.playground import Playground
from bot.reactions import REACTIONS
from bot.sunshine import GROUP
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from bot.votes.model.vote import State, Vote
from storage.books import SqliteBooks
from storage.database import SqliteFile
from tests import neighbours
from tests.bot_process import BotProcess, write_config
from tests.street import watched
from tests.votes.hall import SEVEN, SUNDAY, Hall, HandClock, join
from tests.votes.rules import RESIDENTS

TOKEN = "1000000:PLAYGROUND"
VOTERS = range(6000001, 6000081)
KILLS = sorted(random.Random(20261202).sample(range(2, 75), 4))  # noqa: S311 - the same each time
"""After so many answers."""


@pytest.fixture
async def hall(sunshine: Path, config: Config, tmp_path: Path) -> Hall:
    """Its books are open only while something is done there: the bot is another process."""
    path = tmp_path / "yishi.db"
    await asyncio.to_thread(shutil.copy, sunshine, path)
    return Hall(
        OpenTown(SqliteBooks(path, config.community, ""), HandClock(), REACTIONS), HandClock(), SqliteFile(path)
    )


async def prepared(hall: Hall, config: Config) -> Vote:
    """Eighty have joined, and a secret vote runs."""
    with SqliteBooks(hall.path, config.community, "https://t.me/yishi_bot") as books:
        hall.town = OpenTown(books, hall.clock, REACTIONS)
        await hall.at(SEVEN - timedelta(days=8))
        await hall.town.do(move_in)
        return await hall.opens(RESIDENTS)


async def test_killed_in_the_middle_of_eighty_ballots(hall: Hall, config: Config, tmp_path: Path) -> None:
    vote = await prepared(hall, config)
    async with Playground(port=0) as playground, aiohttp.ClientSession() as http, watched(playground.url) as street:
        control = neighbours.Playground(http, playground.url)
        await control.post("limits", on=False)
        await control.post("clock", set=(SEVEN + timedelta(minutes=1)).isoformat(), running=False)
        for number in VOTERS:
            await control.post("people", key=f"resident_{number}", first_name="居民", id=number)
            await control.post(f"chats/{GROUP}/members", who=f"resident_{number}", status="member")
        written = write_config(
            tmp_path,
            telegram={"api_url": playground.url, "poll_seconds": 5},
            clock={"source": "playground"},
            storage={"path": str(hall.path), "secrets": str(tmp_path / "secrets")},
        )
        bot = BotProcess(tmp_path, "--config", str(written), "run", BOT_TOKEN=TOKEN)
        await put_card(control, vote)
        for number in VOTERS:
            await control.post(f"people/{number}/tap", button="我同意", chat=GROUP)
        for answers in KILLS:
            async with bot.running():
                await street.has_told(answers)
        async with bot.running():
            await street.has_told(len(VOTERS))
            await control.post("settle", timeout=60)
            await closes(control, hall.path)
    assert "Traceback" not in bot.log.read_text()
    published = dict(rows(hall.path, "SELECT receipt, choice FROM vote_ballots"))
    assert list(published.values()) == ['["yes"]'] * len(VOTERS), "each is counted, and once"
    for person in VOTERS:
        told = street.toasts[person]
        marks = {word for text in told for word in text.replace("：", " ").split() if word in published}
        assert len(marks) == 1, f"{person} was told {told}"


async def closes(control: neighbours.Playground, books: Path) -> None:
    """It is Sunday, and said again until the vote is closed: a bot that has just started may not follow the clock."""
    while rows(books, "SELECT state FROM votes") != [(State.CLOSED,)]:
        await control.post("clock", set=SUNDAY.isoformat(), running=False)


def rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as books:
        return books.execute(query).fetchall()


async def put_card(control: neighbours.Playground, vote: Vote) -> None:
    """The group's card, with one button that is enough here."""
    button = {"text": "我同意", "callback_data": CastHere(vote=vote.id, marks="a").pack()}
    await control.call_bot(
        "sendMessage", chat_id=GROUP, text="投票", reply_markup={"inline_keyboard": [[button]]}
    )  # fmt: skip


def move_in(uow: UnitOfWork) -> list[Reader]:
    doors = ((8 + n // 30, 1 + n % 30 // 10, f"{1 + n % 10}01") for n in range(len(VOTERS)))
    return [join(uow, person, door, None) for person, door in zip(VOTERS, doors, strict=True)]
