"""What the bot understands of what people write and say."""

from typing import Protocol


class Ears(Protocol):
    """Understands, away from the event loop."""

    def hears(self, seconds: int) -> bool:
        """Whether a voice message of so many seconds is going to be written down."""
        ...
