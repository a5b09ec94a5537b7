"""Waiting when Telegram says so."""

import asyncio
from typing import Final

from aiogram import Bot
from aiogram.client.session.middlewares.base import NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

TRIES: Final = 5


async def wait_when_told(
    make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
) -> Response[TelegramType]:
    """Repeat a request that met a limit after the time that Telegram names, a few times."""
    for _ in range(TRIES - 1):
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as limit:
            await asyncio.sleep(limit.retry_after)
    return await make_request(bot, method)
