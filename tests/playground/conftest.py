"""A playground for each test, a bot that calls it by hand, and somebody who acts for the cast."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.playground import Playground
from bot.playground.shapes import Json

TOKEN = "1000000:PLAYGROUND"
GROUP = -1001000000001
GRANDMA, LI, ZHAO, LIN, OUTSIDER = 5000001, 5000003, 5000004, 5000005, 5000008


@dataclass
class HandBot:
    """Calls the Bot API with JSON, one call at a time, without any library."""

    session: ClientSession
    url: str
    token: str = TOKEN
    offset: int = 0

    async def answer(self, method: str, **params: object) -> Json:
        """The whole body, whatever it says."""
        async with self.session.post(f"{self.url}/bot{self.token}/{method}", json=params) as response:
            body: Json = await response.json()
        assert body["ok"] is (response.status == 200), body
        assert body.get("error_code", 200) == response.status, body
        return body

    async def does(self, method: str, **params: object) -> Json:
        """The result of a call that must succeed. (Lists and truths come as they are; their tests know.)"""
        body = await self.answer(method, **params)
        assert body["ok"], body
        result: Json = body["result"]
        return result

    async def refusal(self, method: str, **params: object) -> str:
        """The description of a call that must be refused."""
        body = await self.answer(method, **params)
        assert not body["ok"], body
        return str(body["description"])

    async def updates(self, **params: object) -> list[Json]:
        """The updates that came since the last time, confirmed by the next call."""
        body = await self.answer("getUpdates", offset=self.offset, **params)
        rows: list[Json] = body["result"]
        if rows:
            self.offset = rows[-1]["update_id"] + 1
        return rows

    async def catch_up(self) -> None:
        """Confirm everything that has come."""
        while await self.updates():
            pass

    async def kinds(self) -> list[str]:
        """What kinds of updates came."""
        return [name for row in await self.updates() for name in row if name != "update_id"]

    async def texts_when_any(self) -> list[str]:
        """The texts of the messages that come, waiting for the first."""
        return [row["message"].get("text", "") for row in await self.updates(timeout=20)]

    async def texts(self) -> list[str]:
        """The texts of the messages that came."""
        return [row["message"].get("text", "") for row in await self.updates() if "message" in row]


@dataclass
class Control:
    """The control interface, as a test speaks it."""

    session: ClientSession
    url: str

    async def answer(self, verb: str, path: str, body: Json | None = None) -> tuple[int, Any]:
        """Status and body, which may be anything."""
        async with self.session.request(verb, f"{self.url}/control/{path}", json=body) as response:
            return response.status, await response.json()

    async def post(self, path: str, **body: object) -> Json:
        """A call that must be answered with 200."""
        status, answer = await self.answer("POST", path, body)
        assert status == 200, answer
        assert isinstance(answer, dict)
        return answer

    async def get(self, path: str) -> Json:
        """A question that must be answered with 200."""
        status, answer = await self.answer("GET", path)
        assert status == 200, answer
        assert isinstance(answer, dict)
        return answer

    async def rows(self, path: str) -> list[Json]:
        """A question that must be answered with a list."""
        status, answer = await self.answer("GET", path)
        assert status == 200, answer
        assert isinstance(answer, list)
        return answer

    async def refusal(self, path: str, **body: object) -> tuple[int, str]:
        """Status and reason of a call that must be refused."""
        status, answer = await self.answer("POST", path, body)
        assert status >= 400, answer
        return status, str(answer["error"])

    async def say(self, who: str, text: str, **more: object) -> Json:
        """Somebody writes."""
        return await self.post(f"people/{who}/say", text=text, **more)

    async def tap(self, who: str, button: str, **more: object) -> Json:
        """Somebody presses a button."""
        return await self.post(f"people/{who}/tap", button=button, **more)

    async def screen(self, who: str, chat: int | None = None) -> Json:
        """What somebody sees."""
        return await self.get(f"people/{who}/screen" + (f"?chat={chat}" if chat else ""))


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    """阳光社区, with the bot as administrator of the group."""
    async with Playground() as running:
        yield running


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    """An HTTP client."""
    async with ClientSession() as client:
        yield client


@pytest.fixture
async def bot(playground: Playground, session: ClientSession) -> HandBot:
    """The scene's bot; what happened before the test is confirmed."""
    hand_bot = HandBot(session, playground.url)
    await hand_bot.catch_up()
    return hand_bot


@pytest.fixture
def control(playground: Playground, session: ClientSession) -> Control:
    """The director of the play."""
    return Control(session, playground.url)


@pytest.fixture
async def unlimited(control: Control) -> None:
    """The 429 buckets are off."""
    await control.post("limits", on=False)


@pytest.fixture
async def started(control: Control, bot: HandBot) -> None:
    """Xiao Li and Grandma Wang have opened their private chats with the bot."""
    for who in ("xiao_li", "grandma_wang"):
        await control.post(f"people/{who}/start")
    await bot.catch_up()


def inline(*labels: str) -> Json:
    """A keyboard with a button a row that sends its own label."""
    return {"inline_keyboard": [[{"text": label, "callback_data": label}] for label in labels]}
