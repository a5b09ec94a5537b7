"""Listens to what waits, one recording after the other, beside all that the bot does."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Self

from bot.kit.people import Language
from bot.kit.town import Town
from bot.voice import service
from bot.voice.model import Recording

log = logging.getLogger(__name__)

Fetch = Callable[[str], Awaitable[bytes]]
"""Telegram's file id → what is in the file."""
Transcribe = Callable[[bytes, Language], Awaitable[str]]
"""Sound → words; empty where nothing was understood."""


class Listener:
    """At work while entered. What it did not finish when it was killed waits in the books for the next start."""

    def __init__(self, town: Town, fetch: Fetch, transcribe: Transcribe) -> None:
        self._town = town
        self._fetch = fetch
        self._transcribe = transcribe
        self._woken = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._working: asyncio.Task[None]

    def wake(self) -> None:
        """Perhaps a recording waits."""
        self._woken.set()

    async def listen(self) -> None:
        """Return when nothing waits any more. Calls at the same time share the work."""
        async with self._one_at_a_time:
            while (recording := await self._town.ask(service.first)) is not None:
                await self._town.do(service.heard, None, recording, await self._words(recording))

    async def __aenter__(self) -> Self:
        self._working = asyncio.create_task(self._work())
        self.wake()
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._working.cancel()
        with suppress(asyncio.CancelledError):
            await self._working

    async def _work(self) -> None:
        while True:
            await self._woken.wait()
            self._woken.clear()
            try:
                await self.listen()
            except Exception:
                log.exception("voice messages wait: the books cannot be written")

    async def _words(self, recording: Recording) -> str:
        """Whatever goes wrong, nobody is left waiting: the recording itself is with the staff."""
        try:
            return await self._transcribe(await self._fetch(recording.voice), recording.language)
        except Exception as trouble:
            log.warning("a voice message could not be fetched or heard: %r", trouble)
            return ""
