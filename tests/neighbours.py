"""People of the tests: they act on the playground over HTTP, and read what their phones show."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import aiohttp

from bot.due import do_what_is_due
from bot.serve import Running
from bot.unit_of_work import UnitOfWork

PACE = 4
"""Seconds that a person takes to do something."""
MOST_SECONDS = 600
Look = Callable[[str], Sequence[tuple[Any, ...]]]
"""Asks the books of the running town, in SQL."""


class Playground:
    """The playground's control interface; see docs/playground.md."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http = http
        self.url = url

    async def post(self, path: str, **body: object) -> Any:
        async with self._http.post(f"{self.url}/control/{path}", json=body) as answer:
            found = await answer.json()
            assert answer.status < 300, f"{path}: {found}"
            return found

    async def call_bot(self, method: str, **params: object) -> None:
        """Do something in the bot's name."""
        async with self._http.post(f"{self.url}/bot1000000:PLAYGROUND/{method}", json=params) as answer:
            assert answer.status == 200, await answer.text()

    async def get(self, path: str, **query: str | int) -> Any:
        async with self._http.get(f"{self.url}/control/{path}", params=query) as answer:
            found = await answer.json()
            assert answer.status < 300, f"{path}: {found}"
            return found


@dataclass
class Neighbourhood:
    """A playground with the bot at work in it."""

    playground: Playground
    running: Running
    group: int
    began: int = 0
    """The last message that was there before the test did anything."""

    async def settles(self) -> None:
        """Every update is answered, and everything due is delivered."""
        await self.playground.post("settle", timeout=120)
        if self.running.listener is not None:
            await self.running.listener.listen()
        if self.running.courier is None:
            return
        await self.running.courier.deliver()
        for _ in range(MOST_SECONDS):  # a chat takes one message a second
            if not await self.running.town.ask(_due):
                return
            await self.playground.post("clock", advance=1)
        raise AssertionError(f"still not delivered after {MOST_SECONDS} seconds")

    async def begins(self) -> None:
        """What is due at the start is done; let the cast read from here on."""
        await do_what_is_due(self.running.town)
        await self.settles()
        results = [call.get("result") for call in await self.log()]
        self.began = max(
            result["message_id"] for result in results if isinstance(result, dict) and "message_id" in result
        )

    async def newcomer(self, key: str, name: str) -> "Someone":
        """Somebody who was not there before, with a phone."""
        person = await self.playground.post("people", key=key, first_name=name)
        return Someone(self, key, int(person["id"]), name)

    async def log(self, method: str = "") -> list[dict[str, Any]]:
        """The Bot API calls so far; of one method, if it is named."""
        calls: list[dict[str, Any]] = await self.playground.get("log")
        return [call for call in calls if call["method"].lower() == (method or call["method"]).lower()]


@dataclass
class Clock:
    """The playground's clock, which stands still unless somebody moves it."""

    town: Neighbourhood

    async def passes(self, **how_long: float) -> None:
        await self.town.playground.post("clock", advance=timedelta(**how_long).total_seconds())
        await self.town.settles()

    async def now(self) -> datetime:
        return datetime.fromisoformat((await self.town.playground.get("clock"))["now"])


@dataclass
class Someone:
    """A person with a phone. What they do waits until the bot has answered."""

    town: Neighbourhood
    key: str
    telegram_id: int
    name: str
    _read_from: int = 0

    def __post_init__(self) -> None:
        self._read_from = self.town.began

    async def starts(self, payload: str | None = None) -> None:
        await self._does("start", **({"payload": payload} if payload else {}))

    async def says(self, text: str, **more: object) -> None:
        await self._does("say", text=text, **more)

    async def says_in_group(self, text: str, **more: object) -> int:
        sent = await self._does("say", text=text, chat=self.town.group, **more)
        return int(sent["message_id"])

    async def sends(self, kind: str, **more: object) -> None:
        await self._does("send", kind=kind, **more)

    async def taps(self, button: str, **more: object) -> Any:
        return await self._does("tap", button=button, **more)

    async def taps_in_group(self, button: str) -> Any:
        return await self.taps(button, chat=self.town.group)

    async def forges(self, data: str) -> None:
        """Press a button that nobody gave them, as a client of their own making could."""
        markup = {"inline_keyboard": [[{"text": "forged", "callback_data": data}]]}
        await self.town.playground.call_bot("sendMessage", chat_id=self.telegram_id, text="-", reply_markup=markup)
        await self.taps("forged")

    async def blocks(self) -> None:
        await self._does("block")

    async def reads(self, chat: int | None = None) -> str:
        """What the bot has written since this person last did something, alerts included."""
        screen = await self.screen(chat)
        new = [_text(m) for m in screen["messages"] if _from_bot(m) and _stamp(m) > self._read_from]
        return "\n".join([*new, *(alert["text"] for alert in screen["alerts"][-1:])])

    async def reads_in_group(self) -> str:
        return await self.reads(self.town.group)

    async def buttons(self, chat: int | None = None) -> list[str]:
        """The labels that can be tapped, the newest message's first."""
        found: list[str] = (await self.screen(chat))["buttons"]
        return found

    async def screen(self, chat: int | None = None) -> Any:
        query = {"chat": chat} if chat is not None else {}
        return await self.town.playground.get(f"people/{self.key}/screen", limit=200, **query)

    async def _does(self, what: str, **body: object) -> Any:
        await self.town.playground.post("clock", advance=PACE)
        for chat in (None, self.town.group):
            try:
                messages = (await self.screen(chat))["messages"]
            except AssertionError:  # not a member of the group
                continue
            self._read_from = max([self._read_from, *map(_stamp, messages)])
        done = await self.town.playground.post(f"people/{self.key}/{what}", **body)
        await self.town.settles()
        return done


def number_in(text: str) -> int:
    """The first concern's number in a text."""
    found = re.search(r"#(\d+)", text)
    assert found, f"no number in: {text}"
    return int(found.group(1))


def _due(uow: UnitOfWork) -> int:
    return uow.outbox.due(uow.now)


def _from_bot(message: dict[str, Any]) -> bool:
    return bool(message.get("from", {}).get("is_bot"))


def _stamp(message: dict[str, Any]) -> int:
    return int(message.get("message_id") or 0) or int(message.get("ephemeral_message_id") or 0)


def _text(message: dict[str, Any]) -> str:
    return unescape(message.get("text") or message.get("caption") or "")
