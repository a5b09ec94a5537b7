"""The far end at its fastest: hands out updates that were made before, and says yes to everything.

A process of its own. `POST /hand_out` with updates answers when all of them are acknowledged and as many calls have
come in: with the seconds that took.
"""

import asyncio
import json
import sys
import time
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

BATCH = 100
ME = {"id": 1000000, "is_bot": True, "first_name": "议事", "username": "yishi_bot"}
SENT = {"message_id": 1, "date": 1764500000, "chat": {"id": 1, "type": "private"}, "text": "."}
ANSWERS: dict[str, object] = {"getMe": ME, "sendMessage": SENT, "copyMessage": {"message_id": 1}}


@dataclass
class FarEnd:
    updates: list[dict[str, Any]] = field(default_factory=list)
    calls: int = 0
    come: asyncio.Event = field(default_factory=asyncio.Event)
    moved: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def hand_out(self, request: web.Request) -> web.Response:
        updates = await request.json()
        before, began = self.calls, time.perf_counter()
        self.updates = updates
        self.come.set()
        async with self.moved:
            await self.moved.wait_for(lambda: not self.updates and self.calls >= before + len(updates))
        return web.json_response(time.perf_counter() - began)

    async def get_updates(self, request: web.Request) -> web.Response:
        offset = int(str((await request.post()).get("offset") or 0))
        self.updates = [one for one in self.updates if one["update_id"] >= offset]
        if not self.updates:
            await self._tell()
            self.come.clear()
            await asyncio.wait({asyncio.create_task(self.come.wait())}, timeout=20)
        return _ok(self.updates[:BATCH])

    async def call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method != "getMe":
            self.calls += 1
            await self._tell()
        return _ok(ANSWERS.get(method, True))

    async def _tell(self) -> None:
        async with self.moved:
            self.moved.notify_all()


def _ok(result: object) -> web.Response:
    return web.Response(text=json.dumps({"ok": True, "result": result}), content_type="application/json")


async def serve() -> None:
    far_end = FarEnd()
    app = web.Application(client_max_size=2**28)
    app.router.add_post("/hand_out", far_end.hand_out)
    app.router.add_post("/bot{token}/getUpdates", far_end.get_updates)
    app.router.add_post("/bot{token}/{method}", far_end.call)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    print(f"http://{host}:{port}", flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
