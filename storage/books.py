"""The books on SQLite: one writer thread that commits in groups, a few readers beside it.

Waiting actions share one commit, so one `fsync` serves them all; each has a savepoint of its own, so that
one that is refused takes nothing of the others along. An action is answered only after the commit.
"""

import asyncio
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from bot.config import Community
from bot.kit.town import UpdateKey
from bot.unit_of_work import UnitOfWork
from storage import shredder
from storage.actions import Action, Queue, answer, next_group
from storage.own import OwnConnections
from storage.prepared import run
from storage.settings import Known
from storage.unit_of_work import SqlUnitOfWork

T = TypeVar("T")

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000", "secure_delete=ON")
GROUP = 100
"""At most so many actions share a commit."""
READERS = 4


class SqliteBooks:
    """Implements `bot.town.Books`. Use as a context manager; `path` must hold migrated tables.

    `secrets`: the directory of keys that must not be in the books; beside them where none is named.
    """

    def __init__(self, path: Path, settings: Community, link: str, secrets: Path | None = None) -> None:
        self._settings = settings
        self._known = Known()
        self._secrets = secrets or path.parent / "secrets"
        self._link = link
        self._writing = sqlite_engine(path, "BEGIN IMMEDIATE")
        self._reading = sqlite_engine(path, "BEGIN", "query_only=ON")
        self._queue: Queue = SimpleQueue()
        self._writer = threading.Thread(target=self._write_for_ever, name="books", daemon=True)
        self._readers = ThreadPoolExecutor(READERS, "reader")
        self._own = OwnConnections(self._reading)

    def __enter__(self) -> Self:
        self._writer.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._queue.put(None)
        self._writer.join()
        self._readers.shutdown()
        self._own.close()
        self._writing.dispose()
        self._reading.dispose()

    async def write(self, work: Callable[[UnitOfWork], T], now: datetime, once: UpdateKey | None = None) -> T:
        """Raises `RuntimeError` once the books are closed: nobody would ever answer."""
        if not self._writer.is_alive():
            raise RuntimeError("the books are closed")
        action = Action(work, now, once)
        self._queue.put(action)
        return await action.answered

    async def read(self, work: Callable[[UnitOfWork], T], now: datetime) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._look, work, now)

    async def glance(self, work: Callable[[UnitOfWork], T], now: datetime) -> T:
        """Here and now: to go to another thread and come back takes longer, and so does a transaction."""
        return self._look(work, now, consistent=False)

    def _open(self, connection: Connection, now: datetime, repeated: bool) -> UnitOfWork:
        return SqlUnitOfWork(
            connection, now, self._settings, self._link, repeated=repeated, secrets=self._secrets, known=self._known
        )

    def _look(self, work: Callable[[UnitOfWork], T], now: datetime, *, consistent: bool = True) -> T:
        connection = self._own.mine()
        try:
            if consistent:
                connection.begin()
            return work(self._open(connection, now, False))
        finally:
            connection.rollback()

    def _write_for_ever(self) -> None:
        with self._writing.connect() as connection:
            if shredder.was_left_undone(connection):
                shredder.shred(connection)
            while group := next_group(self._queue, GROUP):
                self._commit(connection, group)

    def _commit(self, connection: Connection, group: Sequence[Action[Any]]) -> None:
        try:
            with connection.begin():
                for action in group:
                    action.run(connection, self._open)
        except Exception as reason:
            connection.invalidate()  # a failed COMMIT may leave its transaction open; the next begins on a fresh one
            for action in group:
                action.fail(reason)
        if shredder.is_asked(connection):
            shredder.shred(connection)
        answer(group)


def sqlite_engine(path: Path, begin: str, *pragmas: str) -> Engine:
    """An engine whose transactions start with `begin`, on a database file in WAL mode, synced at each commit."""
    engine = create_engine(
        f"sqlite:///{path}", connect_args={"isolation_level": None, "check_same_thread": False}, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def configure(raw: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        cursor = raw.cursor()
        for pragma in (*PRAGMAS, *pragmas):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        run(connection, begin)

    return engine
