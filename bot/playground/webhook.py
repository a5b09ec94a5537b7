"""Sending updates to bots that set a webhook: in order within a chat, side by side between chats."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, MultipartReader

from bot.playground.bot_api import BotApi
from bot.playground.bots import BotAccount
from bot.playground.shapes import Json
from bot.playground.updates import Waiting
from bot.playground.world import World

FIRST_RETRY, LONGEST_RETRY = 0.05, 30.0
"""Real seconds until an update that was not taken is sent again; the pause doubles each time."""
ANSWER_TIMEOUT = 60.0
"""Real seconds a webhook has to answer."""


class Webhooks:
    """Serves all bots for as long as `run` runs."""

    def __init__(self, world: World, api: BotApi) -> None:
        self._world = world
        self._api = api

    async def run(self) -> None:
        """Serve each bot, those added later too, until cancelled."""
        served: set[str] = set()
        async with AsyncExitStack() as stack:
            session = await stack.enter_async_context(ClientSession(timeout=ClientTimeout(ANSWER_TIMEOUT)))
            group = await stack.enter_async_context(asyncio.TaskGroup())
            while True:
                for token in self._world.bots.keys() - served:
                    served.add(token)
                    group.create_task(_Post(self._world, self._api, self._world.bots[token], session).run())
                await self._world.changed.until(lambda: bool(self._world.bots.keys() - served))


class _Post:
    """The delivery to one bot."""

    def __init__(self, world: World, api: BotApi, account: BotAccount, session: ClientSession) -> None:
        self._world = world
        self._api = api
        self._account = account
        self._session = session
        self._lanes: dict[object, int] = {}

    async def run(self) -> None:
        updates = self._account.updates
        async with asyncio.TaskGroup() as group:
            while True:
                await updates.changed.until(lambda: next(self._ready(), None) is not None)
                for lane, waiting in self._ready():
                    self._lanes[lane] = waiting.update["update_id"]
                    group.create_task(self._deliver(lane, waiting))

    def _ready(self) -> Iterator[tuple[object, Waiting]]:
        """The oldest update of each chat nobody is delivering to now, as many as the webhook takes."""
        webhook, taken = self._account.webhook, set(self._lanes)
        if not webhook.url:
            return
        for waiting in self._account.updates.waiting.values():
            if len(taken) >= webhook.max_connections:
                return
            lane = _lane(waiting.update)
            if lane not in taken:
                taken.add(lane)
                yield lane, waiting

    async def _deliver(self, lane: object, waiting: Waiting) -> None:
        update_id, pause = waiting.update["update_id"], FIRST_RETRY
        try:
            while update_id in self._account.updates.waiting and (url := self._account.webhook.url):
                if await self._taken(url, waiting):
                    self._account.updates.confirm(update_id)
                    self._world.mark()
                    return
                await self._moved(url, pause)
                pause = min(2 * pause, LONGEST_RETRY)
        finally:
            del self._lanes[lane]
            self._account.updates.changed.ring()

    async def _moved(self, url: str, patience: float) -> None:
        """Wait until the bot has set another webhook, or for so long."""
        await self._account.updates.changed.until(lambda: self._account.webhook.url != url, patience)

    async def _taken(self, url: str, waiting: Waiting) -> bool:
        """Send it, as often as it is to come; whether the bot took it each time."""
        secret = self._account.webhook.secret
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            for _ in range(waiting.times):
                async with self._session.post(url, json=waiting.update, headers=headers) as response:
                    if response.status // 100 != 2:
                        self._note(f"Wrong response from the webhook: {response.status} {response.reason}")
                        return False
                    await self._do(await _call_in(response))
        except (ClientError, TimeoutError) as error:
            self._note(str(error) or type(error).__name__)
            return False
        return True

    def _note(self, problem: str) -> None:
        self._account.webhook.last_error_date = self._world.clock.stamp()
        self._account.webhook.last_error_message = problem

    async def _do(self, call: Json) -> None:
        """A webhook may answer with a call of its own; nobody hears how it went."""
        method = call.pop("method", None)
        if isinstance(method, str):
            await self._api.perform(self._account, method, call)


def _lane(update: Json) -> object:
    """Updates with the same lane are sent one after the other: those of one chat."""
    content = next(value for name, value in update.items() if name != "update_id")
    message = content.get("message", content)
    who = content.get("from") or content.get("user") or {}
    return message.get("chat", {}).get("id") or who.get("id")


async def _call_in(response: ClientResponse) -> Json:
    if response.content_type == "application/json":
        try:
            body = await response.json()
        except ValueError:
            return {}
        return body if isinstance(body, dict) else {}
    if response.content_type != "multipart/form-data":
        return {}
    call: Json = {}
    reader = MultipartReader.from_response(response)
    while (part := await reader.next()) is not None:
        if not isinstance(part, MultipartReader) and part.name:
            call[part.name] = (await part.read(decode=True)).decode()
    return call
