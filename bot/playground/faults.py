"""Trouble on demand: what the next calls and updates will suffer."""

from dataclasses import dataclass

from bot.playground.refusals import Impossible
from bot.playground.shapes import Json, Rows

CALL_KINDS = ("flood", "error", "drop", "delay")
ANSWER_KINDS = ("drop_after",)
UPDATE_KINDS = ("repeat", "reorder")
KINDS = CALL_KINDS + ANSWER_KINDS + UPDATE_KINDS


@dataclass
class Fault:
    """One kind of trouble for the next `count` calls of `method` (any but getUpdates) in `chat` (any)."""

    kind: str
    method: str | None = None
    chat: int | None = None
    count: int = 1
    retry_after: int = 1
    status: int = 500
    description: str = "Internal Server Error"
    seconds: float = 0.0

    def card(self) -> Json:
        """What the control interface shows of it."""
        return {name: value for name, value in vars(self).items() if value is not None}


class Faults:
    """What has been asked for and not used up yet, in order."""

    def __init__(self) -> None:
        self._pending: list[Fault] = []

    def add(self, fault: Fault) -> Json:
        """Keep it for the next call or update it fits."""
        if fault.kind not in KINDS:
            raise Impossible(f"no such kind of fault: {fault.kind!r}; there are {', '.join(KINDS)}")
        self._pending.append(fault)
        return fault.card()

    def rows(self) -> Rows:
        """Those that are left."""
        return [fault.card() for fault in self._pending]

    def clear(self) -> None:
        """Forget them all."""
        self._pending.clear()

    def for_call(self, method: str, chat: object) -> Fault | None:
        """The first fault that this call meets on its way in, used up once."""
        return self._fitting(CALL_KINDS, method, chat)

    def for_answer(self, method: str, chat: object) -> Fault | None:
        """The first fault that the answer to this call meets, used up once."""
        return self._fitting(ANSWER_KINDS, method, chat)

    def _fitting(self, kinds: tuple[str, ...], method: str, chat: object) -> Fault | None:
        for fault in self._pending:
            # one that names no method waits for something to happen, which a poll is not
            named = (fault.method or "").lower()
            fits_method = named == method.lower() or (not named and method.lower() != "getupdates")
            fits_chat = fault.chat is None or str(fault.chat) == str(chat)
            if fault.kind in kinds and fits_method and fits_chat:
                return self._use(fault)
        return None

    def for_update(self) -> str | None:
        """`repeat` or `reorder` when the next update is to suffer it."""
        for fault in self._pending:
            if fault.kind in UPDATE_KINDS:
                return self._use(fault).kind
        return None

    def _use(self, fault: Fault) -> Fault:
        fault.count -= 1
        if fault.count <= 0:
            self._pending.remove(fault)
        return fault
