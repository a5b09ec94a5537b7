"""What every screen of somebody in 长辈版 keeps to (DESIGN §7), checked after each conversation."""

import re
from typing import Any

from bot.kit.screens import ELDER_CHARACTERS, ELDER_CHOICES
from storage.database import Database
from tests.databases import sql
from tests.neighbours import Playground

LAST = ["返回", "🙋找人帮"]
HOME = ["反映问题", "投票", "看预告", "查积分", "🙋找人帮"]
LATIN = re.compile(r"[A-Za-z]")
OWN_WORDS = re.compile(r"(您说|您写的是|地点|回执)：.*")
"""What the person has written is read back as it is, and a receipt is what it is."""
WORD = re.compile(r"[\u4e00-\u9fff]")
COMMANDS = re.compile(r"(?<![A-Za-z0-9])/\w")


async def check(playground: Playground, database: Database) -> None:
    """Every screen that a person in 长辈版 was shown. Raises `AssertionError` with the screen."""
    with sql(database) as run:
        elders = run("SELECT telegram_id FROM accounts WHERE elder AND language = 'zh'")
    for (telegram_id,) in elders:
        screen = await playground.get(f"people/{telegram_id}/screen", limit=500)
        shown = _in_elder_mode(screen["messages"])
        for message in shown:
            faults = faults_of(message)
            assert not faults, f"{faults}: {message}"
        assert "reply_markup" in shown[-1], f"nothing to tap under the last message: {shown[-1]}"


def faults_of(message: dict[str, Any]) -> list[str]:
    """What an older resident could stumble over in a message of the bot."""
    text, markup = message.get("text", ""), message.get("reply_markup", {})
    rows = [[button["text"] for button in row] for row in markup.get("inline_keyboard", [])]
    ours = OWN_WORDS.sub("", text)
    labels = [label for row in rows for label in row]
    choices = labels[:-2] if labels[-2:] == LAST else labels
    found = {
        "too long": len(text) > ELDER_CHARACTERS,
        "more than one button in a row": any(len(row) > 1 for row in rows),
        "no way back or no person to ask": bool(rows) and labels[-2:] != LAST and labels != HOME,
        "too many choices": len(choices) > ELDER_CHOICES and labels != HOME,
        "English": bool(LATIN.search(ours.replace("Telegram", "") + "".join(labels))),
        "a command": bool(COMMANDS.search(ours)),
        "a button without words": not all(WORD.search(label) for label in labels),
        "a text without words": not WORD.search(text),
    }
    return [fault for fault, is_there in found.items() if is_there]


def _in_elder_mode(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The bot's own messages since the person chose 长辈版 (or had it from the start)."""
    mine = [message for message in messages if message.get("from", {}).get("is_bot") and "text" in message]
    asked = [n for n, message in enumerate(mine) if "想用哪一种" in message["text"]]
    return mine[asked[-1] + 1 :] if asked else mine
