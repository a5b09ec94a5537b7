"""Who is spoken to."""

from dataclasses import dataclass
from typing import Literal, NewType

CommunityId = NewType("CommunityId", int)

Language = Literal["zh", "en"]


def language_of(code: str | None) -> Language:
    """The language we can offer for a Telegram `language_code`: Chinese unless it is another."""
    return "zh" if code is None or code.lower().startswith("zh") else "en"


@dataclass(frozen=True)
class Reader:
    """Someone who writes to the bot and reads its answers; not necessarily on the roll."""

    telegram_id: int
    name: str
    language: Language = "zh"
    elder: bool = False
    community: CommunityId | None = None
    known: bool = False
    """Has chosen how to be spoken to and agreed to what is kept; until then nothing is stored."""
