"""Waiting for something to change, without polling."""

import asyncio
from collections.abc import Callable


class Wakeup:
    """Wakes everybody who waits, each time it is rung."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Let everybody look again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, satisfied: Callable[[], bool], patience: float | None = None) -> bool:
        """Wait until `satisfied()`, at most `patience` seconds of real time; says whether it came to that."""
        try:
            async with asyncio.timeout(patience):
                while not satisfied():
                    await self._next()
        except TimeoutError:
            return satisfied()
        return True

    async def _next(self) -> None:
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)
