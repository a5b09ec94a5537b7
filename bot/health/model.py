"""How the bot itself is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

LATE = timedelta(minutes=3)
"""The courier knocks each minute: what has been due for longer is late."""
REMEMBERED = timedelta(days=7)
"""How far back refusals are counted."""


@dataclass(frozen=True)
class Waiting:
    """Messages that are due and have not gone out; `oldest` is since when the first of them is due."""

    posts: int
    oldest: datetime | None
    retried: int
    """How many of all that is owed were tried in vain already."""
    voices: int
    """Voice messages that nobody has listened to."""


@dataclass(frozen=True)
class Health:
    now: datetime
    waiting: Waiting
    refused: Sequence[tuple[str, int]]
    """Telegram's words and how often, of the last days, the most frequent first."""
    missed: int
    """What was of no use any more before it could be sent."""
    swept: datetime | None
    """When what time brings about was last seen to."""

    @property
    def posts_are_late(self) -> bool:
        return self.waiting.oldest is not None and self.now - self.waiting.oldest > LATE

    @property
    def sweep_is_late(self) -> bool:
        return self.swept is None or self.now - self.swept > LATE

    @property
    def well(self) -> bool:
        """Nothing is late. What was refused, such as by who blocked the bot, is told all the same."""
        return not (self.posts_are_late or self.sweep_is_late)


@dataclass(frozen=True)
class Lateness:
    """How many posts are due, since when the first of them is, and how long ago the last sweep was."""

    posts: int
    oldest: timedelta
    since_sweep: timedelta
