"""The way to Telegram: aiogram's, and a shorter one for what is written already."""

from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import ClientError, ClientTimeout

from bot.kit.calls import Written
from bot.kit.watch import FLOODS

JSON = {"Content-Type": "application/json"}
TAKEN = (b'{"ok":true', b'{"ok": true')


class Session(AiohttpSession):
    """Raises the same whichever way a call goes; counts those that Telegram wants to wait."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._limit = ClientTimeout(total=self.timeout)

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram says so
    ) -> TelegramType:
        try:
            if isinstance(method, Written):
                return cast("TelegramType", await self._send(bot, method))
            return await super().make_request(bot, method, timeout)
        except TelegramRetryAfter:
            FLOODS.labels("answers").inc()
            raise

    async def _send(self, bot: Bot, call: Written) -> None:
        session = await self.create_session()
        url = self.api.api_url(bot.token, call.__api_method__)
        try:
            async with session.post(url, data=call.body, headers=JSON, timeout=self._limit) as answer:
                told = await answer.read()
        except TimeoutError as reason:
            raise TelegramNetworkError(method=call, message="no answer in time") from reason
        except ClientError as reason:
            raise TelegramNetworkError(method=call, message=f"{type(reason).__name__}: {reason}") from reason
        if answer.status != 200 or not told.startswith(TAKEN):  # a page of something between us and Telegram, too
            self.check_response(bot, call, answer.status, told.decode(errors="replace"))
