"""When somebody in a group means the bot, and when the bot may speak up by itself."""

import re
from datetime import datetime, timedelta

from bot.groups.model import Group

PAUSE = timedelta(hours=1)
"""Between two offers in one group."""
_NAMED = re.compile(
    r"^\s*@?(?:议事(?:助手|小助手|机器人)|议事(?=[\s,，。:：、!！?？~～]|$|你好|您好|在吗|帮我|请问)|yishi\b)[\s,，。:：、!！~～]*",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^(?:好的?[,，\s]*)?(?:太|多|非常|十分|真是?)?(?:谢谢|感谢|谢了|谢啦|多谢|辛苦|麻烦)(?:你|您|了|啦|啊|呀|哈|大家|们|各位|议事)*$"
    r"|^(?:ok(?:ay)?[,\s]*)?(?:many |great[,\s]*)?(?:thanks?|thank you|thx|cheers)(?: (?:so|very) much| a lot)?$",
    re.IGNORECASE,
)
_MARKS = " 。，！、.,!~～🙏😊❤️👍"


def may_offer(group: Group, now: datetime) -> bool:
    """Where residents talk, once an hour at most, and never where it was switched off."""
    wanted = group.offers and group.purpose is not None and group.purpose.for_residents
    return wanted and (group.offered_at is None or now - group.offered_at >= PAUSE)


def addressed(text: str, username: str, *, is_reply: bool) -> str | None:
    """The words without the bot's name, where they are meant for it: named, mentioned, or in reply to it; else None."""
    mention = re.compile(rf"@{re.escape(username)}\b", re.IGNORECASE | re.ASCII)
    words, mentioned = mention.subn(" ", text)
    words, named = _NAMED.subn("", words)
    return " ".join(words.split()) if mentioned or named or is_reply else None


def thanks(text: str) -> bool:
    """Whether somebody says thank you, and nothing else."""
    return bool(_THANKS.match(text.strip(_MARKS)))
