"""The playground as a server: `async with Playground(…) as playground: playground.url`."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from aiohttp import web

from bot.playground.bot_api import BotApi
from bot.playground.control.body import answer
from bot.playground.control.inhabitants import Inhabitants
from bot.playground.control.pages import Pages
from bot.playground.control.phones import Phones
from bot.playground.control.stage import Stage
from bot.playground.refusals import Impossible, NotThere
from bot.playground.scene import DEFAULT_SCENE, set_scene
from bot.playground.shapes import Json
from bot.playground.snapshot import Snapshot
from bot.playground.webhook import Webhooks
from bot.playground.world import World

LARGEST_REQUEST = 50 * 1024 * 1024
"""Bytes; a bot cannot upload more."""
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Playground:
    """A world behind HTTP on loopback. `port=0` takes a free one; `url` has it once it runs.

    `scene` is a YAML file, or what one would hold; it is used when `world_file` has no world yet. The world is
    saved there about a second after each change and at the end. `known_as` are host names besides those of loopback
    under which it may be called, such as that of a container.
    """

    def __init__(
        self, scene: Path | str | Json = DEFAULT_SCENE, *, host: str = "127.0.0.1", port: int = 0,
        world_file: Path | str | None = None, known_as: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self._scene = Path(scene) if isinstance(scene, str) else scene
        self._address = (host, port)
        self._names = _LOOPBACK | set(known_as)
        self._snapshot = None if world_file is None else Snapshot(Path(world_file))
        self._stack = AsyncExitStack()
        self.world = World()
        self.url = ""
        self.is_new = True
        """False where a kept world goes on."""

    async def __aenter__(self) -> Self:
        kept = self._snapshot.load() if self._snapshot is not None else None
        self.is_new = kept is None
        if kept is None:
            set_scene(self.world, self._scene)
        else:
            self.world = kept
        async with AsyncExitStack() as stack:
            if self._snapshot is not None:
                stack.callback(self._snapshot.save, self.world)
                await stack.enter_async_context(_running(self._snapshot.keep(self.world)))
            api = BotApi(self.world)
            await self._listen(stack, self._app(api))
            await stack.enter_async_context(_running(Webhooks(self.world, api).run()))
            self._stack = stack.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    async def _listen(self, stack: AsyncExitStack, app: web.Application) -> None:
        runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.05)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, *self._address).start()
        host, port = runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    def _app(self, api: BotApi) -> web.Application:
        app = web.Application(middlewares=[self._only_from_here, _explained], client_max_size=LARGEST_REQUEST)
        app.router.add_route("*", "/bot{token}/{method}", api.handle)
        parts = (Inhabitants(self.world), Phones(self.world), Stage(self.world), Pages(self.world, api))
        for part in parts:
            app.add_routes(part.routes())
        return app

    @web.middleware
    async def _only_from_here(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Refuse names that are not this machine's (DNS rebinding) and pages of other origins."""
        if urlsplit(f"//{request.host}").hostname not in self._names:
            return answer({"error": "only for this machine"}, 403)
        origin = request.headers.get("Origin")
        if origin is not None and origin != f"{request.scheme}://{request.host}":
            return answer({"error": "only for the playground's own page"}, 403)
        return await handler(request)


@asynccontextmanager
async def _running(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Something that goes on beside the server until it stops."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@web.middleware
async def _explained(request: web.Request, handler: _Handler) -> web.StreamResponse:
    """Control calls that make no sense are answered with what is wrong."""
    try:
        return await handler(request)
    except Impossible as error:
        return answer({"error": str(error)}, 400)
    except NotThere as error:
        return answer({"error": str(error)}, 404)
