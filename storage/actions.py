"""Actions on their way through a writer's thread: each in a savepoint of its own, many in one commit."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from bot.kit.town import UpdateKey
from bot.unit_of_work import UnitOfWork
from storage.prepared import run
from storage.updates import first_time

T = TypeVar("T")

OpenBooks = Callable[[Connection, datetime, bool], UnitOfWork]


class Action(Generic[T]):
    """A use case on its way through the writer thread, and its answer on the way back."""

    def __init__(self, work: Callable[[UnitOfWork], T], now: datetime, once: UpdateKey | None) -> None:
        self._work = work
        self._now = now
        self._once = once
        self.loop = asyncio.get_running_loop()
        self.answered: asyncio.Future[T] = self.loop.create_future()
        self.failure: BaseException | None = None
        self._settle: Callable[[], object] = self.answered.cancel

    def run(self, connection: Connection, open_books: OpenBooks) -> None:
        """Do it inside a savepoint; what it answers or raises is told by `settle`, after the commit."""
        self.failure = None
        run(connection, "SAVEPOINT action")  # without SQLAlchemy's book-keeping: there is one for each action
        try:
            fresh = self._once is None or first_time(connection, self._once, self._now)
            answer = self._work(open_books(connection, self._now, not fresh))
        except BaseException as refusal:
            undo(connection)
            self.fail(refusal)
        else:
            run(connection, "RELEASE action") if fresh else undo(connection)
            self._settle = partial(self.answered.set_result, answer)

    def fail(self, reason: BaseException) -> None:
        """Answer with `reason` instead."""
        if isinstance(reason, StopIteration):  # no future takes it
            reason = RuntimeError("a use case ended in StopIteration")
        self.failure = reason
        self._settle = partial(self.answered.set_exception, reason)

    def settle(self) -> None:
        """Give its answer to whoever waits; in their event loop."""
        if not self.answered.done():
            self._settle()


def answer(group: Sequence[Action[Any]]) -> None:
    """Wake all who wait, each event loop once: to wake one costs as much as a statement."""
    for loop in {action.loop for action in group}:
        with suppress(RuntimeError):  # the event loop is closed: nobody waits any more
            loop.call_soon_threadsafe(_settle, [action for action in group if action.loop is loop])


def _settle(group: Sequence[Action[Any]]) -> None:
    for action in group:
        action.settle()


def undo(connection: Connection) -> None:
    """What was done since the savepoint."""
    run(connection, "ROLLBACK TO action")
    run(connection, "RELEASE action")


Queue = SimpleQueue[Action[Any] | None]


def next_group(queue: Queue, most: int) -> Sequence[Action[Any]]:
    """All actions that wait by now, at least one; none when the books are being closed."""
    group: list[Action[Any]] = []
    with suppress(Empty):  # others may have taken it
        while len(group) < most:
            waiting = queue.get(block=not group)
            if waiting is None:
                queue.put(None)  # closing: once more, for the next look, and for whoever else takes from here
                break
            group.append(waiting)
    return group
