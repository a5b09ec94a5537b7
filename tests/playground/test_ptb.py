"""python-telegram-bot, which nobody here wrote, talks to the playground: polling and by webhook."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Message, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ExtBot,
    MessageHandler,
    filters,
)

from bot.playground import Playground
from tests.playground.conftest import GROUP, LI, TOKEN, Control

App = Application[Any, Any, Any, Any, Any, Any]


async def greet(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer /start."""
    assert update.effective_message
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("投票", callback_data="vote")]])
    await update.effective_message.reply_text("您好", reply_markup=markup)


async def vote(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer a tap."""
    query = update.callback_query
    assert query
    assert isinstance(query.message, Message)
    await query.answer("投好了")
    await query.edit_message_text("*谢谢*", parse_mode="MarkdownV2")


async def listen(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Fetch a voice message."""
    assert update.effective_message
    assert update.effective_message.voice
    file = await update.effective_message.voice.get_file()
    content = await file.download_as_bytearray()
    await update.effective_message.reply_text("听到了" if content.startswith(b"OggS") else "听不懂")


def application(playground: Playground) -> App:
    """A small bot that takes the playground for Telegram."""
    builder = Application.builder().token(TOKEN).base_url(f"{playground.url}/bot")
    app = builder.base_file_url(f"{playground.url}/file/bot").build()
    app.add_handler(CommandHandler("start", greet))
    app.add_handler(CallbackQueryHandler(vote))
    app.add_handler(MessageHandler(filters.VOICE, listen))
    return app


async def converse(control: Control) -> None:
    """A conversation with that bot, whichever way its updates reach it."""
    await control.post("people/xiao_li/start")
    await control.post("settle")
    await until_text(control, "您好\n投票")
    await control.tap("xiao_li", "投票")
    await control.post("settle")
    await until_text(control, "谢谢")
    assert [alert["text"] for alert in (await control.screen("xiao_li"))["alerts"]] == ["投好了"]
    await control.post("people/xiao_li/send", kind="voice")
    await control.post("settle")
    await until_text(control, "听到了")


async def until_text(control: Control, text: str) -> None:
    """PTB confirms an update before it handles it, so wait for the screen itself."""
    async with asyncio.timeout(60), control.session.get(f"{control.url}/control/events") as events:
        while (await control.screen("xiao_li"))["text"] != text:
            await events.content.readline()


async def test_a_polling_bot_of_ptb_converses(playground: Playground, control: Control) -> None:
    app = application(playground)
    async with app:
        await app.start()
        assert app.updater
        await app.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        await converse(control)
        await app.updater.stop()
        await app.stop()


@asynccontextmanager
async def receiver(app: App) -> AsyncIterator[str]:
    """PTB's own webhook server needs tornado; this is as much of one as its `process_update` needs."""

    async def take(request: web.Request) -> web.Response:
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == "s3cret"
        await app.process_update(Update.de_json(await request.json(), app.bot))
        return web.Response()

    server = web.Application()
    server.router.add_post("/hook", take)
    runner = web.AppRunner(server)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


async def test_a_webhook_bot_of_ptb_converses(playground: Playground, control: Control) -> None:
    app = application(playground)
    async with app, receiver(app) as url:
        await app.bot.set_webhook(url, secret_token="s3cret", drop_pending_updates=True)
        await converse(control)
        await app.bot.delete_webhook()


@asynccontextmanager
async def connected(playground: Playground) -> AsyncIterator[ExtBot[None]]:
    """A bot of PTB's, as the courier uses it."""
    bot: ExtBot[None] = ExtBot(TOKEN, base_url=f"{playground.url}/bot", base_file_url=f"{playground.url}/file/bot")
    async with bot:
        yield bot


async def test_ptb_understands_what_it_is_answered(playground: Playground, control: Control) -> None:
    await control.post("limits", on=False)
    async with connected(playground) as bot:
        sent = await bot.send_message(GROUP, "<i>公告</i>", parse_mode="HTML", disable_web_page_preview=True)
        edited = await bot.edit_message_text("<b>公告</b>", GROUP, sent.message_id, parse_mode="HTML")
        assert isinstance(edited, Message)
        assert edited.edit_date
        photo = await bot.send_photo(GROUP, b"picture", caption="路灯")
        document = await bot.send_document(GROUP, b"text", filename="公告.txt")
        assert document.document
        assert document.document.file_name == "公告.txt"
        album = await bot.send_media_group(GROUP, [InputMediaPhoto(b"a"), InputMediaPhoto(photo.photo[0].file_id)])
        await bot.delete_messages(GROUP, [message.message_id for message in album])
        await bot.send_poll(GROUP, "几点开会", ["七点", "八点"], is_anonymous=False)
        await bot.set_my_commands([BotCommand("start", "开始")])
        await bot.pin_chat_message(GROUP, sent.message_id, disable_notification=True)
        chat = await bot.get_chat(GROUP)
        assert chat.pinned_message
        assert chat.pinned_message.text == "公告"
        member = await bot.get_chat_member(GROUP, LI)
        assert member.status == "member"
        assert await bot.get_chat_member_count(GROUP) == 8
        await bot.unpin_all_chat_messages(GROUP)


async def test_ptb_raises_what_telegram_would_make_it_raise(
    playground: Playground, control: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else PTB warns that it will change
    group = await control.post("chats", title="楼道", type="group", owner="ms_zhao", members=[], bot="member")
    moved = await control.post(f"chats/{group['id']}/migrate")
    async with connected(playground) as bot:
        with pytest.raises(Forbidden, match="can't initiate conversation"):
            await bot.send_message(LI, "您好")
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(42, "您好")
        with pytest.raises(ChatMigrated) as migrated:
            await bot.send_message(group["id"], "您好")
        assert migrated.value.new_chat_id == moved["id"]
        await control.post("faults", kind="flood", retry_after=3)
        with pytest.raises(RetryAfter):
            await bot.send_message(GROUP, "您好")
