"""aiogram, which nobody here wrote, talks to the playground: polling and by webhook."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.filters import Command, CommandStart
from aiogram.methods import EditEphemeralMessageText, SendMessage, TelegramMethod
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BufferedInputFile,
    CallbackQuery,
    EphemeralMessageParameters,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    InputPollOption,
    KeyboardButton,
    Message,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bot.playground import Playground
from tests.playground.conftest import GROUP, LI, TOKEN, Control


@asynccontextmanager
async def connected(playground: Playground) -> AsyncIterator[Bot]:
    """A bot of aiogram's that takes the playground for Telegram."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(playground.url))
    async with Bot(TOKEN, session=session) as bot:
        yield bot


def dispatcher() -> Dispatcher:
    """A small bot: it greets, answers taps, and looks at photos."""
    routes = Dispatcher()

    @routes.message(CommandStart(deep_link=True))
    async def linked(message: Message) -> None:
        await message.answer(f"来自 <b>{message.text}</b>", parse_mode=ParseMode.HTML)

    @routes.message(CommandStart())
    async def greet(message: Message) -> None:
        row = [InlineKeyboardButton(text="投票", callback_data="vote", style="primary")]
        await message.answer("您好", reply_markup=InlineKeyboardMarkup(inline_keyboard=[row]))

    @routes.message(Command("quick"))
    async def quick(message: Message) -> TelegramMethod[Message]:
        return SendMessage(chat_id=message.chat.id, text="马上")

    @routes.callback_query(F.data == "vote")
    async def vote(query: CallbackQuery) -> None:
        await query.answer("投好了", show_alert=True)
        assert isinstance(query.message, Message)
        await query.message.edit_text("谢谢")

    @routes.message(F.photo)
    async def look(message: Message, bot: Bot) -> None:
        assert message.photo
        content = await bot.download(message.photo[-1])
        await message.reply(f"{len(content.read()) if content else 0} 字节")

    return routes


async def converse(control: Control) -> None:
    """A conversation with that bot, whichever way its updates reach it."""
    await control.post("people/xiao_li/start")
    await control.post("settle")
    assert (await control.screen("xiao_li"))["text"] == "您好\n投票"
    await control.tap("xiao_li", "投票")
    await control.post("settle")
    screen = await control.screen("xiao_li")
    assert screen["text"] == "谢谢"
    assert [(alert["text"], alert["show_alert"]) for alert in screen["alerts"]] == [("投好了", True)]
    await control.post("people/xiao_li/start", payload="flyer")
    await control.post("people/grandma_wang/send", kind="photo")
    await control.say("grandma_wang", "/quick")
    await control.post("settle")
    assert (await control.screen("xiao_li"))["messages"][-1]["entities"][0]["type"] == "bold"
    answers = (await control.screen("grandma_wang"))["messages"]
    assert answers[-1]["text"] == "马上"
    assert answers[-2]["reply_to_message"]["photo"]


async def test_a_polling_bot_of_aiogram_converses(playground: Playground, control: Control) -> None:
    routes = dispatcher()
    async with connected(playground) as bot:
        polling = asyncio.create_task(
            routes.start_polling(bot, handle_signals=False, close_bot_session=False, handle_as_tasks=False)
        )
        await converse(control)
        await routes.stop_polling()
        await polling


@pytest.mark.parametrize("in_background", [True, False])
async def test_a_webhook_bot_of_aiogram_converses(
    playground: Playground, control: Control, in_background: bool
) -> None:
    """Answering inside the webhook's own answer (`in_background` off) is aiogram's multipart."""
    async with connected(playground) as bot:
        app = web.Application()
        handler = SimpleRequestHandler(dispatcher(), bot, handle_in_background=in_background, secret_token="s3cret")
        handler.register(app, "/hook")
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="s3cret")
        if in_background:
            # the answer comes before the work: there is nothing to converse with yet, only to be taken
            await control.post("people/xiao_li/start")
            await control.post("settle")
        else:
            await converse(control)
        info = await bot.get_webhook_info()
        assert (info.pending_update_count, info.last_error_message) == (0, None)
        await bot.delete_webhook()
        await runner.cleanup()


async def test_aiogram_understands_what_it_is_answered(playground: Playground, control: Control) -> None:
    await control.post("limits", on=False)
    await control.post("people/xiao_li/start")
    async with connected(playground) as bot:
        keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="反映问题")]], resize_keyboard=True)
        sent = await bot.send_message(LI, "首页", reply_markup=keyboard)
        file = BufferedInputFile(b"picture", "lamp.jpg")
        photo = await bot.send_photo(LI, file, caption="路灯")
        assert photo.photo
        album = await bot.send_media_group(
            LI, [InputMediaPhoto(media=file), InputMediaPhoto(media=photo.photo[0].file_id)]
        )
        assert album[0].media_group_id == album[1].media_group_id
        assert (await bot.copy_message(LI, LI, sent.message_id)).message_id > sent.message_id
        assert (await bot.forward_message(LI, LI, sent.message_id)).forward_origin
        poll = await bot.send_poll(LI, "几点开会", [InputPollOption(text="七点"), InputPollOption(text="八点")])
        assert (await bot.stop_poll(LI, poll.message_id)).is_closed
        chat = await bot.get_chat(GROUP)
        assert (chat.title, await bot.get_chat_member_count(GROUP)) == ("阳光社区", 8)
        assert {admin.status for admin in await bot.get_chat_administrators(GROUP)} == {"creator", "administrator"}
        await bot.set_my_commands(
            [BotCommand(command="start", description="开始")], BotCommandScopeAllPrivateChats(), "zh"
        )
        await bot.pin_chat_message(LI, sent.message_id)
        await bot.set_message_reaction(LI, sent.message_id, [ReactionTypeEmoji(emoji="👍")])
        await bot.send_chat_action(LI, "typing")
        await bot.delete_messages(LI, [message.message_id for message in album])
    screen = await control.screen("xiao_li")
    assert screen["keyboard"] == [["反映问题"]]
    assert screen["commands"] == [{"command": "start", "description": "开始"}]
    assert screen["pinned"]["text"] == "首页"
    assert list(screen["reactions"].values()) == [["👍"]]


async def test_aiogram_raises_what_telegram_would_make_it_raise(playground: Playground, control: Control) -> None:
    async with connected(playground) as bot:
        with pytest.raises(TelegramForbiddenError, match="can't initiate conversation"):
            await bot.send_message(LI, "您好")
        with pytest.raises(TelegramBadRequest, match="Unexpected end tag at byte offset 3"):
            await bot.send_message(GROUP, "好</b>", parse_mode=ParseMode.HTML)
        await control.post("faults", kind="flood", method="sendMessage", retry_after=7)
        with pytest.raises(TelegramRetryAfter) as flood:
            await bot.send_message(GROUP, "您好")
        assert flood.value.retry_after == 7


async def test_aiogram_speaks_to_one_person_in_a_group(playground: Playground, control: Control) -> None:
    async with connected(playground) as bot:
        only = EphemeralMessageParameters(receiver_user_id=LI)
        sent = await bot.send_message(GROUP, "只有您看得见", ephemeral_message_parameters=only)
        assert sent.ephemeral_message_id
        await bot(
            EditEphemeralMessageText(
                chat_id=GROUP, receiver_user_id=LI, ephemeral_message_id=sent.ephemeral_message_id, text="改好了"
            )
        )
    assert (await control.screen("xiao_li", GROUP))["text"] == "改好了"
    assert "改好了" not in str(await control.screen("ms_zhao", GROUP))
