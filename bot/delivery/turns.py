"""One courier a bot, however many processes could be it: whoever holds its name is, and others stand by."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import AsyncExitStack
from typing import Self

from bot.delivery.courier import Courier
from bot.kit.locks import Locks
from bot.kit.town import BooksAway

log = logging.getLogger(__name__)

LOOK = 1.0
"""Seconds until it is looked again whether the courier's place is free."""


class Turns:
    """The courier, while it is this process's turn. Use as an async context manager."""

    def __init__(self, locks: Locks, bot_id: int, make: Callable[[], Courier]) -> None:
        self._locks = locks
        self._name = f"courier-{bot_id}"
        self._make = make
        self._at_work = AsyncExitStack()
        self._watching: asyncio.Task[None]
        self.courier: Courier | None = None

    async def __aenter__(self) -> Self:
        """Raises `telegram.error.InvalidToken` when Telegram knows no such bot."""
        await self._begin()
        self._watching = asyncio.create_task(self._watch())
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._watching.cancel()
        await asyncio.gather(self._watching, return_exceptions=True)
        if self.courier is not None:
            await self._end()
            await self._locks.give_back(self._name)

    def wake(self) -> None:
        """Something is owed. Where another process delivers, it looks by itself every second."""
        if self.courier is not None:
            self.courier.wake()

    async def catch_up(self) -> None:
        """The clock was moved."""
        if self.courier is not None:
            await self.courier.catch_up()

    async def _watch(self) -> None:
        while True:
            if self.courier is None:
                await asyncio.sleep(LOOK)
            else:
                await self._locks.lost()
                log.warning("this process is not the courier any more")
                await self._end()
            try:
                await self._begin()
            except Exception:
                log.exception("this process could not become the courier; once more in a second")
                await self._locks.give_back(self._name)

    async def _begin(self) -> None:
        try:
            if not await self._locks.take(self._name):
                return
        except BooksAway:
            return
        self.courier = await self._at_work.enter_async_context(self._make())

    async def _end(self) -> None:
        self.courier = None
        await self._at_work.aclose()
