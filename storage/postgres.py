"""The books on PostgreSQL: a pool of writers, each action a serializable transaction of its own.

What the one writer thread is for SQLite, `SERIALIZABLE` is here: whatever runs side by side, its outcome is that of
some order, one after the other. Where there is no such order the database refuses one of those involved, and that
one is done again with the same `now`: use cases are functions of the books and nothing else.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine, Integer, create_engine
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.config import Community
from bot.kit.town import BooksAway, UpdateKey
from bot.unit_of_work import UnitOfWork
from storage.settings import Known
from storage.unit_of_work import SqlUnitOfWork
from storage.updates import first_time

T = TypeVar("T")

READERS = 4
"""So many look at the same time, beside those who write."""
CONFLICT_ROUNDS = 100
"""Each round somebody gets through, so nobody comes near it who is not in a crowd of a hundred."""
VIOLATION_ROUNDS = 3
"""A row that came meanwhile stands in the way: the next round sees it and decides by it. What is violated then too
is a mistake of ours."""
LOST_ROUNDS = 7
LOST_PAUSE = 0.1
"""Seconds, twice as many each time: a server that restarts is waited for six seconds."""


class PostgresBooks:
    """Implements `bot.town.Books`. Use as a context manager; `url` must lead to migrated tables.

    At most `writers` actions are written at the same time. `secrets`: the directory of keys that must not be in the
    books.
    """

    def __init__(self, url: str, writers: int, settings: Community, link: str, secrets: Path) -> None:
        self._settings = settings
        self._known = Known()
        self._link = link
        self._secrets = secrets
        self._engine = postgres_engine(url, writers + READERS)
        self._reading = self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._glancing = self._engine.execution_options(isolation_level="AUTOCOMMIT")  # one trip, not three
        self._writers = ThreadPoolExecutor(writers, "writer")
        self._readers = ThreadPoolExecutor(READERS, "reader")
        self._one_by_one = threading.Lock()
        self._closing = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._closing.set()
        self._writers.shutdown()
        self._readers.shutdown()
        self._engine.dispose()

    async def write(self, work: Callable[[UnitOfWork], T], now: datetime, once: UpdateKey | None = None) -> T:
        """Raises `RuntimeError` once the books are closed."""

        def attempt() -> T:
            return self._write(work, now, once)

        if self._closing.is_set():
            raise RuntimeError("the books are closed")
        # what somebody no longer waits for is done all the same
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._writers, self._persist, attempt))

    async def read(self, work: Callable[[UnitOfWork], T], now: datetime) -> T:
        return await self._look(self._reading, work, now)

    async def glance(self, work: Callable[[UnitOfWork], T], now: datetime) -> T:
        return await self._look(self._glancing, work, now)

    async def _look(self, by: Engine, work: Callable[[UnitOfWork], T], now: datetime) -> T:
        def attempt() -> T:
            with by.connect() as connection:
                return work(self._open(connection, now, False))

        return await asyncio.get_running_loop().run_in_executor(self._readers, self._persist, attempt)

    def _open(self, connection: Connection, now: datetime, repeated: bool) -> UnitOfWork:
        return SqlUnitOfWork(
            connection, now, self._settings, self._link, repeated=repeated, secrets=self._secrets, known=self._known
        )

    def _write(self, work: Callable[[UnitOfWork], T], now: datetime, once: UpdateKey | None) -> T:
        with self._engine.connect() as connection, connection.begin() as transaction:
            fresh = once is None or first_time(connection, once, now)
            answer = work(self._open(connection, now, not fresh))
            if not fresh:
                transaction.rollback()
        return answer

    def _persist(self, attempt: Callable[[], T]) -> T:
        """Again and again, while there is hope. Who has lost once waits for the others who have, so that they don't
        meet each other anew."""
        rounds = 0
        while True:
            try:
                with self._one_by_one if rounds else nullcontext():
                    return attempt()
            except DBAPIError as trouble:
                rounds += 1
                if rounds >= _most_rounds(trouble):
                    if _is_lost(trouble):
                        raise BooksAway(type(trouble.orig).__name__) from trouble
                    raise
                if _is_lost(trouble):
                    self._closing.wait(LOST_PAUSE * 2**rounds)


def _most_rounds(trouble: DBAPIError) -> int:
    state = _sqlstate(trouble)
    if state in {"40001", "40P01"}:  # could not serialize, deadlock
        return CONFLICT_ROUNDS
    if state.startswith("23"):
        return VIOLATION_ROUNDS
    return LOST_ROUNDS if _is_lost(trouble) else 1


def _is_lost(trouble: DBAPIError) -> bool:
    """Whether there is no connection: broken, refused, the server shuts down or starts."""
    unreachable = isinstance(trouble, OperationalError) and not _sqlstate(trouble)
    return trouble.connection_invalidated or unreachable or _sqlstate(trouble).startswith(("08", "57P"))


def _sqlstate(trouble: DBAPIError) -> str:
    """The server's code of five letters; "" where the trouble was nothing that the server said."""
    return getattr(trouble.orig, "sqlstate", None) or ""


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
    # The driver sends numbers as wide as they are: a made-up one is no row then, as in SQLite, and no error.
    engine.dialect.colspecs = {**engine.dialect.colspecs, Integer: Integer}
    return engine
