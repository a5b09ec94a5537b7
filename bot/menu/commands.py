"""What Telegram's own menu offers by kind of chat and language; what each person's offers besides is in notices."""

from collections.abc import Mapping

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeUnion,
)

from bot.kit.words import LANGUAGES
from bot.menu.command_views import ADMINISTRATORS, GROUP, PRIVATE, listed


async def announce_commands(bot: Bot) -> None:
    """Tell Telegram; English is also what it shows in all other languages."""
    scopes: list[tuple[BotCommandScopeUnion, Mapping[str, str]]] = [
        (BotCommandScopeAllPrivateChats(), PRIVATE),
        (BotCommandScopeAllGroupChats(), GROUP),
        (BotCommandScopeAllChatAdministrators(), ADMINISTRATORS | GROUP),
    ]
    for language in LANGUAGES:
        for scope, table in scopes:
            offered = [BotCommand.model_validate(row) for row in listed(table, language)]
            await bot.set_my_commands(offered, scope, language if language == "zh" else None)
