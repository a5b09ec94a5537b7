"""Updates of one line are handled one after the other, whichever process they come to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram.types import Update

from bot.kit.locks import Locks

Line = tuple[int, int]
"""Chat and person; 0 for everybody there: what is said in a chat has one order, taps in a group need none."""
LOOK = 0.02
"""Seconds until it is looked again whether another process is done with a line: that is rare, Telegram sends
the next update of a chat when the one before it was taken."""


class Order:
    """Who comes first is served first, where both come to this process."""

    def __init__(self, locks: Locks, bot_id: int) -> None:
        self._locks = locks
        self._bot_id = bot_id
        self._here: dict[Line, tuple[asyncio.Lock, list[None]]] = {}

    @asynccontextmanager
    async def of(self, line: Line) -> AsyncIterator[None]:
        """Inside, nobody else handles an update of this line. Raises `BooksAway`."""
        lock, waiting = self._here.setdefault(line, (asyncio.Lock(), []))
        waiting.append(None)
        try:
            async with lock, self._over_all_processes(f"line-{self._bot_id}-{line[0]}-{line[1]}"):
                yield
        finally:
            waiting.pop()
            if not waiting:
                self._here.pop(line, None)

    @asynccontextmanager
    async def _over_all_processes(self, name: str) -> AsyncIterator[None]:
        taken = await self._locks.take(name)
        while not taken:
            await asyncio.sleep(LOOK)
            taken = await self._locks.take(name)
        try:
            yield
        finally:
            await self._locks.give_back(name)


def line_of(update: Update) -> Line:
    """Where it has its turn."""
    event = update.message or update.my_chat_member
    if event is not None:
        return event.chat.id, 0
    tap = update.callback_query
    if tap is None or tap.message is None:
        return 0, 0
    return tap.message.chat.id, 0 if tap.message.chat.type == "private" else tap.from_user.id
