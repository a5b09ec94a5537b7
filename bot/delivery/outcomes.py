"""How a delivery ends."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Sent:
    """It arrived, as this message if it made one."""

    message_id: int | None


@dataclass(frozen=True)
class Later:
    """It did not arrive; it is tried again after a while."""

    after: timedelta
    reason: str


@dataclass(frozen=True)
class Never:
    """It cannot arrive."""

    reason: str
    """Telegram's word, without what it quotes of the message."""
    expected: bool = True
    """False: nothing that a chat or a person did, so it is our own mistake."""


@dataclass(frozen=True)
class MessageGone:
    """The board's message cannot be edited any more."""


@dataclass(frozen=True)
class Moved:
    """The group became a supergroup, which has another id."""

    chat_id: int


Outcome = Sent | Later | Never | MessageGone | Moved
