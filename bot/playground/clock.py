"""The playground's time: the system's with an offset, or standing still; everything here runs on it."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.playground.refusals import Impossible
from bot.playground.shapes import Json
from bot.playground.wakeup import Wakeup

FOLLOWER_PATIENCE = 30.0
"""Real seconds a moved clock waits for a follower at work before it counts as gone."""


@dataclass
class _Follower:
    after: int
    connections: int = 0


class Clock:
    """Seconds since 1970 (UTC). Each move raises `version`; followers are told and waited for."""

    def __init__(self, *, offset: float = 0.0, frozen_at: float | None = None, version: int = 1) -> None:
        self._offset = offset
        self._frozen_at = frozen_at
        self.version = version
        self._followers: dict[str, _Follower] = {}
        self.changed = Wakeup()

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time() + self._offset if self._frozen_at is None else self._frozen_at

    def stamp(self) -> int:
        """Whole seconds since 1970, as dates are in the Bot API."""
        return int(self.now())

    @property
    def running(self) -> bool:
        """Whether time passes by itself."""
        return self._frozen_at is None

    def face(self) -> Json:
        """What `GET /control/clock` answers."""
        moment = datetime.fromtimestamp(self.now(), UTC)
        return {"now": moment.isoformat(), "running": self.running, "version": self.version}

    def followers(self) -> dict[str, int]:
        """Those a move waits for, by name, and how many connections of theirs wait now."""
        return {name: follower.connections for name, follower in self._followers.items()}

    def kept(self) -> Json:
        """What must be kept to continue."""
        return {"offset": self._offset, "frozen_at": self._frozen_at, "version": self.version}

    async def follow(self, after: int, name: str | None) -> Json:
        """Wait until the version is higher than `after`; a named caller is a follower from now on."""
        if name is None:
            await self.changed.until(lambda: self.version > after)
            return self.face()
        follower = self._followers.setdefault(name, _Follower(after))
        follower.after = after
        follower.connections += 1
        self.changed.ring()
        try:
            await self.changed.until(lambda: self.version > after)
        except BaseException:
            # its connection closed: unless it has come back meanwhile, nobody is there to wait for
            if follower.connections == 1:
                self._forget(name, follower)
            raise
        finally:
            follower.connections -= 1
            self.changed.ring()
        return self.face()

    async def move(self, *, to: float | None, by: float, running: bool | None) -> Json:
        """Set the time, and answer when every follower has done what was due."""
        target = (self.now() if to is None else to) + by
        keep_running = self.running if running is None else running
        self._frozen_at = None if keep_running else target
        self._offset = target - time.time()
        self.version += 1
        version = self.version
        self.changed.ring()
        expected = dict(self._followers)
        if not await self.changed.until(lambda: self._all_back(expected, version), FOLLOWER_PATIENCE):
            for name, follower in expected.items():
                if follower.after < version:
                    self._forget(name, follower)
        return self.face()

    def _all_back(self, expected: dict[str, _Follower], version: int) -> bool:
        return all(f.after >= version for name, f in expected.items() if self._followers.get(name) is f)

    def _forget(self, name: str, follower: _Follower) -> None:
        if self._followers.get(name) is follower:
            del self._followers[name]
        self.changed.ring()


def parse_moment(text: str) -> float:
    """ISO 8601 → seconds since 1970; a time without a zone is UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Impossible(f"not an ISO 8601 time: {text!r}") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
