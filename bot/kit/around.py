"""aiogram's middleware around each update: it counts, and says whose the log's lines are."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import TelegramObject, Update

from bot.kit.logs import about
from bot.kit.watch import SECONDS

log = logging.getLogger(__name__)


async def watched(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]
) -> object:
    """Around each update."""
    assert isinstance(event, Update)  # noqa: S101 - it is registered for updates
    with about(update_id=event.update_id), SECONDS.labels(event.event_type).time():
        answer: object = await handler(event, data)
        log.info("handled a %s", event.event_type)
    return answer
