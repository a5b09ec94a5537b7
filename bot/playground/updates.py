"""What waits for a bot: its updates, in order, until it confirms them."""

from dataclasses import dataclass

from bot.playground.shapes import Json, Rows
from bot.playground.wakeup import Wakeup

UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds a bot gets only when `allowed_updates` names them."""


@dataclass
class Waiting:
    """An update not confirmed yet; `times` more than one when a fault repeats it."""

    update: Json
    times: int = 1


class UpdateQueue:
    """The updates of one bot. Ids rise by one and never start again."""

    def __init__(self, next_id: int) -> None:
        self.next_id = next_id
        self.allowed: list[str] = []
        self.waiting: dict[int, Waiting] = {}
        self.changed = Wakeup()
        self._held: tuple[str, Json] | None = None

    def wants(self, kind: str) -> bool:
        """Whether the bot's `allowed_updates` let this kind through."""
        return kind in self.allowed if self.allowed else kind not in UNASKED

    def put(self, kind: str, content: Json, *, times: int = 1) -> int | None:
        """Queue an update and return its id; None when the bot did not ask for its kind."""
        if not self.wants(kind):
            return None
        update_id = self._append(kind, content, times)
        if self._held is not None:
            held, self._held = self._held, None
            self._append(*held, 1)
        self.changed.ring()
        return update_id

    def hold(self, kind: str, content: Json) -> None:
        """Keep this one back until the next has been queued: the two come in the wrong order."""
        if self.wants(kind):
            if self._held is not None:
                self._append(*self._held, 1)
                self.changed.ring()
            self._held = (kind, content)

    def _append(self, kind: str, content: Json, times: int) -> int:
        update_id = self.next_id
        self.next_id += 1
        self.waiting[update_id] = Waiting({"update_id": update_id, kind: content}, times)
        return update_id

    def confirm_below(self, offset: int) -> None:
        """Forget what the bot has handled; a negative offset keeps only the last so many."""
        ids = list(self.waiting)
        if offset < 0:
            offset = ids[max(offset, -len(ids))] if ids else 0
        for update_id in ids:
            if update_id >= offset:
                break
            del self.waiting[update_id]
        self.changed.ring()

    def confirm(self, update_id: int) -> None:
        """Forget this one, wherever it stands (webhooks confirm one by one)."""
        self.waiting.pop(update_id, None)
        self.changed.ring()

    def clear(self) -> None:
        """Forget all (`drop_pending_updates`)."""
        self.waiting.clear()
        self.changed.ring()

    def first(self, limit: int) -> Rows:
        """Up to `limit` updates that wait, oldest first."""
        rows: Rows = []
        for one in self.waiting.values():
            rows.extend([one.update] * one.times)
            if len(rows) >= limit:
                break
        return rows[:limit]

    def open_up_to(self, update_id: int) -> Rows:
        """Those that wait with an id up to this one."""
        return [one.update for waiting_id, one in self.waiting.items() if waiting_id <= update_id]

    async def confirmed(self, update_id: int) -> None:
        """Wait until nothing with an id up to this one is left."""
        await self.changed.until(lambda: next(iter(self.waiting), update_id + 1) > update_id)
