"""What bots have asked for: the last calls with their parameters and answers, without secrets."""

from collections import deque
from itertools import islice

from bot.playground.refusals import Refused
from bot.playground.shapes import Json, Rows

KEPT = 200_000
SECRET = frozenset({"secret_token", "certificate"})


class CallLog:
    """Bounded; `seq` rises by one for each call."""

    def __init__(self) -> None:
        self._calls: deque[Json] = deque(maxlen=KEPT)
        self._seq = 0

    def answered(self, at: str, method: str, params: Json, result: object) -> None:
        """Note a call that was done."""
        self._add({"at": at, "method": method, "params": _shown(params), "status": 200, "result": result})

    def refused(self, at: str, method: str, params: Json, refusal: Refused) -> None:
        """Note a call that was refused."""
        entry = {"at": at, "method": method, "params": _shown(params), "status": refusal.code}
        self._add(entry | {"description": refusal.description})

    def failed(self, at: str, method: str, params: Json, status: int, description: str) -> None:
        """Note a call that a fault spoiled."""
        entry = {"at": at, "method": method, "params": _shown(params), "status": status}
        self._add(entry | {"description": description})

    def after(self, seq: int) -> Rows:
        """The calls later than `seq`, oldest first."""
        first = self._seq - len(self._calls)
        return list(islice(self._calls, max(0, seq - first), None))

    def _add(self, entry: Json) -> None:
        self._seq += 1
        self._calls.append({"seq": self._seq} | entry)


def _shown(params: Json) -> Json:
    return {name: "…" if name in SECRET else _plain(value) for name, value in params.items()}


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | float | bool | list | dict | None) else str(value)
