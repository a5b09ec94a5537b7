"""Telegram brings the updates: an HTTP server behind a load balancer, as many processes as one likes.

An update is taken (200) after its effects are committed; what cannot be done now (503) Telegram brings again.
"""

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from aiohttp import web

from bot.kit.order import Order, line_of
from bot.kit.reading import loads, number_of, readable
from bot.kit.town import Away, BooksAway

log = logging.getLogger(__name__)

PATH = "/telegram"
SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LONGEST = 1024 * 1024
"""Bytes of an update; Telegram's have a few kilobytes."""

Ask = Callable[[], Awaitable[object]]
"""Whether the books answer: raises where they don't."""


@dataclass
class Webhooks:
    """Takes updates while `serve` runs."""

    bot: Bot
    dispatcher: Dispatcher
    order: Order
    secret: str
    ask: Ask
    draining: bool = False

    async def serve(self, url: str, listen: str, port: int, at_once: int, drain_seconds: float) -> None:
        """Run until cancelled; then no new updates are taken, and those inside are finished first.

        Telegram is told to bring `at_once` updates at most to `url`, at the same time.
        """
        app = web.Application(client_max_size=LONGEST)
        app.add_routes([web.post(PATH, self._take), web.get("/health", self._health), web.get("/ready", self._ready)])
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=drain_seconds)
        await runner.setup()
        try:
            await web.TCPSite(runner, listen, port).start()
            await self.bot.set_webhook(
                f"{url.rstrip('/')}{PATH}",
                max_connections=at_once,
                allowed_updates=self.dispatcher.resolve_used_update_types(),
                secret_token=self.secret,
            )
            await asyncio.Event().wait()
        finally:
            self.draining = True
            await runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET, "").encode(), self.secret.encode()):
            return web.Response(status=401)
        if self.draining:
            return web.Response(status=503)
        try:
            written = loads((await request.read()).decode(errors="replace"))
        except ValueError:
            return web.Response(status=400)
        if number_of(written) is None:
            return web.Response(status=400)
        update = readable(written, self.bot)
        if update is None:
            return web.Response(status=200)  # it would come again and again
        return web.Response(status=await asyncio.shield(asyncio.ensure_future(self._handle(update))))

    async def _handle(self, update: Update) -> int:
        try:
            async with self.order.of(line_of(update)):
                await self.dispatcher.feed_update(self.bot, update)
        except Away as reason:
            log.warning("update %s comes again: %r", update.update_id, reason)
            return 503
        except Exception:
            log.exception("update %s: could not be answered", update.update_id)
        return 200

    async def _health(self, _: web.Request) -> web.Response:
        """The process lives."""
        return web.Response(text="alive\n")

    async def _ready(self, _: web.Request) -> web.Response:
        """It may be sent updates."""
        if self.draining:
            return web.Response(status=503, text="draining\n")
        try:
            await self.ask()
        except BooksAway:
            return web.Response(status=503, text="the books are away\n")
        return web.Response(text="ready\n")
