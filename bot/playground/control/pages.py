"""The page's own files, and files that were sent, for people's screens and for bots."""

from pathlib import Path

from aiohttp import web

from bot.playground.bot_api import BotApi, reply
from bot.playground.files import StoredFile
from bot.playground.refusals import NotThere, Refused
from bot.playground.world import World

PAGE = Path(__file__).parents[1] / "page"


class Pages:
    """What a browser or a downloading bot gets."""

    def __init__(self, world: World, api: BotApi) -> None:
        self._world = world
        self._api = api

    def routes(self) -> list[web.RouteDef]:
        """What reaches it."""
        return [
            web.get("/", self.index),
            web.get("/page/{file}", self.part),
            web.get("/control/files/{file_id}", self.shown),
            web.get("/file/bot{token}/{path:.+}", self.download),
        ]

    async def index(self, _: web.Request) -> web.StreamResponse:
        """The page."""
        return _from_folder("index.html")

    async def part(self, request: web.Request) -> web.StreamResponse:
        """One of its files."""
        return _from_folder(request.match_info["file"])

    async def shown(self, request: web.Request) -> web.Response:
        """A file that was sent, for the page."""
        stored = self._world.files.by_id.get(request.match_info["file_id"])
        if stored is None:
            raise NotThere("there is no such file")
        return _content(stored)

    async def download(self, request: web.Request) -> web.Response:
        """A file at the path that `getFile` answered, for a bot."""
        try:
            self._api.account(request.match_info["token"])
        except Refused as refusal:
            return reply(refusal.answer(), refusal.code)
        stored = self._world.files.at(request.match_info["path"])
        if stored is None:
            return reply(Refused(404, "Not Found: file not found").answer(), 404)
        return _content(stored)


def _content(stored: StoredFile) -> web.Response:
    # what was uploaded must not run as a script of this page
    safe = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
    return web.Response(body=stored.content, content_type=stored.mime_type.partition(";")[0], headers=safe)


def _from_folder(name: str) -> web.StreamResponse:
    path = PAGE / name
    if path.parent != PAGE or not path.is_file():
        raise NotThere(f"the page has no file {name!r}")
    return web.FileResponse(path, headers={"Cache-Control": "no-cache"})
