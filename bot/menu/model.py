"""What time alone brings about for Telegram's menu; and all that somebody looks after, counted."""

from dataclasses import dataclass

from bot.kit.events import Event
from bot.roles.model import Act


@dataclass(frozen=True)
class MenuOutdated(Event):
    """Somebody's term has ended, or nobody has looked yet which commands they are to be offered."""

    telegram_id: int


@dataclass(frozen=True)
class Panel:
    """What somebody may do, and what of it waits."""

    acts: frozenset[Act]
    overdue: int
    votes: int
