"""What an update asks for: a command and whose it is, or a button of ours."""

from aiogram import Bot
from aiogram.filters.callback_data import CallbackData
from aiogram.types import Message

COUNTED = 2**63 - 1
"""No database counts further: a number beyond that is in no button of ours."""


def command_name(message: Message) -> str:
    """Without slash and bot, in lower case; the first word, where it is no command."""
    first, *_ = (message.text or message.caption or "").split(maxsplit=1) or [""]
    return first.removeprefix("/").partition("@")[0].lower()


async def is_for_another(message: Message, bot: Bot) -> bool:
    """Whether a command names another bot; an administrator bot hears these too."""
    command = (message.text or message.caption or "").split(maxsplit=1)[0]
    named = command.partition("@")[2]
    return bool(named) and named.lower() != str((await bot.me()).username).lower()


def unpack(kind: type[CallbackData] | None, data: str) -> CallbackData | None:
    """What a tap with this data means; None where it is no button of today's bot."""
    try:
        pressed = kind.unpack(data) if kind else None
    except (ValueError, TypeError):
        return None  # a button of an earlier version of the bot
    numbers = [value for _, value in pressed or () if isinstance(value, int)]
    return None if any(abs(number) > COUNTED for number in numbers) else pressed
