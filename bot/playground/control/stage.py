"""Control: the clock, faults, limits, waiting for the bot, the log and the event stream."""

import asyncio
import json

from aiohttp import web

from bot.playground.clock import parse_moment
from bot.playground.control import body
from bot.playground.faults import Fault
from bot.playground.refusals import Impossible
from bot.playground.shapes import Json
from bot.playground.world import World

HEARTBEAT = 15.0
"""Real seconds after which a silent event stream says that it is there."""


class Stage:
    """What the director of a play has at hand."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """What reaches it."""
        return [
            web.get("/control/clock", self.clock),
            web.post("/control/clock", self.move_clock),
            web.post("/control/faults", self.add_fault),
            web.get("/control/faults", self.faults),
            web.delete("/control/faults", self.clear_faults),
            web.post("/control/limits", self.limits),
            web.post("/control/settle", self.settle),
            web.get("/control/log", self.log),
            web.get("/control/events", self.events),
        ]

    async def clock(self, request: web.Request) -> web.Response:
        """The time now, or when it has moved."""
        after = body.number(dict(request.query), "after")
        clock = self._world.clock
        return body.answer(clock.face() if after is None else await clock.follow(after, request.query.get("name")))

    async def move_clock(self, request: web.Request) -> web.Response:
        """Set, advance, stop or start the clock."""
        given = await body.read_body(request, "set advance running")
        if not given or ("set" in given and "advance" in given):
            raise Impossible("one of set, advance, and/or running")
        to = parse_moment(body.text(given, "set")) if "set" in given else None
        running = body.flag(given, "running", default=True) if "running" in given else None
        face = await self._world.clock.move(to=to, by=body.decimal(given, "advance", 0.0), running=running)
        self._world.touch("clock", **face)
        return body.answer(face)

    async def add_fault(self, request: web.Request) -> web.Response:
        """Trouble for what comes next."""
        names = "kind method chat count retry_after status description seconds"
        given = await body.read_body(request, names)
        kind, seconds = body.text(given, "kind"), body.decimal(given, "seconds", 0.0)
        numbers = {name: body.number(given, name) for name in ("count", "retry_after", "status", "chat")}
        known: Json = {name: value for name, value in numbers.items() if value is not None}
        known |= {name: body.text(given, name) for name in ("method", "description") if name in given}
        return body.answer(self._world.faults.add(Fault(kind=kind, seconds=seconds, **known)))

    async def faults(self, _: web.Request) -> web.Response:
        """The trouble that is left."""
        return body.answer(self._world.faults.rows())

    async def clear_faults(self, _: web.Request) -> web.Response:
        """No more trouble."""
        self._world.faults.clear()
        return body.answer([])

    async def limits(self, request: web.Request) -> web.Response:
        """The 429 buckets, on or off."""
        on = body.flag(await body.read_body(request, "on"), "on", default=True)
        self._world.limited = on
        for limits in self._world.limits.values():
            limits.on = on
        return body.answer({"on": on})

    async def settle(self, request: web.Request) -> web.Response:
        """Wait until the bots have confirmed every update there is now."""
        given = await body.read_body(request, "timeout")
        timeout = body.decimal(given, "timeout", 10.0)
        marks = [(account.updates, account.updates.next_id - 1) for account in self._world.bots.values()]
        try:
            async with asyncio.timeout(timeout):
                for updates, mark in marks:
                    await updates.confirmed(mark)
        except TimeoutError:
            left = [update for updates, mark in marks for update in updates.open_up_to(mark)]
            return body.answer({"error": f"{len(left)} updates are not confirmed", "open": left}, 504)
        return body.answer({"settled": True})

    async def log(self, request: web.Request) -> web.Response:
        """The bots' calls."""
        return body.answer(self._world.log.after(body.number(dict(request.query), "after") or 0))

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events for the page."""
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await stream.prepare(request)
        with self._world.events.listen() as queue:
            await stream.write(b": here\n\n")
            while True:
                try:
                    event: Json = await asyncio.wait_for(queue.get(), HEARTBEAT)
                except TimeoutError:
                    await stream.write(b": still here\n\n")
                    continue
                await stream.write(f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode())
