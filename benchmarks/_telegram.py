"""The far end at its fastest: hands out updates that were made before, and says yes to everything.

A process of its own, for as many bots as there are. `POST /bot<token>/hand_out` with updates is answered when each is
acknowledged and answered: with the seconds that took, and the milliseconds each waited for its answer. With `rate`
they are handed out one after the other, so many a second; with `trip` it is far away: half of so many seconds passes
before a call of the bot's arrives, half before its answer is back, and asking for updates is such a call.
`GET /bot<token>/buttons` is the first button that each private chat was shown last.
"""

import asyncio
import json
import sys
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

BATCH = 100
JSON = "application/json"
ME = {"id": 1000000, "is_bot": True, "first_name": "议事", "username": "yishi_bot"}
ANSWERS = {"sendMessage", "copyMessage", "editMessageText", "answerCallbackQuery"}
"""Only these are what a person waits for; `answerCallbackQuery` where the button stands in a group."""

Answer = Callable[[web.Request], Awaitable[web.Response]]


@dataclass
class Hand:
    """What one bot is being given."""

    updates: list[dict[str, Any]] = field(default_factory=list)
    rate: float = 0.0
    trip: float = 0.0
    began: float = 0.0
    given: int = 0
    """So many are acknowledged."""
    due: dict[str, float] = field(default_factory=dict)
    """By who waits: since when, until they are answered."""
    waits: list[float] = field(default_factory=list)
    done: asyncio.Event = field(default_factory=asyncio.Event)
    come: asyncio.Event = field(default_factory=asyncio.Event)
    buttons: dict[str, str] = field(default_factory=dict)
    poll_timeout: float = 20

    def start(self, updates: list[dict[str, Any]], rate: float, trip: float) -> None:
        self.updates, self.rate, self.trip, self.given, self.waits = updates, rate, trip, 0, []
        self.began = time.perf_counter()
        self.due = {waits(one): self.began + self._after(place) for place, one in enumerate(updates)}
        self.done.clear()
        self.come.set()

    def _after(self, place: int) -> float:
        return place / self.rate if self.rate else 0.0

    def batch(self) -> list[dict[str, Any]]:
        passed = time.perf_counter() - self.began
        ready = len(self.updates) if not self.rate else min(len(self.updates), int(passed * self.rate) + 1)
        return self.updates[self.given : min(ready, self.given + BATCH)]

    def acknowledge(self, offset: int) -> None:
        while self.given < len(self.updates) and self.updates[self.given]["update_id"] < offset:
            self.given += 1
        self._look()

    def answered(self, who: str) -> None:
        since = self.due.pop(who, None)
        if since is not None:
            self.waits.append(time.perf_counter() - since)
            self._look()

    def _look(self) -> None:
        if not self.due and self.given == len(self.updates):
            self.done.set()

    async def wait_for_more(self) -> None:
        """Until the next is due, or a long poll is over."""
        if self.given < len(self.updates):
            await asyncio.sleep(max(0.0, self.began + self._after(self.given) - time.perf_counter()))
            return
        self.come.clear()
        try:
            async with asyncio.timeout(self.poll_timeout):
                await self.come.wait()
        except TimeoutError:
            return


hands: defaultdict[str, Hand] = defaultdict(Hand)


def waits(update: dict[str, Any]) -> str:
    """Whose answer an update waits for: that of a tap in a group, or of a private chat."""
    tap = update.get("callback_query")
    chat = (tap or update)["message"]["chat"]
    return f"tap {tap['id']}" if tap and chat["type"] != "private" else f"chat {chat['id']}"


async def hand_out(request: web.Request) -> web.Response:
    asked, hand = await request.json(), hands[request.match_info["token"]]
    hand.start(asked["updates"], asked["rate"], asked["trip"])
    await hand.done.wait()
    took = time.perf_counter() - hand.began
    return web.json_response({"seconds": took, "waits": [1000 * one for one in hand.waits]})


async def buttons(request: web.Request) -> web.Response:
    return web.json_response(hands[request.match_info["token"]].buttons)


async def get_updates(request: web.Request) -> web.Response:
    hand = hands[request.match_info["token"]]
    hand.acknowledge(int(str((await request.post()).get("offset") or 0)))
    batch = hand.batch()
    if not batch:
        await hand.wait_for_more()
        batch = hand.batch()
    return _ok(batch)


async def call(request: web.Request) -> web.Response:
    method = request.match_info["method"]
    if method == "getMe":
        return _ok(ME)
    if method not in ANSWERS:
        return _ok(True)
    params: Mapping[str, Any] = await (request.json() if request.content_type == JSON else request.post())
    if method == "answerCallbackQuery":
        hands[request.match_info["token"]].answered(f"tap {params.get('callback_query_id')!s}")
        return _ok(True)
    chat = str(params.get("chat_id"))
    hand = hands[request.match_info["token"]]
    markup = params.get("reply_markup") or {}
    if "inline_keyboard" in (markup := json.loads(markup) if isinstance(markup, str) else markup):
        hand.buttons[chat] = markup["inline_keyboard"][0][0].get("callback_data", "")
    hand.answered(f"chat {chat}")
    return _ok(_message(int(chat), str(params.get("text", ""))))


def _travels(handler: Answer) -> Answer:
    """There, and back again: it may be nearer or further away by then."""

    async def far(request: web.Request) -> web.Response:
        hand = hands[request.match_info["token"]]
        if hand.trip:
            await asyncio.sleep(hand.trip / 2)
        answer = await handler(request)
        if hand.trip:
            await asyncio.sleep(hand.trip / 2)
        return answer

    return far


def _message(chat: int, text: str) -> dict[str, object]:
    kind = {"type": "private", "first_name": "居民"} if chat > 0 else {"type": "supergroup", "title": "阳光社区"}
    return {"message_id": 7, "date": 1764500000, "from": ME, "chat": {"id": chat, **kind}, "text": text}


def _ok(result: object) -> web.Response:
    return web.Response(text=json.dumps({"ok": True, "result": result}), content_type="application/json")


async def serve() -> None:
    app = web.Application(client_max_size=2**28)
    app.router.add_post("/bot{token}/hand_out", hand_out)
    app.router.add_get("/bot{token}/buttons", buttons)
    app.router.add_post("/bot{token}/getUpdates", _travels(get_updates))
    app.router.add_post("/bot{token}/{method}", _travels(call))
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    print(f"http://{host}:{port}", flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
