"""The books on PostgreSQL: a few writers, each of which takes on what waits, in serializable transactions.

What the one writer thread is for SQLite, `SERIALIZABLE` is here: whatever runs side by side, its outcome is that of
some order, one after the other. Where there is no such order the database refuses one of those involved, and its
actions are done again, each by itself, with the same `now`: use cases are functions of the books and nothing else.
"""

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Self, TypeVar

import psycopg
from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError, PendingRollbackError

from bot.config import Community
from bot.kit.town import BooksAway, UpdateKey
from bot.unit_of_work import UnitOfWork
from storage.actions import Action, Queue, answer, next_group
from storage.own import OwnConnections
from storage.prepared import write_numbers_as_they_are
from storage.settings import Known
from storage.unit_of_work import SqlUnitOfWork

T = TypeVar("T")

GROUP = 20
"""At most so many actions share a commit: if it fails, all of them are done again."""
READERS = 4
"""So many look at the same time, beside those who write, …"""
GLANCERS = 2
"""… and so many glance, on a connection of their own each: to have one from the pool costs as much as the glance."""
CONFLICT_ROUNDS = 100
"""Each round somebody gets through, so nobody comes near it who is not in a crowd of a hundred."""
VIOLATION_ROUNDS = 3
"""A row that came meanwhile stands in the way: the next round sees it and decides by it. What is violated then too
is a mistake of ours."""
LOST_ROUNDS = 7
LOST_PAUSE = 0.1
"""Seconds, twice as many each time: a server that restarts is waited for twelve seconds."""
TROUBLE = (DBAPIError, PendingRollbackError, psycopg.Error)
"""Whichever way a statement went; the second where SQLAlchemy knows already that its connection is gone."""


class PostgresBooks:
    """Implements `bot.town.Books`. Use as a context manager; `url` must lead to migrated tables.

    At most `writers` transactions write at the same time. `secrets`: the directory of keys that must not be in the
    books.
    """

    def __init__(self, url: str, writers: int, settings: Community, link: str, secrets: Path) -> None:
        self._settings = settings
        self._known = Known()
        self._link = link
        self._secrets = secrets
        self._engine = postgres_engine(url, writers + READERS + GLANCERS)
        self._reading = self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._glancing = self._engine.execution_options(isolation_level="AUTOCOMMIT")  # one trip, not three
        self._queue: Queue = SimpleQueue()
        self._writers = [threading.Thread(target=self._write_for_ever, daemon=True) for _ in range(writers)]
        self._readers = ThreadPoolExecutor(READERS, "reader")
        self._glancers = ThreadPoolExecutor(GLANCERS, "glance")
        self._own = OwnConnections(self._glancing)
        self._one_by_one = threading.Lock()
        self._closing = threading.Event()

    def __enter__(self) -> Self:
        for writer in self._writers:
            writer.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._closing.set()
        self._queue.put(None)
        for writer in self._writers:
            writer.join()
        self._readers.shutdown()
        self._glancers.shutdown()
        self._own.close()
        self._engine.dispose()

    async def write(self, work: Callable[[UnitOfWork], T], now: datetime, once: UpdateKey | None = None) -> T:
        """Raises `RuntimeError` once the books are closed: nobody would ever answer."""
        if self._closing.is_set():
            raise RuntimeError("the books are closed")
        action = Action(work, now, once)
        self._queue.put(action)
        return await action.answered

    async def read(self, work: Callable[[UnitOfWork], T], now: datetime) -> T:
        def attempt() -> T:
            with self._reading.connect() as connection, _noticing(connection):
                return work(self._open(connection, now, False))

        return await asyncio.get_running_loop().run_in_executor(self._readers, self._persist, attempt)

    async def glance(self, work: Callable[[UnitOfWork], T], now: datetime) -> T:
        def attempt() -> T:
            connection = self._own.mine()
            try:
                with _noticing(connection):
                    return work(self._open(connection, now, False))
            finally:
                connection.rollback()
                if connection.invalidated:  # SQLAlchemy would make it anew, but not as one that commits each statement
                    self._own.leave()

        return await asyncio.get_running_loop().run_in_executor(self._glancers, self._persist, attempt)

    def _open(self, connection: Connection, now: datetime, repeated: bool) -> UnitOfWork:
        return SqlUnitOfWork(
            connection, now, self._settings, self._link, repeated=repeated, secrets=self._secrets, known=self._known
        )

    def _write_for_ever(self) -> None:
        while group := next_group(self._queue, GROUP):
            try:
                self._together(group)
            except Exception:
                self._each_alone(group)
            else:
                answer(group)

    def _together(self, group: Sequence[Action[Any]]) -> None:
        """In one commit. Raises what the database finds wrong with any of them."""
        with self._engine.connect() as connection, _noticing(connection), connection.begin():
            for action in group:
                action.run(connection, self._open)
                if isinstance(action.failure, TROUBLE):
                    raise action.failure

    def _each_alone(self, group: Sequence[Action[Any]]) -> None:
        """Each is told how it ended before the next begins; where the books are away, all of them at once."""
        away: BooksAway | None = None
        for action in group:
            try:
                if away is not None:
                    raise away
                self._persist(partial(self._together, [action]))
            except Exception as reason:
                away = reason if isinstance(reason, BooksAway) else away
                action.fail(reason)
            answer([action])

    def _persist(self, attempt: Callable[[], T]) -> T:
        """Again and again, while there is hope. Who has lost once waits for the others who have, so that they don't
        meet each other anew."""
        rounds = 0
        while True:
            try:
                with self._one_by_one if rounds else nullcontext():
                    return attempt()
            except TROUBLE as trouble:
                rounds += 1
                if rounds >= _most_rounds(trouble):
                    if _is_lost(trouble):
                        raise BooksAway(type(_said(trouble)).__name__) from trouble
                    raise
                if _is_lost(trouble):
                    self._closing.wait(LOST_PAUSE * 2**rounds)


@contextmanager
def _noticing(connection: Connection) -> Iterator[None]:
    """SQLAlchemy knows only of what it has run itself: where it finds its connection gone, it forgets those in the
    pool too."""
    try:
        yield
    except TROUBLE as trouble:
        if _is_lost(trouble):
            with suppress(*TROUBLE):
                connection.exec_driver_sql("SELECT")
        raise


def _most_rounds(trouble: Exception) -> int:
    state = _sqlstate(trouble)
    if state in {"40001", "40P01"}:  # could not serialize, deadlock
        return CONFLICT_ROUNDS
    if state.startswith("23"):
        return VIOLATION_ROUNDS
    return LOST_ROUNDS if _is_lost(trouble) else 1


def _is_lost(trouble: Exception) -> bool:
    """Whether there is no connection: broken, refused, the server shuts down or starts."""
    unreachable = isinstance(_said(trouble), psycopg.OperationalError) and not _sqlstate(trouble)
    known = isinstance(trouble, PendingRollbackError) or getattr(trouble, "connection_invalidated", False)
    return known or unreachable or _sqlstate(trouble).startswith(("08", "57P"))


def _sqlstate(trouble: Exception) -> str:
    """The server's code of five letters; "" where the trouble was nothing that the server said."""
    return getattr(_said(trouble), "sqlstate", None) or ""


def _said(trouble: Exception) -> BaseException | None:
    """The driver's own exception."""
    return trouble.orig if isinstance(trouble, DBAPIError) else trouble


def postgres_engine(url: str, connections: int) -> Engine:
    """An engine with a pool of so many connections, whose transactions are serializable."""
    engine = create_engine(
        url,
        isolation_level="SERIALIZABLE",
        pool_size=connections,
        max_overflow=0,
        connect_args={"options": "-c timezone=UTC", "application_name": "yishi"},
        hide_parameters=True,
    )
    write_numbers_as_they_are(engine.dialect)
    return engine
