"""The courier hands what is due in the outbox to Telegram, in the bot's process or alone in its own."""

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from functools import cache, partial
from typing import Self

import certifi
from telegram.error import InvalidToken, NetworkError
from telegram.ext import ApplicationBuilder, ContextTypes, ExtBot, JobQueue
from telegram.request import HTTPXRequest

from bot.config import Delivery
from bot.delivery import service
from bot.delivery.limiter import Limiter
from bot.delivery.rounds import Rounds
from bot.kit.clock import Clock
from bot.kit.town import Town

_log = logging.getLogger(__name__)

HUSHED = {"httpx": logging.WARNING, "httpcore": logging.WARNING, "telegram": logging.WARNING,
          "apscheduler": logging.ERROR}  # fmt: skip
"""Loggers that would write the token, which is part of each address, or what is said to people, or of every tick; and
that a tick was left out while the one before was at work, which is as it should be."""

PATIENCE = 20.0
"""Real seconds that Telegram may take for an answer; only the chat that it is about waits."""

KNOCKING = 60.0
"""Seconds between two looks for what time alone has brought about; so late an alarm may be at most."""

Knock = Callable[[], Awaitable[object]]

LATE_TICKS = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
"""For APScheduler: after a standstill tick once, however late."""


class Courier:
    """Delivers while it is entered. One outbox has one courier.

    `town` is a door of its own to the books: one that called `wake` at each commit would never let it rest.
    `knock` does what time alone brings about, over all features; it is called at the start and every minute.
    `glance` does what people see change within seconds; it is called at each tick.
    """

    def __init__(
        self,
        token: str,
        api_url: str,
        town: Town,
        clock: Clock,
        rules: Delivery,
        knock: Knock | None = None,
        glance: Knock | None = None,
    ) -> None:
        limiter = Limiter(clock, rules)
        self._town = town
        self._knock = knock or partial(town.do, service.tidy)
        self._glance = glance
        self._rules = rules
        self._telegram = _telegram(token, api_url, limiter)
        self._rounds = Rounds(town, self._telegram, limiter, clock, rules)
        self._opened = AsyncExitStack()

    def wake(self) -> None:
        """Something is owed: look into the outbox soon. Cheap; from the event loop only."""
        self._rounds.wake()

    async def deliver(self) -> None:
        """Return when all that may go now has gone and is settled. Calls at the same time share the work."""
        await self._rounds.finish()

    async def catch_up(self) -> None:
        """The clock was moved: do what is due by now, and deliver what comes of it."""
        await self._knock()
        await self.deliver()

    async def __aenter__(self) -> Self:
        """Raises `telegram.error.InvalidToken` when Telegram knows no such bot."""
        async with AsyncExitStack() as opening:
            await opening.enter_async_context(self._connected())
            _log.info("%d deliveries were left unfinished", await self._town.do(service.release))
            await opening.enter_async_context(self._delivering())
            await opening.enter_async_context(self._ticking())
            self._opened = opening.pop_all()
        self.wake()
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Take nothing more; what is in flight is settled first."""
        await self._opened.aclose()

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[None]:
        try:
            with suppress(NetworkError):  # Telegram is away: then all is retried, as at any other time
                await self._telegram.initialize()
        except InvalidToken:
            await self._telegram.shutdown()
            raise InvalidToken("Telegram knows no such bot") from None  # the library's text has the token in it
        try:
            yield
        finally:
            await self._telegram.shutdown()

    @asynccontextmanager
    async def _delivering(self) -> AsyncIterator[None]:
        rounds = asyncio.create_task(self._rounds.run())
        try:
            yield
        finally:
            self._rounds.close()
            await rounds

    @asynccontextmanager
    async def _ticking(self) -> AsyncIterator[None]:
        jobs: JobQueue[ContextTypes.DEFAULT_TYPE] = JobQueue()
        application = ApplicationBuilder().bot(self._telegram).job_queue(jobs).updater(None).build()
        jobs.run_repeating(self._tick, self._rules.tick_seconds, job_kwargs=LATE_TICKS)
        jobs.run_repeating(self._tidy, KNOCKING, first=0, job_kwargs=LATE_TICKS)
        await jobs.start()
        try:
            yield
        finally:
            await jobs.stop()
            del application  # until here: the queue refers to it weakly

    async def _tidy(self, _: ContextTypes.DEFAULT_TYPE) -> None:
        await self._knock()
        self.wake()

    async def _tick(self, _: ContextTypes.DEFAULT_TYPE) -> None:
        if self._glance is not None:
            await self._glance()
        self.wake()


def _telegram(token: str, api_url: str, limiter: Limiter) -> ExtBot[None]:
    for name, level in HUSHED.items():
        logging.getLogger(name).setLevel(level)
    request = HTTPXRequest(read_timeout=PATIENCE, connect_timeout=PATIENCE, httpx_kwargs={"verify": _authorities()})
    base_url = f"{api_url.rstrip('/')}/bot"
    return ExtBot(token, base_url=base_url, request=request, get_updates_request=request, rate_limiter=limiter)


@cache
def _authorities() -> ssl.SSLContext:
    """Reading them takes longer than all else at the start."""
    return ssl.create_default_context(cafile=certifi.where())
