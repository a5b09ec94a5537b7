"""`/bot<token>/<method>`: from an HTTP request to a method and back."""

import asyncio
import json
import re
from datetime import UTC, datetime
from typing import NoReturn

from aiohttp import web

from bot.playground.bots import BotAccount
from bot.playground.methods.call import Call
from bot.playground.methods.table import METHODS, SLOW
from bot.playground.refusals import Refused, too_many_requests
from bot.playground.request import read_call
from bot.playground.shapes import Json
from bot.playground.spec import bot_api
from bot.playground.validate import Validator
from bot.playground.world import World

_TOKEN = re.compile(r"\d+:[\w-]+")


class BotApi:
    """Answers the calls of bots."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._spec = bot_api()
        self._validator = Validator(self._spec)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One call over HTTP."""
        name, params = request.match_info["method"], Json()
        try:
            account = self.account(request.match_info["token"])
            params = await read_call(request)
            result = await self._under_faults(request, account, name, params)
        except Refused as refusal:
            self._world.log.refused(self._now(), name, params, refusal)
            return reply(refusal.answer(), refusal.code)
        return reply({"ok": True, "result": result})

    def account(self, token: str) -> BotAccount:
        """The bot with this token: 404 when it cannot be one, 401 when nobody has it."""
        if not _TOKEN.fullmatch(token):
            raise Refused(404, "Not Found")
        if token not in self._world.bots:
            raise Refused(401, "Unauthorized")
        return self._world.bots[token]

    async def call(self, account: BotAccount, name: str, raw: Json) -> object:
        """Validate and do a call, and note it in the log; raises `Refused`."""
        shape = self._spec.method(name)
        if shape is None:
            raise Refused(404, "Not Found")
        key = name.lower()
        if key not in METHODS and key not in SLOW:
            raise Refused(501, f"Not Implemented: the playground does not have {shape.name}")
        params = self._validator.params(shape, raw)
        call = Call(self._world, account, shape.name, params)
        result = METHODS[key](call) if key in METHODS else await SLOW[key](call)
        self._world.log.answered(self._now(), shape.name, params, result)
        return result

    async def _under_faults(self, request: web.Request, account: BotAccount, name: str, params: Json) -> object:
        fault = self._world.faults.for_call(name, params.get("chat_id"))
        if fault is None:
            return await self.call(account, name, params)
        if fault.kind == "flood":
            raise too_many_requests(fault.retry_after)
        if fault.kind == "error":
            raise Refused(fault.status, fault.description)
        if fault.kind == "drop":
            self._hang_up(request, name, params, "the connection was dropped")
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
        result = await self.call(account, name, params)
        if fault.kind == "drop_after":
            self._hang_up(request, name, params, "done, but the answer was lost")
        return result

    def _hang_up(self, request: web.Request, name: str, params: Json, reason: str) -> NoReturn:
        self._world.log.failed(self._now(), name, params, 0, reason)
        if request.transport is not None:
            request.transport.abort()
        raise web.HTTPServiceUnavailable

    def _now(self) -> str:
        return datetime.fromtimestamp(self._world.clock.now(), UTC).isoformat()


def reply(body: Json, status: int = 200) -> web.Response:
    """An answer as the Bot API sends it."""
    return web.Response(
        body=json.dumps(body, ensure_ascii=False).encode(), status=status, content_type="application/json"
    )
