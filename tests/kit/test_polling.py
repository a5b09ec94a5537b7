"""Updates: chats side by side, each chat in order, and one that fails stops no other."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import CallbackQuery, Message, Update
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.kit.polling import handle

TOKEN = "1000000:NOBODY-IS-CALLED"
GRANDMA, CHEN = 5000001, 5000002


def said(update_id: int, chat: int, text: str = "") -> Update:
    message = {"message_id": update_id, "date": 0, "chat": {"id": chat, "type": "private"}, "text": text}
    return Update.model_validate({"update_id": update_id, "message": message})


def tapped(update_id: int, chat: int) -> Update:
    message = {"message_id": 1, "date": 0, "chat": {"id": chat, "type": "private"}, "text": "?"}
    sender = {"id": chat, "is_bot": False, "first_name": "王秀英"}
    query = {"id": str(update_id), "from": sender, "chat_instance": "1", "message": message, "data": "home"}
    return Update.model_validate({"update_id": update_id, "callback_query": query})


def tapped_where_nobody_sees(update_id: int) -> Update:
    """Under a message of inline mode, which belongs to no chat of ours."""
    sender = {"id": 1, "is_bot": False, "first_name": "何伟"}
    query = {"id": "1", "from": sender, "chat_instance": "1", "inline_message_id": "1", "data": "home"}
    return Update.model_validate({"update_id": update_id, "callback_query": query})


async def handled_by(batch: Sequence[Update], handler: Callable[[int, str], Awaitable[None]]) -> None:
    """Let `handler` take each update: the chat and what was said or tapped there."""
    dispatcher = Dispatcher(disable_fsm=True)

    @dispatcher.message()
    async def message(message: Message) -> None:
        await handler(message.chat.id, message.text or "")

    @dispatcher.callback_query()
    async def tap(tap: CallbackQuery) -> None:
        await handler(tap.message.chat.id if tap.message else 0, "tap")

    await handle(Bot(TOKEN), dispatcher, batch)


async def test_one_chats_updates_are_handled_one_after_the_other() -> None:
    seen: list[str] = []

    async def slowly(_: int, text: str) -> None:
        seen.append(f"{text} begins")
        await asyncio.sleep(0)
        seen.append(f"{text} ends")

    await handled_by([said(1, GRANDMA, "a"), tapped(2, GRANDMA), said(3, GRANDMA, "b")], slowly)
    assert seen == ["a begins", "a ends", "tap begins", "tap ends", "b begins", "b ends"]


async def test_nobody_waits_for_somebody_in_another_chat() -> None:
    chen_was_here = asyncio.Event()

    async def grandma_waits_for_chen(chat: int, _: str) -> None:
        if chat == GRANDMA:
            await asyncio.wait_for(chen_was_here.wait(), 30)
        else:
            chen_was_here.set()

    await handled_by([said(1, GRANDMA), said(2, CHEN)], grandma_waits_for_chen)
    assert chen_was_here.is_set()


async def test_a_handler_that_fails_stops_neither_its_chat_nor_the_others(caplog: pytest.LogCaptureFixture) -> None:
    seen: list[tuple[int, str]] = []

    async def fails_at_b(chat: int, text: str) -> None:
        if text == "b":
            raise OSError("the disk is full")
        seen.append((chat, text))

    await handled_by(
        [said(1, GRANDMA, "a"), said(2, GRANDMA, "b"), said(3, GRANDMA, "c"), said(4, CHEN, "d")], fails_at_b
    )
    assert sorted(seen) == [(GRANDMA, "a"), (GRANDMA, "c"), (CHEN, "d")]
    assert [(r.levelno, r.getMessage()) for r in caplog.records if r.name == "bot.kit.polling"] == [
        (logging.ERROR, "update 2: could not be answered")
    ]


async def test_a_tap_that_belongs_to_no_chat_is_handled_too() -> None:
    seen: list[str] = []

    async def notes(_: int, text: str) -> None:
        seen.append(text)

    await handled_by([tapped_where_nobody_sees(1)], notes)
    assert seen == ["tap"]


async def test_an_empty_batch_is_no_work() -> None:
    async def never(chat: int, text: str) -> None:
        raise AssertionError(f"{text} in {chat}")

    await handled_by([], never)


@given(st.lists(st.integers(1, 5), max_size=30))
@settings(max_examples=15)
def test_every_update_is_handled_once_and_each_chat_keeps_its_order(chats: list[int]) -> None:
    seen: dict[int, list[int]] = {}

    async def notes(chat: int, text: str) -> None:
        for _ in range(int(text) % 3):
            await asyncio.sleep(0)
        seen.setdefault(chat, []).append(int(text))

    asyncio.run(handled_by([said(number, chat, str(number)) for number, chat in enumerate(chats, 1)], notes))
    assert sorted(number for numbers in seen.values() for number in numbers) == list(range(1, len(chats) + 1))
    assert all(numbers == sorted(numbers) for numbers in seen.values())
