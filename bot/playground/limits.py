"""How fast a bot may write: Telegram's published limits, as data, counted on the playground's clock."""

import math
from collections import deque
from dataclasses import dataclass

from bot.playground.refusals import too_many_requests


@dataclass(frozen=True)
class Rate:
    """At most `amount` in any `seconds`; `reason` is the sentence behind it."""

    amount: int
    seconds: float
    reason: str


CHAT_PACE = Rate(1, 1.0, "In one chat a bot should not write more than once a second; short bursts pass.")
CHAT_BURST = 3
"""How many messages a chat takes at once before the pace of one a second holds."""
GROUP = Rate(20, 60.0, "In one group a bot cannot write more than 20 times a minute; edits are counted.")
ALL = Rate(30, 1.0, "Over all its chats a bot writes no more than about 30 times a second.")


class _Pace:
    """A bucket of `CHAT_BURST` that refills at `CHAT_PACE`."""

    def __init__(self, now: float) -> None:
        self.level = float(CHAT_BURST)
        self.at = now

    def wait(self, now: float, count: int) -> float:
        self.level = min(CHAT_BURST, self.level + max(0.0, now - self.at) * CHAT_PACE.amount / CHAT_PACE.seconds)
        self.at = now
        return (min(count, CHAT_BURST) - self.level) * CHAT_PACE.seconds / CHAT_PACE.amount


class _Window:
    """The moments of the last `rate.seconds`."""

    def __init__(self, rate: Rate) -> None:
        self.rate = rate
        self.moments: deque[float] = deque()

    def wait(self, now: float, count: int) -> float:
        while self.moments and not now - self.rate.seconds < self.moments[0] <= now:
            self.moments.popleft()
        free = self.rate.amount - len(self.moments)
        if count <= free:
            return 0.0
        blocking = min(count, self.rate.amount) - free - 1
        return self.moments[blocking] + self.rate.seconds - now


class Limits:
    """The buckets of one bot. Answers to taps never come here."""

    def __init__(self, *, on: bool = True) -> None:
        self.on = on
        self._all = _Window(ALL)
        self._paces: dict[int, _Pace] = {}
        self._groups: dict[int, _Window] = {}

    def spend(self, chat_id: int, count: int, now: float, *, shared: bool = True) -> None:
        """Count `count` messages or edits in a chat (negative ids are groups), or refuse with 429.

        What one person of a group alone sees (`shared=False`) counts over all chats only.
        """
        if not self.on:
            return
        if not shared:
            self._check(self._all.wait(now, count))
            self._all.moments.extend([now] * count)
            return
        pace = self._paces.setdefault(chat_id, _Pace(now))
        windows = [self._all]
        if chat_id < 0:
            windows.append(self._groups.setdefault(chat_id, _Window(GROUP)))
        self._check(max(pace.wait(now, count), *(window.wait(now, count) for window in windows)))
        pace.level -= count
        for window in windows:
            window.moments.extend([now] * count)

    def _check(self, wait: float) -> None:
        # float dust is no reason to wait
        if wait > 1e-6:
            raise too_many_requests(math.ceil(wait))
