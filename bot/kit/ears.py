"""What the bot understands of what people write and say."""

from dataclasses import dataclass
from typing import Protocol

from nlu.meaning import Engine, Meaning


@dataclass(frozen=True)
class Spoken:
    """Free text, and what it seems to mean."""

    words: str
    meaning: Meaning
    key: str = ""
    """Names what begins by it, so that it begins once."""
    unasked: bool = False
    """Said among neighbours: nobody has spoken to the bot."""


class Ears(Protocol):
    """Understands, away from the event loop."""

    def hears(self, seconds: int) -> bool:
        """Whether a voice message of so many seconds is going to be written down."""
        ...

    async def engine(self) -> Engine:
        """Who understands at this moment."""
        ...

    async def understand(self, text: str) -> Meaning:
        """What is meant, whatever the text. Raises `Away` where nobody can say."""
        ...
