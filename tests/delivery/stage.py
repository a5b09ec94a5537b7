"""Who plays in the tests of the courier: a clock in the hand, a quiet town, and the playground's neighbourhood."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar

from aiohttp import ClientSession

from bot.config import Delivery
from bot.delivery.courier import Courier
from bot.delivery.model import Board, Post, Priority
from bot.kit.clock import Clock, PlaygroundClock
from bot.kit.events import Event
from bot.kit.town import UpdateKey
from bot.unit_of_work import UnitOfWork
from tests.databases import Books

P = ParamSpec("P")
T = TypeVar("T")

GROUP = -1001000000001
GRANDMA, CHEN, LI, ZHAO = 5000001, 5000002, 5000003, 5000004
TOKEN = "1000000:PLAYGROUND"
BUTTON = {"inline_keyboard": [[{"text": "我也遇到了", "callback_data": "me-too"}]]}


class HandClock:
    """A clock that only the test moves."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 12, 2, 19, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    async def follow(self, wake: object) -> None:
        """Nobody need follow: whoever moves it knows."""

    def passes(self, **span: float) -> datetime:
        """Move it by `timedelta(**span)`."""
        self.moment += timedelta(**span)
        return self.moment


class QuietTown:
    """A town where nothing follows from what happens; it remembers the events."""

    def __init__(self, books: Books, clock: Clock) -> None:
        self._books = books
        self._clock = clock
        self.events: list[Event] = []

    async def do(
        self,
        use_case: Callable[Concatenate[Any, P], T],
        once: UpdateKey | None = None,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        def work(uow: UnitOfWork) -> T:
            answer = use_case(uow, *args, **kwargs)
            self.events += uow.events
            return answer

        return await self._books.write(work, self._clock.now(), once)

    async def ask(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._books.read(lambda uow: query(uow, *args, **kwargs), self._clock.now())

    async def owes(
        self, cause: str, chat_id: int = GRANDMA, priority: Priority = Priority.NOTICE, **params: Any
    ) -> None:
        """Owe a post whose text is its cause, unless `params` say otherwise."""
        now = self._clock.now()
        params = params or {"text": cause}
        post = Post(cause, chat_id, params, now, priority=priority)
        await self.do(lambda uow: uow.outbox.put(post))

    async def shows(self, text: str, chat_id: int = GROUP, *, pinned: bool = False, **more: Any) -> None:
        """Owe the chat's board a state."""
        board = Board("home", chat_id, {"text": text, **more}, self._clock.now(), pinned)
        await self.do(lambda uow: uow.outbox.show(board))

    async def due(self) -> int:
        """How many wait."""
        return await self.ask(lambda uow: uow.outbox.due(uow.now))


class Neighbourhood:
    """The playground, as a director sees it."""

    def __init__(self, http: ClientSession, url: str, clock: PlaygroundClock) -> None:
        self._http = http
        self.url = url
        self.clock = clock

    async def directs(self, path: str, **body: object) -> Any:
        """POST to the control interface."""
        async with self._http.post(f"{self.url}/control{path}", json=body) as answer:
            assert answer.ok, await answer.text()
            return await answer.json()

    async def looks(self, path: str, **query: str | int) -> Any:
        """GET from the control interface."""
        async with self._http.get(f"{self.url}/control{path}", params=query) as answer:
            assert answer.ok, await answer.text()
            return await answer.json()

    async def passes(self, **span: float) -> None:
        """Move the clock; the courier has delivered what was due by then."""
        await self.directs("/clock", advance=timedelta(**span).total_seconds())
        await self.clock.catch_up()

    async def texts(self, who: int, chat: int | None = None) -> list[str]:
        """What stands in a chat, oldest first; without `chat` the private one with the bot."""
        query = {} if chat is None else {"chat": chat}
        screen = await self.looks(f"/people/{who}/screen", **query)
        return [message["text"] for message in screen["messages"] if message["from"]["is_bot"]]

    async def calls(self, status: int | None = None) -> list[dict[str, Any]]:
        """What the bot has asked Telegram for, without `getMe`."""
        log = await self.looks("/log")
        return [call for call in log if call["method"].lower() != "getme" and status in (None, call["status"])]

    async def methods(self) -> list[str]:
        """The methods of these calls, in small letters."""
        return [call["method"].lower() for call in await self.calls()]


@asynccontextmanager
async def at_work(here: Neighbourhood, town: QuietTown, rules: Delivery) -> AsyncIterator[Courier]:
    """A courier that follows the playground's clock."""
    async with Courier(TOKEN, here.url, town, here.clock, rules) as courier:
        following = asyncio.create_task(here.clock.follow(courier.deliver))
        yield courier
        following.cancel()
        await asyncio.wait([following])
