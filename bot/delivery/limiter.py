"""How fast the courier may write: posts and edits counted in one place, on the kit's clock.

python-telegram-bot's own `AIORateLimiter` knows no second for each chat, and one 429 stops it for all chats.
This one never makes a call wait: the courier asks who may be written to before it takes anything from the outbox.
"""

from collections.abc import Callable, Coroutine, Set
from datetime import datetime
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.config import Delivery
from bot.delivery.botapi import pause
from bot.delivery.rates import Bucket, Pause, Rates
from bot.kit.clock import Clock

SEEN = ("send", "edit", "copy", "forward", "stop", "pin")
"""How the methods begin that a chat sees something of (a pin is told to the whole group); all others are free."""


class Limiter(BaseRateLimiter[None]):
    """Knows which chats rest and how many calls may go; counts each call when it is answered.

    By then Telegram has counted it too, so none of our windows ends before Telegram's.
    Group chats are those with negative ids.
    """

    def __init__(self, clock: Clock, rules: Delivery) -> None:
        self._clock = clock
        self._rates = Rates.of(rules)
        self._all = Bucket(self._rates.in_all)
        self._chats: dict[int, tuple[Bucket, ...]] = {}
        self._pauses: dict[int, Pause] = {}

    def resting(self, now: datetime) -> Set[int]:
        """The chats that may not be written to at `now`."""
        self._forget(now)
        full = {chat for chat, buckets in self._chats.items() if any(bucket.spare(now) < 1 for bucket in buckets)}
        return full | self._pauses.keys()

    def spare(self, now: datetime) -> int:
        """How many calls may go at `now`, over all chats."""
        return max(0, self._all.spare(now))

    def next_turn(self, now: datetime) -> datetime | None:
        """When the first of those that rest at `now` may be written to again; None when nobody rests."""
        chats = min((self._opens_at(chat, now) for chat in self.resting(now)), default=now)
        turn = max(chats, self._all.opens_at(now))
        return turn if turn > now else None

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | dict[str, Any] | list[dict[str, Any]]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002 - python-telegram-bot's signature
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """Let the call pass at once, and count it; a 429 makes its chat rest, no other."""
        chat = data.get("chat_id")
        if not isinstance(chat, int) or not endpoint.lower().startswith(SEEN):
            return await callback(*args, **kwargs)
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as flood:
            now = self._clock.now()
            self._pauses[chat] = Pause(now, now + pause(flood))
            raise
        finally:
            self._count(chat, self._clock.now())

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    def _count(self, chat: int, now: datetime) -> None:
        if chat not in self._chats:
            rates = (self._rates.chat, self._rates.group) if chat < 0 else (self._rates.chat,)
            self._chats[chat] = tuple(Bucket(rate) for rate in rates)
        for bucket in (self._all, *self._chats[chat]):
            bucket.count(now)

    def _opens_at(self, chat: int, now: datetime) -> datetime:
        moments = [bucket.opens_at(now) for bucket in self._chats.get(chat, ())]
        if chat in self._pauses:  # perhaps for longer than its calls are counted
            moments.append(self._pauses[chat].until)
        return max(moments, default=now)

    def _forget(self, now: datetime) -> None:
        """Drop what no longer counts, so that only the chats of the last minute are held."""
        self._pauses = {chat: pause for chat, pause in self._pauses.items() if pause.holds(now)}
        self._chats = {
            chat: buckets for chat, buckets in self._chats.items() if not all(bucket.empty(now) for bucket in buckets)
        }
