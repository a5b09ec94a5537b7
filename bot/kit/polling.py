"""Fetches updates and acknowledges them only after their effects are committed.

Updates of different chats are handled side by side, those of one chat in order; in a group each person's taps are a
line of their own, so that six hundred households who vote on one card do not wait for each other. The next batch is
asked for, and with it this one acknowledged, when all are done. A crash in between brings the whole batch once more.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress

from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramConflictError, TelegramRetryAfter
from aiogram.types import Update

from bot.kit import collector
from bot.kit.order import Line, line_of
from bot.kit.reading import number_of, readable
from bot.kit.town import Away
from bot.kit.trouble import PASSING

log = logging.getLogger(__name__)

BATCH = 100
"""Telegram gives out no more at once."""
PAUSE = 1.0
"""Seconds until the next try when Telegram cannot be reached, or another bot takes our updates."""
GRACE = 3
"""Seconds that the last acknowledgement may take; without it the last batch comes once more at the next start."""


async def poll(bot: Bot, dispatcher: Dispatcher, wait_seconds: int) -> None:
    """Run until cancelled; what is being handled then is finished and acknowledged first.

    A long poll stays open for `wait_seconds`.
    """
    offset = 0
    allowed = dispatcher.resolve_used_update_types()
    while True:
        offset = await _take(bot, dispatcher, offset, wait_seconds, allowed)
        collector.tidy()


async def _take(bot: Bot, dispatcher: Dispatcher, offset: int, wait_seconds: int, allowed: list[str]) -> int:
    """A batch, if there is one; where the next one begins."""
    try:
        batch, following = await _fetch(bot, offset, wait_seconds, allowed)
    except (TelegramConflictError, *PASSING) as trouble:
        log.warning("no updates: %s", trouble)
        await asyncio.sleep(PAUSE)
    except TelegramRetryAfter as wait:
        await asyncio.sleep(wait.retry_after)
    else:
        if await _finish(bot, dispatcher, batch, following):
            return following
        await asyncio.sleep(PAUSE)
    return offset


async def _fetch(bot: Bot, offset: int, wait_seconds: int, allowed: list[str]) -> tuple[Sequence[Update], int]:
    """A batch, and where the next one begins. Where one update cannot be read the others are."""
    try:
        batch = await bot.get_updates(offset, BATCH, wait_seconds, allowed, request_timeout=wait_seconds + 10)
    except ClientDecodeError as trouble:
        written = trouble.data.get("result") if isinstance(trouble.data, dict) else None
        if not isinstance(written, list) or not written or (last := number_of(written[-1])) is None:
            raise  # these are no updates
        return [update for one in written if (update := readable(one, bot))], last + 1
    return batch, batch[-1].update_id + 1 if batch else offset


async def _finish(bot: Bot, dispatcher: Dispatcher, batch: Sequence[Update], following: int) -> bool:
    """Whether the batch may be acknowledged; else it comes once more."""
    handling = asyncio.create_task(handle(bot, dispatcher, batch))
    try:
        return await asyncio.shield(handling)
    except asyncio.CancelledError:
        if await handling and batch:
            with suppress(AiogramError):
                await bot.get_updates(following, limit=1, timeout=0, request_timeout=GRACE)
        raise


async def handle(bot: Bot, dispatcher: Dispatcher, batch: Sequence[Update]) -> bool:
    """Handle a batch: lines side by side, each line in order. False where somebody was away for some of it."""
    lines: dict[Line, list[Update]] = defaultdict(list)
    for update in batch:
        lines[line_of(update)].append(update)
    async with asyncio.TaskGroup() as side_by_side:
        tasks = [side_by_side.create_task(_in_order(bot, dispatcher, updates)) for updates in lines.values()]
    return all(task.result() for task in tasks)


async def _in_order(bot: Bot, dispatcher: Dispatcher, updates: Sequence[Update]) -> bool:
    for update in updates:
        try:
            await dispatcher.feed_update(bot, update)
        except Away as reason:
            log.warning("update %s comes again: %r", update.update_id, reason)
            return False
        except Exception:
            log.exception("update %s: could not be answered", update.update_id)
    return True
