"""Fetches updates and acknowledges them only after their effects are committed.

Updates of different chats are handled side by side, those of one chat in order; the next batch is asked for,
and with it this one acknowledged, when all are done. A crash in between brings the whole batch once more.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Sequence

from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.types import Update

log = logging.getLogger(__name__)

BATCH = 100
"""Telegram gives out no more at once."""
PAUSE = 1.0
"""Seconds until the next try when Telegram cannot be reached."""


async def poll(bot: Bot, dispatcher: Dispatcher, wait_seconds: int) -> None:
    """Run until cancelled. A long poll stays open for `wait_seconds`."""
    offset = 0
    allowed = dispatcher.resolve_used_update_types()
    while True:
        try:
            batch = await bot.get_updates(
                offset=offset,
                limit=BATCH,
                timeout=wait_seconds,
                allowed_updates=allowed,
                request_timeout=wait_seconds + 10,
            )
        except (TelegramNetworkError, TelegramServerError) as trouble:
            log.warning("no updates: %s", trouble)
            await asyncio.sleep(PAUSE)
        except TelegramRetryAfter as wait:
            await asyncio.sleep(wait.retry_after)
        else:
            await handle(bot, dispatcher, batch)
            offset = batch[-1].update_id + 1 if batch else offset


async def handle(bot: Bot, dispatcher: Dispatcher, batch: Sequence[Update]) -> None:
    """Handle a batch: chats side by side, each chat in order."""
    chats: dict[int, list[Update]] = defaultdict(list)
    for update in batch:
        chats[_chat_of(update)].append(update)
    async with asyncio.TaskGroup() as side_by_side:
        for updates in chats.values():
            side_by_side.create_task(_in_order(bot, dispatcher, updates))


async def _in_order(bot: Bot, dispatcher: Dispatcher, updates: Sequence[Update]) -> None:
    for update in updates:
        try:
            await dispatcher.feed_update(bot, update)
        except Exception:
            log.exception("update %s: could not be answered", update.update_id)


def _chat_of(update: Update) -> int:
    event = update.message or update.my_chat_member
    if event is not None:
        return event.chat.id
    tap = update.callback_query
    return tap.message.chat.id if tap and tap.message else 0
