"""The playground as a server: `async with Playground(…) as playground: playground.url`."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from aiohttp import web

from bot.playground.bot_api import BotApi
from bot.playground.control.body import answer
from bot.playground.control.inhabitants import Inhabitants
from bot.playground.control.phones import Phones
from bot.playground.control.stage import Stage
from bot.playground.refusals import Impossible, NotThere
from bot.playground.scene import DEFAULT_SCENE, set_scene
from bot.playground.shapes import Json
from bot.playground.world import World

LARGEST_REQUEST = 50 * 1024 * 1024
"""Bytes; a bot cannot upload more."""
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Playground:
    """A world behind HTTP on loopback. `port=0` takes a free one; `url` has it once it runs."""

    def __init__(
        self, scene: Path | str | Json = DEFAULT_SCENE, *, host: str = "127.0.0.1", port: int = 0,
        world_file: Path | str | None = None,
    ) -> None:  # fmt: skip
        self._scene = Path(scene) if isinstance(scene, str) else scene
        self._address = (host, port)
        self._world_file = None if world_file is None else Path(world_file)
        self._runner: web.AppRunner | None = None
        self.world = World()
        self.url = ""

    async def __aenter__(self) -> Self:
        set_scene(self.world, self._scene)
        self._runner = web.AppRunner(self._app(), access_log=None, handler_cancellation=True, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, *self._address)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    def _app(self) -> web.Application:
        api = BotApi(self.world)
        app = web.Application(middlewares=[_only_from_here, _explained], client_max_size=LARGEST_REQUEST)
        app.router.add_route("*", "/bot{token}/{method}", api.handle)
        for part in (Inhabitants(self.world), Phones(self.world), Stage(self.world)):
            app.add_routes(part.routes())
        return app


@web.middleware
async def _only_from_here(request: web.Request, handler: _Handler) -> web.StreamResponse:
    """Refuse names that are not this machine's (DNS rebinding) and pages of other origins."""
    name = urlsplit(f"//{request.host}").hostname
    if name not in _LOOPBACK:
        return answer({"error": "only for this machine"}, 403)
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"{request.scheme}://{request.host}":
        return answer({"error": "only for the playground's own page"}, 403)
    return await handler(request)


@web.middleware
async def _explained(request: web.Request, handler: _Handler) -> web.StreamResponse:
    """Control calls that make no sense are answered with what is wrong."""
    try:
        return await handler(request)
    except Impossible as error:
        return answer({"error": str(error)}, 400)
    except NotThere as error:
        return answer({"error": str(error)}, 404)
