"""aiogram's middlewares around each update and each call: they count, and say whose the log's lines are."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import TelegramObject, Update

from bot.kit.logs import about
from bot.kit.watch import FLOODS, SECONDS

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


class CountFloods(BaseRequestMiddleware):
    """Around each call of the bot that answers."""

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter:
            FLOODS.labels("answers").inc()
            raise
