"""Updates of one chat are handled one after the other, whichever process they come to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram.types import Update

from bot.kit.locks import Locks

LOOK = 0.02
"""Seconds until it is looked again whether another process is done with a chat: that is rare, Telegram sends
the next update of a chat when the one before it was taken."""


class Order:
    """Who comes first is served first, where both come to this process."""

    def __init__(self, locks: Locks, bot_id: int) -> None:
        self._locks = locks
        self._bot_id = bot_id
        self._here: dict[int, tuple[asyncio.Lock, list[None]]] = {}

    @asynccontextmanager
    async def of(self, chat_id: int) -> AsyncIterator[None]:
        """Inside, nobody else handles an update of this chat. Raises `BooksAway`."""
        lock, waiting = self._here.setdefault(chat_id, (asyncio.Lock(), []))
        waiting.append(None)
        try:
            async with lock, self._over_all_processes(f"chat-{self._bot_id}-{chat_id}"):
                yield
        finally:
            waiting.pop()
            if not waiting:
                self._here.pop(chat_id, None)

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


def chat_of(update: Update) -> int:
    """In which chat it happened; 0 where in none."""
    event = update.message or update.my_chat_member
    if event is not None:
        return event.chat.id
    tap = update.callback_query
    return tap.message.chat.id if tap and tap.message else 0
