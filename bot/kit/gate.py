"""How fast one person, or one chat, may send: bursts pass, floods do not."""

from collections.abc import Callable
from dataclasses import dataclass

FORGET = 10_000
"""So many are remembered before those are looked for who have been quiet long enough."""


@dataclass
class _Bucket:
    left: float
    at: float
    told: bool = False


class Gate:
    """`burst` at once, then `per_second` as time passes; each key for itself, in this process.

    `seconds` is a clock that is never set.
    """

    def __init__(self, burst: int, per_second: float, seconds: Callable[[], float]) -> None:
        self._burst = burst
        self._per_second = per_second
        self._seconds = seconds
        self._buckets: dict[int, _Bucket] = {}

    def passes(self, key: int) -> bool:
        """Whether one more may pass; it is counted if so."""
        now = self._seconds()
        bucket = self._buckets.get(key)
        if bucket is None:
            self._forget_quiet(now)
            bucket = self._buckets[key] = _Bucket(self._burst, now)
        bucket.left, bucket.at = self._filled(bucket, now), now
        if bucket.left < 1:
            return False
        bucket.left -= 1
        bucket.told = False
        return True

    def tells(self, key: int) -> bool:
        """Whether whoever was just stopped is to be told: once until the gate opens again."""
        bucket = self._buckets[key]
        told, bucket.told = bucket.told, True
        return not told

    def _filled(self, bucket: _Bucket, now: float) -> float:
        return min(self._burst, bucket.left + (now - bucket.at) * self._per_second)

    def _forget_quiet(self, now: float) -> None:
        if len(self._buckets) >= FORGET:
            busy = {key: one for key, one in self._buckets.items() if self._filled(one, now) < self._burst}
            self._buckets = busy
