"""Holds back who sends faster than anybody can type, and says so."""

from contextlib import suppress
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message, User

from bot.kit.gate import Gate
from bot.kit.people import Reader, language_of
from bot.kit.watch import HELD_BACK
from bot.kit.words import later, words_for

TOO_FAST = later("That was a little too fast: the last ones did not arrive. Please wait a few seconds.")


@dataclass(frozen=True)
class Doorkeeper:
    """Nothing is done with what is held back, and its sender hears so: once, until they are heard again."""

    people: Gate
    chats: Gate
    zone: ZoneInfo

    async def lets_in(self, user: User, message: Message, bot: Bot, tap: CallbackQuery | None = None) -> bool:
        """Whether this is to be answered; `message` is what was said, or what the button stands under."""
        if self.people.passes(user.id) and self.chats.passes(message.chat.id):
            return True
        HELD_BACK.inc()
        if self.people.tells(user.id):
            await self._tell(user, message, bot, tap)
        return False

    async def _tell(self, user: User, message: Message, bot: Bot, tap: CallbackQuery | None) -> None:
        say = words_for(Reader(user.id, user.full_name, language_of(user.language_code)), self.zone)
        with suppress(TelegramAPIError):
            if tap is not None:
                await bot.answer_callback_query(tap.id, say.plain(TOO_FAST), show_alert=True)
            elif message.chat.type == "private":
                await bot.send_message(message.chat.id, say(TOO_FAST))
