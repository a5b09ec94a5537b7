"""A call that is written already: what Telegram took is taken, all else that comes back is trouble of known kinds."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramBadRequest, TelegramRetryAfter
from aiohttp import web

from bot.app import make_bot
from bot.kit.calls import AnswerTap
from bot.kit.trouble import PASSING

LIMIT = '{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":7}}'
OLD = '{"ok":false,"error_code":400,"description":"Bad Request: query is too old"}'


class FarEnd:
    """Says to each call what was put into it last."""

    status, body = 200, b""

    async def answer(self, request: web.Request) -> web.Response:
        assert await request.json() == {"callback_query_id": "1", "text": "已投：同意", "show_alert": True}
        return web.Response(status=self.status, body=self.body, content_type="application/json")


@pytest.fixture
async def bot() -> AsyncIterator[tuple[Bot, FarEnd]]:
    far = FarEnd()
    app = web.Application()
    app.router.add_post("/bot1000000:PLAYGROUND/answerCallbackQuery", far.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    bot = make_bot("1000000:PLAYGROUND", f"http://{host}:{port}")
    yield bot, far
    await bot.session.close()
    await runner.cleanup()


@pytest.mark.parametrize("body", [b'{"ok":true,"result":true}', b'{"ok": true, "result": {"message_id": 7}}'])
async def test_what_was_taken_gives_nothing_back(bot: tuple[Bot, FarEnd], body: bytes) -> None:
    speaks, far = bot
    far.body = body
    assert await speaks(AnswerTap.to("1", "已投：同意", alert=True)) is None


@pytest.mark.parametrize(
    ("status", "body", "trouble"),
    [
        (429, LIMIT.encode(), TelegramRetryAfter),
        (400, OLD.encode(), TelegramBadRequest),
        (200, "<html>请先登录".encode("gbk"), ClientDecodeError),
        (502, "<html>网关错误".encode("gbk"), ClientDecodeError),
    ],
)
async def test_all_else_is_trouble(bot: tuple[Bot, FarEnd], status: int, body: bytes, trouble: type[Exception]) -> None:
    speaks, far = bot
    far.status, far.body = status, body
    with pytest.raises(trouble) as raised:
        await speaks(AnswerTap.to("1", "已投：同意", alert=True))
    assert isinstance(raised.value, PASSING) == (trouble is ClientDecodeError)
