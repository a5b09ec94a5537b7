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
            await self._suffer_before(request, name, params)
        except Refused as refusal:
            self._world.log.refused(self._now(), name, params, refusal)
            return reply(refusal.answer(), refusal.code)
        body = await self.perform(account, name, params)
        if self._world.faults.for_answer(name, params.get("chat_id")) is not None:
            self._hang_up(request, name, params, "done, but the answer was lost")
        return reply(body, body.get("error_code", 200))

    async def perform(self, account: BotAccount, name: str, params: Json) -> Json:
        """Do a call and note it in the log; the answer is the whole body, `ok` or not."""
        try:
            result = await self.call(account, name, params)
        except Refused as refusal:
            self._world.log.refused(self._now(), name, params, refusal)
            return refusal.answer()
        self._world.log.answered(self._now(), name, params, result)
        self._world.mark()
        return {"ok": True, "result": result}

    def account(self, token: str) -> BotAccount:
        """The bot with this token: 404 when it cannot be one, 401 when nobody has it."""
        if not _TOKEN.fullmatch(token):
            raise Refused(404, "Not Found")
        if token not in self._world.bots:
            raise Refused(401, "Unauthorized")
        return self._world.bots[token]

    async def call(self, account: BotAccount, name: str, raw: Json) -> object:
        """Validate and do a call; raises `Refused`."""
        shape = self._spec.method(name)
        if shape is None:
            raise Refused(404, "Not Found")
        key = name.lower()
        if key not in METHODS and key not in SLOW:
            raise Refused(501, f"Not Implemented: the playground does not have {shape.name}")
        params = self._validator.params(shape, raw)
        call = Call(self._world, account, shape.name, params)
        return METHODS[key](call) if key in METHODS else await SLOW[key](call)

    async def _suffer_before(self, request: web.Request, name: str, params: Json) -> None:
        """The fault that this call meets on its way in."""
        fault = self._world.faults.for_call(name, params.get("chat_id"))
        if fault is None:
            return
        if fault.kind == "flood":
            raise too_many_requests(fault.retry_after)
        if fault.kind == "error":
            raise Refused(fault.status, fault.description)
        if fault.kind == "drop":
            self._hang_up(request, name, params, "the connection was dropped")
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)

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
