"""The running bot: books, clock, courier and dispatcher around one token, until it is told to stop."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, AsyncExitStack, nullcontext
from functools import partial
from io import BytesIO
from typing import Self

from aiogram import Bot
from aiogram.utils.token import extract_bot_id

from bot.app import make_bot, make_dispatcher
from bot.charter import service as charter
from bot.config import Config
from bot.delivery.courier import Courier
from bot.delivery.turns import Turns
from bot.due import do_what_is_due, do_what_is_near
from bot.health import service as health
from bot.kit import collector
from bot.kit.clock import Clock, PlaygroundClock, SystemClock
from bot.kit.locks import Locks, NoOthers
from bot.kit.order import Order
from bot.kit.polling import poll
from bot.kit.watch import LAG, OLDEST, WAITING, watching
from bot.kit.webhook import Webhooks
from bot.menu.commands import announce_commands
from bot.reactions import REACTIONS
from bot.talk.ears import OpenEars
from bot.town import Books, OpenTown
from bot.unit_of_work import UnitOfWork
from bot.voice.listener import Listener, Transcribe
from nlu.meaning import Interpreter

log = logging.getLogger(__name__)

LOOK_SECONDS = 15.0
"""Between two looks at what waits, where Prometheus reads it."""
OpenBooks = Callable[[str], AbstractContextManager[Books]]
"""Opens the books of the bot whose private chat is at this address."""


class Running:
    """A bot at work while entered. Raises `TelegramUnauthorizedError` when Telegram knows no such token.

    `interpreter` loads what understands free text; `first` is a use case to run before anything is answered;
    `with_courier` is False where another process delivers; `locks` is what this process shares with others,
    `webhook_secret` what Telegram shows where it brings the updates; `transcribe` writes voice messages down, where
    something is there that can.
    """

    def __init__(
        self,
        config: Config,
        token: str,
        open_books: OpenBooks,
        interpreter: Callable[[], Interpreter],
        first: Callable[[UnitOfWork], object] | None = None,
        *,
        with_courier: bool = True,
        locks: AbstractAsyncContextManager[Locks] | None = None,
        webhook_secret: str = "",
        transcribe: Transcribe | None = None,
    ) -> None:
        self._config = config
        self._token = token
        self._open_books = open_books
        self._interpreter = interpreter
        self._first = first
        self._with_courier = with_courier
        self._open_locks = locks or nullcontext(NoOthers())
        self._webhook_secret = webhook_secret
        self._transcribe = transcribe
        self._parts = AsyncExitStack()
        self._working: asyncio.Task[None]
        self._ears: OpenEars
        self.town: OpenTown
        self.bot: Bot
        self._turns: Turns | None = None
        self.listener: Listener | None = None

    @property
    def courier(self) -> Courier | None:
        """While this process is the one that delivers."""
        return self._turns.courier if self._turns else None

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as parts:
            await self._start(parts)
            self._parts = parts.pop_all()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._parts.aclose()

    async def until(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set. Raises what made the work end before."""
        told = asyncio.create_task(stop.wait())
        await asyncio.wait({told, self._working}, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        if self._working.done():
            await self._working

    async def _start(self, parts: AsyncExitStack) -> None:
        parts.enter_context(watching(self._config.watch.metrics_port))
        bot = self.bot = await parts.enter_async_context(make_bot(self._token, str(self._config.telegram.api_url)))
        books = parts.enter_context(self._open_books(await link_of(bot)))
        clock = await open_clock(self._config)
        self.town = OpenTown(books, clock, REACTIONS)
        if self._first is not None:
            await self.town.do(self._first)
        await self.town.do(charter.stand, None, self._config.community)
        locks = await parts.enter_async_context(self._open_locks)
        if self._with_courier:
            make = partial(make_courier, self._config, self._token, books, clock)
            self._turns = await parts.enter_async_context(Turns(locks, bot.id, make))
        if self._transcribe is not None:
            self.listener = await parts.enter_async_context(Listener(self.town, partial(_fetch, bot), self._transcribe))
        self.town.owing = self._wake
        longest = self._config.voice.longest_seconds if self._transcribe is not None else 0
        self._ears = parts.enter_context(OpenEars(self._interpreter, longest))
        await announce_commands(bot)
        self._working = asyncio.create_task(self._work(bot, clock, locks))
        self._working.add_done_callback(_tell)
        parts.push_async_callback(_stop, self._working)
        collector.spare()

    async def _work(self, bot: Bot, clock: Clock, locks: Locks) -> None:
        dispatcher = make_dispatcher(self.town, self._ears, self._config.community.zone, self._config.limits)
        async with asyncio.TaskGroup() as tasks:
            if self._config.watch.metrics_port:
                tasks.create_task(self._tell_what_waits())
            tasks.create_task(self._ears.open())
            tasks.create_task(clock.follow(self._do_what_is_due))
            if self._config.webhook.url:
                ask = partial(self.town.ask, lambda _: None)
                taking = Webhooks(bot, dispatcher, Order(locks, bot.id), self._webhook_secret, ask)
                tasks.create_task(taking.serve(**self._config.webhook.model_dump()))
            else:
                tasks.create_task(poll(bot, dispatcher, self._config.telegram.poll_seconds))

    async def _tell_what_waits(self) -> None:
        """What of the figures only the books know; every process tells the same."""
        while True:
            found = await self.town.ask(health.how_late)
            WAITING.set(found.posts)
            OLDEST.set(found.oldest.total_seconds())
            LAG.set(found.since_sweep.total_seconds())
            await asyncio.sleep(LOOK_SECONDS)

    def _wake(self) -> None:
        """Something is owed."""
        for waiting in (self._turns, self.listener):
            if waiting is not None:
                waiting.wake()

    async def _do_what_is_due(self) -> None:
        """The clock was moved: whoever moved it waits until this is done."""
        await do_what_is_due(self.town)
        if self.courier is not None:
            await self.courier.deliver()


async def open_clock(config: Config) -> Clock:
    """The clock that `clock.source` names."""
    if config.clock.source == "system":
        return SystemClock()
    clock = PlaygroundClock(f"{str(config.telegram.api_url).rstrip('/')}/control", "bot")
    await clock.catch_up()
    return clock


def make_courier(config: Config, token: str, books: Books, clock: Clock) -> Courier:
    """A courier with a door of its own to the books: what it notes down there is no reason to wake it."""
    town = OpenTown(books, clock, REACTIONS)
    knock, glance = partial(do_what_is_due, town), partial(do_what_is_near, town)
    return Courier(token, str(config.telegram.api_url), town, clock, config.delivery, knock, glance)


async def deliver_alone(
    config: Config, token: str, open_books: OpenBooks, locks: AbstractAsyncContextManager[Locks], stop: asyncio.Event
) -> None:
    """Be the courier of a bot that runs in another process, until `stop` is set."""
    async with make_bot(token, str(config.telegram.api_url)) as bot:
        link = await link_of(bot)
    clock = await open_clock(config)
    async with AsyncExitStack() as parts:
        parts.enter_context(watching(config.watch.metrics_port))
        books = parts.enter_context(open_books(link))
        shared = await parts.enter_async_context(locks)
        make = partial(make_courier, config, token, books, clock)
        turns = await parts.enter_async_context(Turns(shared, extract_bot_id(token), make))
        following = asyncio.create_task(clock.follow(turns.catch_up))
        await stop.wait()
        await _stop(following)


async def link_of(bot: Bot) -> str:
    """Where its private chat opens: what is due is done by whoever delivers, and has buttons that lead there."""
    return f"https://t.me/{(await bot.me()).username}"


async def _fetch(bot: Bot, file_id: str) -> bytes:
    found = BytesIO()
    await bot.download(file_id, found)
    return found.getvalue()


def _tell(working: asyncio.Task[None]) -> None:
    """Whoever waits for it reads it there; nobody may be waiting."""
    if not working.cancelled() and (reason := working.exception()) is not None:
        log.error("the bot has stopped working", exc_info=reason)


async def _stop(working: asyncio.Task[None]) -> None:
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
