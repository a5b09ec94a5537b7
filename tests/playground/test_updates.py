"""How updates are kept, given out and confirmed: polling and webhooks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.playground import Playground
from bot.playground.shapes import Json
from tests.playground.conftest import GROUP, TOKEN, Control, HandBot, inline


async def test_an_update_is_given_until_it_is_confirmed(bot: HandBot, control: Control) -> None:
    await control.say("xiao_li", "路灯", chat=GROUP)
    first = (await bot.answer("getUpdates", offset=bot.offset))["result"]
    assert (await bot.answer("getUpdates", offset=bot.offset))["result"] == first
    assert (await bot.answer("getUpdates", offset=first[0]["update_id"] + 1))["result"] == []
    assert (await bot.answer("getUpdates"))["result"] == []


async def test_a_negative_offset_keeps_the_last(bot: HandBot, control: Control) -> None:
    for text in ("一", "二", "三"):
        await control.say("xiao_li", text, chat=GROUP)
    rows = (await bot.answer("getUpdates", offset=-1))["result"]
    assert [row["message"]["text"] for row in rows] == ["三"]
    assert (await bot.answer("getUpdates"))["result"] == rows


async def test_a_batch_is_as_long_as_asked(bot: HandBot, control: Control) -> None:
    for text in ("一", "二", "三"):
        await control.say("xiao_li", text, chat=GROUP)
    assert len(await bot.updates(limit=2)) == 2
    assert len(await bot.updates(limit=2)) == 1


async def test_a_poll_waits_for_an_update(bot: HandBot, control: Control) -> None:
    poll = asyncio.create_task(bot.texts_when_any())
    await control.say("xiao_li", "路灯", chat=GROUP)
    assert await poll == ["路灯"]


async def test_only_one_can_poll(playground: Playground, bot: HandBot, control: Control) -> None:
    before = playground.world.bots[TOKEN].pollers
    first = asyncio.create_task(bot.refusal("getUpdates", offset=bot.offset, timeout=20))
    await one_more_poll(playground, before)
    second = asyncio.create_task(bot.texts_when_any())
    assert await first == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    await control.say("xiao_li", "路灯", chat=GROUP)
    assert await second == ["路灯"]


async def one_more_poll(playground: Playground, before: int) -> None:
    """Wait until a poll has arrived at the server."""
    account = playground.world.bots[TOKEN]
    await account.updates.changed.until(lambda: account.pollers > before)


async def test_kinds_that_were_not_asked_for_do_not_come(bot: HandBot, control: Control) -> None:
    sent = await bot.does("sendMessage", chat_id=GROUP, text="表决", reply_markup=inline("投票"))
    react = {"message_id": sent["message_id"], "emoji": "👍", "chat": GROUP}
    await control.post("people/xiao_li/react", **react)
    assert await bot.kinds() == []
    await bot.updates(allowed_updates=["message_reaction", "callback_query"])
    await control.say("xiao_li", "路灯", chat=GROUP)
    await control.tap("xiao_li", "投票", chat=GROUP)
    await control.post("people/xiao_li/react", **react | {"emoji": ""})
    rows = await bot.updates()
    assert ["callback_query" in row for row in rows] == [True, False]
    assert rows[1]["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]


class Receiver:
    """A webhook that answers as its test wants and notes what came."""

    def __init__(self) -> None:
        self.statuses: list[int] = []
        self.reply: Json = {}
        self.came: list[str] = []
        self.secrets: set[str | None] = set()

    async def take(self, request: web.Request) -> web.Response:
        """One update."""
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.came.append((await request.json())["message"]["text"])
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.reply, status=status)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        """Its address."""
        app = web.Application()
        app.router.add_post("/", self.take)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
        await runner.cleanup()


async def test_a_webhook_gets_a_chats_updates_in_order(bot: HandBot, control: Control) -> None:
    receiver = Receiver()
    async with receiver.listening() as url:
        await bot.does("setWebhook", url=url, secret_token="s3cret")
        for text in ("一", "二", "三"):
            await control.say("xiao_li", text, chat=GROUP)
        await control.post("settle")
        await bot.does("deleteWebhook")
    assert receiver.came == ["一", "二", "三"]
    assert receiver.secrets == {"s3cret"}


async def test_what_a_webhook_does_not_take_comes_again(bot: HandBot, control: Control) -> None:
    receiver = Receiver()
    receiver.statuses = [500, 404]
    async with receiver.listening() as url:
        await bot.does("setWebhook", url=url)
        await control.say("xiao_li", "一", chat=GROUP)
        await control.post("settle")
        info = await bot.does("getWebhookInfo")
        await bot.does("deleteWebhook")
    assert receiver.came == ["一"] * 3
    assert info["last_error_message"] == "Wrong response from the webhook: 404 Not Found"


async def test_a_webhook_may_answer_with_a_call(bot: HandBot, control: Control) -> None:
    receiver = Receiver()
    receiver.reply = {"method": "sendMessage", "chat_id": GROUP, "text": "收到"}
    async with receiver.listening() as url:
        await bot.does("setWebhook", url=url)
        await control.say("xiao_li", "一", chat=GROUP)
        await control.post("settle")
        await bot.does("deleteWebhook")
    assert (await control.screen("xiao_li", GROUP))["text"] == "收到"


async def test_a_bot_polls_or_has_a_webhook(playground: Playground, bot: HandBot) -> None:
    before = playground.world.bots[TOKEN].pollers
    poll = asyncio.create_task(bot.refusal("getUpdates", offset=bot.offset, timeout=20))
    await one_more_poll(playground, before)
    await bot.does("setWebhook", url="http://127.0.0.1:9/")
    assert (await poll).startswith("Conflict: terminated by other getUpdates request")
    assert await bot.refusal("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    assert await bot.does("deleteWebhook", drop_pending_updates=True)
    assert await bot.updates() == []


async def test_settling_says_what_is_open(bot: HandBot, control: Control) -> None:
    await control.say("xiao_li", "一", chat=GROUP)
    status, answer = await control.answer("POST", "settle", {"timeout": 0.01})
    assert status == 504
    assert [row["message"]["text"] for row in answer["open"]] == ["一"]
    settled = asyncio.create_task(control.post("settle"))
    await bot.updates()
    await bot.updates()
    assert await settled == {"settled": True}
