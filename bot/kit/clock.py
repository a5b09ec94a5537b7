"""The only place that knows what time it is; everything else is handed `now`."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

import aiohttp

Wake = Callable[[], Awaitable[None]]


class Clock(Protocol):
    """Tells the time, and tells when somebody moved it."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    async def follow(self, wake: Wake) -> None:
        """Run until cancelled; call `wake` each time the clock was moved by hand."""
        ...


class SystemClock:
    """The machine's own clock, which nobody moves by hand."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def follow(self, wake: Wake) -> None:  # noqa: ARG002 - nothing ever wakes anybody here
        await asyncio.Event().wait()


class PlaygroundClock:
    """The playground's clock, followed over HTTP and computed locally in between.

    The playground answers a move only after each follower came back for the next version, that is,
    after `wake` has run: whoever moves the clock knows that what was due is done.
    """

    def __init__(self, control_url: str, name: str) -> None:
        self._url = f"{control_url}/clock"
        self._name = name
        self._offset = timedelta()
        self._frozen_at: datetime | None = None
        self._version = -1

    def now(self) -> datetime:
        return self._frozen_at or datetime.now(UTC) + self._offset

    async def catch_up(self) -> None:
        """Read the clock once, before anything is decided by it."""
        async with aiohttp.ClientSession() as http, http.get(self._url) as answer:
            self._set(await answer.json())

    async def follow(self, wake: Wake) -> None:
        patience = aiohttp.ClientTimeout(total=None)
        async with aiohttp.ClientSession(timeout=patience) as http:
            while True:
                query = {"after": str(self._version), "name": self._name}
                try:
                    async with http.get(self._url, params=query) as answer:
                        self._set(await answer.json())
                except aiohttp.ClientConnectionError:
                    await asyncio.sleep(1)  # the playground is being restarted
                    continue
                await wake()

    def _set(self, reading: dict[str, object]) -> None:
        now = datetime.fromisoformat(str(reading["now"]))
        self._offset = now - datetime.now(UTC)
        self._frozen_at = None if reading["running"] else now
        self._version = int(str(reading["version"]))
