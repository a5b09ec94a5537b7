"""The echo of aiogram's documentation, started as it says, at the address that the first argument names.

With `--settled` its collector looks less often, and 32 are handled at the same time.
"""

import asyncio
import gc
import logging
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import Message

dp = Dispatcher()


@dp.message()
async def echo_handler(message: Message) -> None:
    """Sends a copy of the received message."""
    try:
        await message.send_copy(chat_id=message.chat.id)
    except TypeError:
        await message.answer("Nice try!")


async def main(url: str, token: str, *settled: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    bot = Bot(token=token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    if settled:
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)
    await dp.start_polling(bot, tasks_concurrency_limit=32 if settled else None)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, stream=sys.stdout)
    asyncio.run(main(*sys.argv[1:]))
