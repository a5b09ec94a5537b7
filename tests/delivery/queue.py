"""The outbox of a test, one transaction a call."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from bot.delivery.model import Board, Owed, Post, Priority
from bot.delivery.repository import Outbox
from tests.databases import Books
from tests.delivery.stage import GRANDMA, GROUP, HandClock

T = TypeVar("T")


class Queue:
    """The outbox, one transaction a call, at the hand clock's time."""

    def __init__(self, books: Books, clock: HandClock) -> None:
        self._books = books
        self._clock = clock

    async def does(self, work: Callable[[Outbox, datetime], T]) -> T:
        now = self._clock.now()
        return await self._books.write(lambda uow: work(uow.outbox, now), now)

    async def owes(
        self, cause: str, chat_id: int = GRANDMA, priority: Priority = Priority.NOTICE, late: int = 0
    ) -> None:
        """A post that has been due for `late` seconds."""
        due_at = self._clock.now() - timedelta(seconds=late)
        await self.does(lambda outbox, _: outbox.put(Post(cause, chat_id, {"text": cause}, due_at, priority=priority)))

    async def shows(self, text: str, chat_id: int = GROUP, *, pinned: bool = False) -> None:
        await self.does(lambda outbox, now: outbox.show(Board("home", chat_id, {"text": text}, now, pinned)))

    async def claims(self, limit: int = 100, resting: Collection[int] = ()) -> Sequence[Owed]:
        return await self.does(lambda outbox, now: outbox.claim(now, limit, resting))

    async def claims_texts(self, limit: int = 100, resting: Collection[int] = ()) -> list[object]:
        return [owed.params["text"] for owed in await self.claims(limit, resting)]

    async def claims_one(self) -> Owed:
        (owed,) = await self.claims()
        return owed

    async def sent(self, owed: Owed, message_id: int | None = None) -> None:
        await self.does(lambda outbox, now: outbox.sent(owed, now, message_id))

    async def due(self) -> int:
        return await self.does(lambda outbox, now: outbox.due(now))
