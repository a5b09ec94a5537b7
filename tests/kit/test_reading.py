"""One update that cannot be read, or takes very long to read, holds up nobody else."""

import asyncio
import logging
import time
from typing import Any

import pytest
from aiogram import Dispatcher, F
from aiogram.types import Message

from bot.app import make_bot
from bot.kit.polling import poll
from bot.kit.reading import loads
from bot.playground import Playground

TOKEN = "1000000:PLAYGROUND"
STYLES = 9
"""Within each other; aiogram would be at it for longer than anybody lives."""
LONG = 10.0
"""Seconds of one core, where a hundredth is enough."""


def rich(styles: int) -> dict[str, Any]:
    text: Any = "路灯不亮"
    for _ in range(styles):
        text = {"type": "bold", "text": text}
    return {"blocks": [{"type": "paragraph", "text": text}]}


def said(message_id: int, **more: object) -> dict[str, Any]:
    someone = {"id": 5000001, "is_bot": False, "first_name": "王秀英"}
    chat = {"id": 5000001, "type": "private", "first_name": "王秀英"}
    return {"message_id": message_id, "date": 1, "chat": chat, "from": someone} | more


async def heard(playground: Playground, messages: int) -> list[Message]:
    """What a bot that polls hears, until so many have come."""
    found: list[Message] = []
    enough = asyncio.Event()
    dispatcher = Dispatcher(disable_fsm=True)

    @dispatcher.message(F.chat.type == "private")
    async def message(message: Message) -> None:
        found.append(message)
        if len(found) == messages:
            enough.set()

    async with make_bot(TOKEN, playground.url) as bot:
        polling = asyncio.create_task(poll(bot, dispatcher, 1))
        await enough.wait()
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
    return found


async def test_styles_within_styles_hold_up_nobody() -> None:
    async with Playground(port=0) as playground:
        updates = playground.world.bots[TOKEN].updates
        updates.put("message", said(1, rich_message=rich(STYLES)))
        updates.put("message", said(2, text="您好", reply_to_message=said(1, rich_message=rich(STYLES))))
        began = time.process_time()
        _, second = await heard(playground, 2)
        assert time.process_time() - began < LONG
    assert second.text == "您好"
    assert second.reply_to_message is not None


async def test_an_update_that_cannot_be_read_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    async with Playground(port=0) as playground:
        updates = playground.world.bots[TOKEN].updates
        updates.put("message", said(1, text="一"))
        number = updates.put("message", said(2, text="二", forward_origin={"type": "of a later time"}))
        updates.put("message", said(3, text="三"))
        assert [message.text for message in await heard(playground, 2)] == ["一", "三"]
        last = updates.put("message", said(4, forward_origin={"type": "of a later time"}))
        assert last is not None
        updates.put("message", said(5, text="五"))
        assert [message.text for message in await heard(playground, 1)] == ["五"]
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert f"update {number}: cannot be read and is left out" in told[0]
    assert len(told) == 2
    assert "王秀英" not in "".join(told)


@pytest.mark.parametrize("text", ["{}", '{"rich_message": {"a": [1]}}', '[{"m": {"rich_message": 1, "text": "x"}}]'])
def test_only_what_is_heavy_is_left_out(text: str) -> None:
    assert "rich_message" not in str(loads(text))
    assert ("x" in text) == ("x" in str(loads(text)))
