"""What Telegram's own menu offers, by kind of chat and language."""

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from bot.kit.people import Language
from bot.kit.words import LANGUAGES, later, translated

PRIVATE = {
    "start": later("The home screen"),
    "concern": later("Report a problem"),
    "my": later("My concerns"),
    "wish": later("Make a small wish"),
    "wishes": later("See the neighbours' wishes"),
    "points": later("My points"),
    "redeem": later("Exchange my points"),
    "honours": later("Thanks and honours"),
    "quests": later("Small quests"),
    "deed": later("Tell of a good deed"),
    "topten": later("What concerns most households"),
    "vote": later("Vote"),
    "wednesday": later("See the agenda"),
    "agenda": later("Agenda items"),
    "propose": later("Make a proposal"),
    "here": later("Check in"),
    "speak": later("I want to speak"),
    "minutes": later("See the minutes"),
    "resolutions": later("Results and resolutions"),
    "charter": later("Read the charter"),
    "join": later("Join my household"),
    "withdraw": later("Take my consent back"),
    "household": later("My household"),
    "community": later("In which community I speak"),
    "tiers": later("Who does what, and how to become it"),
    "elder": later("Large buttons, few steps"),
    "language": later("中文 or English"),
    "mydata": later("What is kept about me"),
    "correct": later("Correct something about me"),
    "deleteme": later("Delete my data"),
    "person": later("Ask a person"),
    "help": later("How it works"),
}
GROUP = {
    "goals": later("What the buildings reach"),
    "concern": later("Report a problem"),
    "points": later("My points"),
    "topten": later("What concerns most households"),
    "vote": later("Vote"),
    "wednesday": later("See the agenda"),
    "agenda": later("Agenda items"),
    "propose": later("Make a proposal"),
    "minutes": later("See the minutes"),
    "resolutions": later("Results and resolutions"),
    "charter": later("Read the charter"),
    "setup": later("Set this group up (administrators)"),
    "offers": later("When the bot speaks up here (moderators)"),
    "check": later("See what is missing"),
}


async def announce_commands(bot: Bot) -> None:
    """Tell Telegram; English is also what it shows in all other languages."""
    for language in LANGUAGES:
        code = language if language == "zh" else None
        await bot.set_my_commands(_commands(PRIVATE, language), BotCommandScopeAllPrivateChats(), code)
        await bot.set_my_commands(_commands(GROUP, language), BotCommandScopeAllGroupChats(), code)


def _commands(table: dict[str, str], language: Language) -> list[BotCommand]:
    return [BotCommand(command=name, description=translated(what, language)) for name, what in table.items()]
