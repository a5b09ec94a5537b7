"""What is said where nothing else can be: no more is known of the person than what Telegram tells."""

from contextlib import suppress
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message

from bot.kit.people import Reader, language_of
from bot.kit.words import later, words_for

SORRY = later("Something went wrong on our side. Nothing of yours is lost. Please try once more, or ask a person.")
OLD_BUTTON = later("This button is from an earlier time and no longer works. Please start anew.")


async def apologize(bot: Bot, stranger: Reader, message: Message, zone: ZoneInfo) -> None:
    """In private."""
    if message.chat.type == "private":
        with suppress(TelegramAPIError):
            await bot.send_message(message.chat.id, words_for(stranger, zone)(SORRY))


async def too_old(tap: CallbackQuery, bot: Bot, zone: ZoneInfo) -> None:
    """Telegram itself no longer shows us the message under which the button stands."""
    user = tap.from_user
    say = words_for(Reader(user.id, user.full_name, language_of(user.language_code)), zone)
    with suppress(TelegramAPIError):
        await bot.answer_callback_query(tap.id, say.plain(OLD_BUTTON), show_alert=True)
