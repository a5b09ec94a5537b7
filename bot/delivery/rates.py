"""How many calls fit into which time, and how many did; no clock in here."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.config import Delivery


@dataclass(frozen=True)
class Rate:
    """At most `calls` in any span of length `window`; what is exactly `window` old no longer counts."""

    calls: int
    window: timedelta


@dataclass(frozen=True)
class Rates:
    """What Telegram bears (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits)."""

    in_all: Rate
    """A bot may write about 30 times a second over all chats; answers to taps and questions take what we leave."""
    chat: Rate
    """One chat should not be written to more than once a second."""
    group: Rate
    """A group takes 20 posts and edits a minute."""

    @classmethod
    def of(cls, rules: Delivery) -> "Rates":
        """As `config.yaml` has them."""
        return cls(
            in_all=Rate(rules.per_second, timedelta(seconds=1)),
            chat=Rate(1, timedelta(seconds=rules.chat_interval)),
            group=Rate(rules.group_per_minute, timedelta(minutes=1)),
        )


class Bucket:
    """The calls that still count against a rate.

    A call later than `now` was made before the clock was moved back; it is forgotten.
    """

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._calls: list[datetime] = []

    def count(self, at: datetime) -> None:
        """A call was made."""
        self._calls.append(at)

    def spare(self, now: datetime) -> int:
        """How many more fit at `now`; below zero when too many were made."""
        self._calls = [call for call in self._calls if now - self._rate.window < call <= now]
        return self._rate.calls - len(self._calls)

    def opens_at(self, now: datetime) -> datetime:
        """The first moment from `now` on at which one more fits."""
        spare = self.spare(now)
        return now if spare > 0 else self._calls[-spare] + self._rate.window

    def empty(self, now: datetime) -> bool:
        """Whether nothing counts any more."""
        return self.spare(now) == self._rate.calls


@dataclass(frozen=True)
class Pause:
    """A 429: Telegram wants nothing for a chat from `since` until `until`."""

    since: datetime
    until: datetime

    def holds(self, now: datetime) -> bool:
        """Whether it is still so; not when the clock was moved to before it began."""
        return self.since <= now < self.until
