"""Chats are handled side by side, each in order; nothing is acknowledged before everything is done."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiogram import Bot, Dispatcher, F
from aiogram.types import Message

from bot.app import make_bot
from bot.kit.polling import poll
from bot.playground import Playground
from tests import neighbours

TOKEN = "1000000:PLAYGROUND"
PEOPLE = range(6000001, 6000051)
FIRST = PEOPLE[0]


class Counter:
    """A bot whose handlers all wait at a counter that is closed until somebody opens it."""

    def __init__(self) -> None:
        self.open = asyncio.Event()
        self.waiting: list[tuple[int, str]] = []
        self.served: list[tuple[int, str]] = []
        self.dispatcher = Dispatcher(disable_fsm=True)
        self.dispatcher.message.register(self._serve, F.chat.type == "private")
        self._came = asyncio.Condition()

    async def has(self, people: int) -> None:
        """Wait until so many wait."""
        async with self._came:
            await self._came.wait_for(lambda: len(self.waiting) >= people)

    async def _serve(self, message: Message) -> None:
        what = (message.chat.id, message.text or "")
        async with self._came:
            self.waiting.append(what)
            self._came.notify_all()
        await self.open.wait()
        self.served.append(what)


@asynccontextmanager
async def polling(bot: Bot, counter: Counter) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(poll(bot, counter.dispatcher, wait_seconds=5))
    yield task
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def fifty_people() -> AsyncIterator[tuple[Playground, neighbours.Playground, Bot]]:
    """Each has said something, the first of them twice."""
    async with Playground(port=0) as playground, aiohttp.ClientSession() as http:
        control = neighbours.Playground(http, playground.url)
        for number in PEOPLE:
            await control.post("people", key=f"person_{number}", first_name="居民", id=number)
            await control.post(f"people/{number}/say", text="one")
        await control.post(f"people/{FIRST}/say", text="two")
        async with make_bot(TOKEN, playground.url) as bot:
            yield playground, control, bot


async def test_chats_are_handled_side_by_side_and_acknowledged_when_all_are_done() -> None:
    counter = Counter()
    async with fifty_people() as (playground, control, bot), polling(bot, counter):
        await counter.has(len(PEOPLE))
        assert sorted(counter.waiting) == [(number, "one") for number in PEOPLE]
        assert len(playground.world.bots[TOKEN].updates.waiting) > len(PEOPLE)

        counter.open.set()
        await control.post("settle")
        assert len(counter.served) == len(PEOPLE) + 1
        assert [said for person, said in counter.served if person == FIRST] == ["one", "two"]
        assert not playground.world.bots[TOKEN].updates.waiting


async def test_told_to_end_it_finishes_and_acknowledges_what_it_has_begun() -> None:
    counter = Counter()
    async with fifty_people() as (playground, _, bot), polling(bot, counter) as task:
        await counter.has(len(PEOPLE))
        task.cancel()
        counter.open.set()
        await asyncio.wait([task])
        assert task.cancelled()
        assert len(counter.served) == len(PEOPLE) + 1
        assert not playground.world.bots[TOKEN].updates.waiting
