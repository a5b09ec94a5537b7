"""Residents who all do something at the same time, driven by what the playground says of itself; no clock here."""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.neighbours import Playground, number_in

PHOTO_CAME, MEANT, ANOTHER, RIGHT = "照片收到了", "要反映", "不是，另记一件", "对，就这样"
"""What a resident is asked on the way, by its words or its button."""


class Street:
    """What the playground tells of itself while it happens: who is written to, and who is told what when they tap."""

    def __init__(self) -> None:
        self.inboxes: dict[int, asyncio.Queue[dict[str, Any]]] = defaultdict(asyncio.Queue)
        self.written = 0
        """Messages of the bot."""
        self.toasts: dict[int, list[str]] = defaultdict(list)
        """Answers to taps, by who tapped."""
        self._grew = asyncio.Condition()

    async def watch(self, http: aiohttp.ClientSession, url: str, ready: asyncio.Event) -> None:
        """Follow the playground's events until cancelled."""
        async with http.get(f"{url}/control/events", timeout=aiohttp.ClientTimeout(total=None)) as events:
            ready.set()
            async for line in events.content:
                if line.startswith(b"data: "):
                    await self._note(json.loads(line[len(b"data: ") :]))

    async def has_written(self, messages: int) -> None:
        """Wait until the bot has written so many."""
        async with self._grew:
            await self._grew.wait_for(lambda: self.written >= messages)

    async def has_told(self, people: int) -> None:
        """Wait until so many who tapped have been told something."""
        async with self._grew:
            await self._grew.wait_for(lambda: len(self.toasts) >= people)

    async def _note(self, event: dict[str, Any]) -> None:
        async with self._grew:
            if event["type"] == "message" and event["message"]["from"]["is_bot"]:
                self.inboxes[event["chat"]].put_nowait(event["message"])
                self.written += 1
            elif event["type"] == "answered" and event["alert"]["text"]:
                self.toasts[event["who"]].append(event["alert"]["text"])
            self._grew.notify_all()


@dataclass
class Resident:
    """Somebody who tells one concern: answers each question once, however often it is asked, and never asks twice."""

    telegram_id: int
    inbox: asyncio.Queue[dict[str, Any]]
    playground: Playground
    receipts: list[int] = field(default_factory=list)
    _left: set[str] = field(default_factory=lambda: {PHOTO_CAME, MEANT, ANOTHER, RIGHT})

    @property
    def words(self) -> str:
        return f"3号楼2单元的路灯不亮，{self.telegram_id}"

    async def tells(self) -> None:
        """By command, in plain words, or with a photo first; until the number is known."""
        begin = (("say", f"/concern {self.words}"), ("say", self.words), ("send", None))[self.telegram_id % 3]
        await self._does(begin[0], **({"text": begin[1]} if begin[1] else {"kind": "photo"}))
        while not self.receipts:
            await self._answers(await self.inbox.get())

    def reads_on(self) -> None:
        """What came after the number was known; a number may come twice."""
        while not self.inbox.empty():
            self._notes(self.inbox.get_nowait()["text"])

    async def _answers(self, message: dict[str, Any]) -> None:
        self._notes(message["text"])
        asked = next((what for what in self._left if what in json.dumps(message, ensure_ascii=False)), None)
        self._left -= {asked}
        if asked == PHOTO_CAME:
            await self._does("say", text=self.words)
        elif asked is not None:
            await self._does("tap", button=asked, message_id=message["message_id"])

    def _notes(self, text: str) -> None:
        if "编号" in text:
            self.receipts.append(number_in(text))

    async def _does(self, what: str, **body: object) -> None:
        await self.playground.post(f"people/{self.telegram_id}/{what}", **body)


@asynccontextmanager
async def watched(url: str) -> AsyncIterator[Street]:
    """The street of the playground at `url`, from now on."""
    street, ready = Street(), asyncio.Event()
    async with aiohttp.ClientSession() as http:
        watching = asyncio.create_task(street.watch(http, url, ready))
        await ready.wait()
        yield street
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
