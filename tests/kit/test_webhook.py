"""Telegram brings updates over HTTP: who may, what is taken, in which order, and what happens at the end."""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from aiogram import Dispatcher
from aiogram.types import Message
from aiohttp.test_utils import unused_port

from bot.app import make_bot
from bot.config import Config
from bot.kit.locks import NoOthers
from bot.kit.order import Order
from bot.kit.town import BooksAway
from bot.kit.webhook import LONGEST, PATH, SECRET, Webhooks
from bot.playground import Playground
from tests.storage.works import PATIENCE

TOKEN = "1000000:PLAYGROUND"
OURS = "a-secret-that-nobody-guesses"
RIGHT = {SECRET: OURS}


@dataclass
class Post:
    """A bot that writes down what it hears, and the way to its door."""

    http: aiohttp.ClientSession
    url: str
    taking: Webhooks
    serving: asyncio.Task[None]
    heard: list[str] = field(default_factory=list)
    doors: dict[str, asyncio.Event] = field(default_factory=lambda: defaultdict(asyncio.Event))
    away: bool = False

    async def hears(self, message: Message) -> None:
        """What begins with "wait" is heard out when its door is opened."""
        text = message.text
        if text is None:
            return  # the playground's own people
        if text.startswith("wait"):
            await asyncio.wait_for(self.doors[text].wait(), PATIENCE)
        if text == "break":
            raise ZeroDivisionError
        if self.away:
            raise BooksAway
        self.heard.append(text)

    async def brings(self, text: str, chat: int = 1, headers: dict[str, str] | None = None) -> int:
        """The status of the answer."""
        return await self.sends(update(text, chat), headers)

    async def sends(self, body: Any, headers: dict[str, str] | None = None) -> int:
        content = BytesIO(json.dumps(body).encode())
        async with self.http.post(self.url + PATH, data=content, headers=RIGHT if headers is None else headers) as told:
            return told.status

    async def asks(self, path: str) -> tuple[int, str]:
        async with self.http.get(self.url + path) as answer:
            return answer.status, await answer.text()

    async def stand_in_line(self) -> None:
        """What was brought until now waits where it has to wait."""
        assert await self.brings("passes by", chat=99) == 200
        self.heard.remove("passes by")


def update(text: str, chat: int) -> dict[str, Any]:
    where = {"id": chat, "type": "private", "first_name": "王秀英"}
    return {
        "update_id": 7,
        "message": {"message_id": 1, "date": 1, "chat": where, "from": where | {"is_bot": False}, "text": text},
    }


@pytest.fixture
async def post(config: Config) -> AsyncIterator[Post]:
    port = unused_port()
    url = f"http://127.0.0.1:{port}"
    settings = config.webhook.model_copy(update={"url": url, "port": port})
    async with (
        Playground(port=0) as playground,
        make_bot(TOKEN, playground.url) as bot,
        aiohttp.ClientSession() as http,
    ):
        dispatcher = Dispatcher()

        async def ask() -> None:
            if here.away:
                raise BooksAway

        taking = Webhooks(bot, dispatcher, Order(NoOthers(), bot.id), OURS, ask)
        serving = asyncio.create_task(taking.serve(**settings.model_dump()))
        here = Post(http, url, taking, serving)
        dispatcher.message.register(here.hears)
        while not (await bot.get_webhook_info()).url:
            assert not serving.done()
        yield here
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)


async def test_what_telegram_brings_is_taken_when_it_was_heard(post: Post) -> None:
    assert await post.brings("您好") == 200
    assert post.heard == ["您好"]


@pytest.mark.parametrize("headers", [{}, {SECRET: ""}, {SECRET: OURS[:-1]}, {SECRET: OURS + "!"}, {SECRET: "秘密"}])
async def test_nobody_else_may_bring_anything(post: Post, headers: dict[str, str]) -> None:
    assert await post.brings("您好", headers=headers) == 401
    assert await post.sends({"no": "update"}, headers) == 401
    assert post.heard == []


async def test_what_is_no_update_is_refused(post: Post) -> None:
    assert await post.sends({"no": "update"}) == 400
    assert await post.sends("您好") == 400
    assert await post.brings("多" * LONGEST) == 413
    assert await post.brings("您好") == 200


async def test_one_chat_in_order_and_others_meanwhile(post: Post) -> None:
    texts = ["wait 1", "2", "3"]
    brought = []
    for text in texts:
        brought.append(asyncio.create_task(post.brings(text)))
        await post.stand_in_line()
    assert await post.brings("elsewhere", chat=2) == 200
    assert post.heard == ["elsewhere"]
    post.doors["wait 1"].set()
    assert await asyncio.gather(*brought) == [200] * 3
    assert post.heard == ["elsewhere", *texts]


async def test_while_the_books_are_away_nothing_is_taken_and_it_is_not_ready_but_alive(post: Post) -> None:
    assert await post.asks("/ready") == (200, "ready\n")
    post.away = True
    assert await post.brings("您好") == 503
    assert await post.asks("/ready") == (503, "the books are away\n")
    assert await post.asks("/health") == (200, "alive\n")
    post.away = False
    assert await post.brings("您好") == 200


async def test_what_fails_is_logged_and_does_not_come_for_ever(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    assert await post.brings("break") == 200
    assert "could not be answered" in caplog.text


async def test_at_the_end_what_was_taken_on_is_finished(post: Post) -> None:
    inside = asyncio.create_task(post.brings("wait"))
    await post.stand_in_line()
    post.serving.cancel()
    await asyncio.sleep(0)
    assert post.taking.draining
    assert post.heard == []
    post.doors["wait"].set()
    assert await inside == 200
    assert post.heard == ["wait"]
    with pytest.raises(asyncio.CancelledError):
        await post.serving
    with pytest.raises(aiohttp.ClientError):
        await post.brings("too late")


async def test_what_cannot_be_read_is_not_brought_again(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    assert await post.sends({"update_id": 7, "message": {"message_id": "?"}}) == 200
    assert post.heard == []
    assert "update 7: cannot be read" in caplog.text
