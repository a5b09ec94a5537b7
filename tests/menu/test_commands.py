"""Every command answers: with nothing after it, with nonsense, and with a number that nothing has."""

from typing import Any

import pytest

from bot.app import all_routes
from bot.kit.dispatch import UNKNOWN_COMMAND
from bot.kit.sorry import SORRY
from bot.kit.words import every_language
from tests.neighbours import Someone

ROUTES = all_routes()
PRIVATE, GROUP = sorted(ROUTES.commands), sorted({*ROUTES.commands, *ROUTES.group_commands})
NO_NUMBER = "99999"
WORDS_ALONE = {
    "chair": "says from when on there is something to chair",
    "check": "says what is missing",
    "coverage": "there are no figures yet",
    "here": "nobody sits yet",
    "inquire": "only supervisors ask",
    "home": "the doors are keys in place of the keyboard",
    "keepme": "nothing is to be deleted",
    "ordinary": "the doors are keys in place of the keyboard",
    "person": "a person comes",
    "pioneers": "nobody is nominated yet",
    "speak": "nobody sits yet",
    "start": "the doors are keys in place of the keyboard",
    "topten": "there are no ten yet",
}
"""Commands that take nothing and whose answer is words, on the first day."""


def wrong(said: str) -> list[str]:
    """What nobody who writes a command of ours may read."""
    return [words for text in (SORRY, UNKNOWN_COMMAND) for words in every_language(text) if words in said]


async def leads_on(person: Someone, name: str) -> bool:
    """Whether the last answer has buttons or keys under it, or says how the command is written."""
    message: dict[str, Any] = (await person.screen())["messages"][-1]
    return "reply_markup" in message or f"/{name} " in message.get("text", "")


@pytest.mark.parametrize("words", ["", "哈哈 呵呵", NO_NUMBER], ids=["nothing", "nonsense", "no_such_number"])
async def test_each_command_in_private_says_how_it_is_used_or_offers_buttons(moderator: Someone, words: str) -> None:
    speechless, lost = [], []
    for name in PRIVATE:
        await moderator.says(f"/{name} {words}".strip())
        said = await moderator.reads()
        if not said or wrong(said):
            speechless.append(name)
        elif not await leads_on(moderator, name) and name not in WORDS_ALONE and words != NO_NUMBER:
            lost.append(name)
        if name == "elder":
            await moderator.says("/ordinary")
    assert (speechless, lost) == ([], [])


@pytest.mark.parametrize("words", ["", "哈哈 呵呵", NO_NUMBER], ids=["nothing", "nonsense", "no_such_number"])
async def test_each_command_in_the_group_is_answered(moderator: Someone, words: str) -> None:
    speechless = []
    for name in GROUP:
        await moderator.says_in_group(f"/{name} {words}".strip())
        said = await moderator.reads_in_group()
        if not said or wrong(said):
            speechless.append(name)
    assert speechless == []


async def test_a_command_that_is_none_is_left_to_other_bots_in_a_group(moderator: Someone) -> None:
    await moderator.says_in_group("/nosuchcommand")
    assert await moderator.reads_in_group() == ""
    await moderator.says("/nosuchcommand")
    assert wrong(await moderator.reads())


async def test_what_is_said_in_a_group_says_so_in_private(moderator: Someone) -> None:
    await moderator.says("/slow")
    assert "请到那个群里发" in await moderator.reads()
