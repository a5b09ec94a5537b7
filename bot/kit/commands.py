"""Which command a message is, and whose."""

from aiogram import Bot
from aiogram.types import Message


def command_name(message: Message) -> str:
    """Without slash and bot, in lower case; the first word, where it is no command."""
    first, *_ = (message.text or message.caption or "").split(maxsplit=1) or [""]
    return first.removeprefix("/").partition("@")[0].lower()


async def is_for_another(message: Message, bot: Bot) -> bool:
    """Whether a command names another bot; an administrator bot hears these too."""
    command = (message.text or message.caption or "").split(maxsplit=1)[0]
    named = command.partition("@")[2]
    return bool(named) and named.lower() != str((await bot.me()).username).lower()
