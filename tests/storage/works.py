"""Small pieces of work for the books, and a way to make several of them share one commit."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection

from bot.concerns.forms import Why
from bot.concerns.model.concern import ConcernId
from bot.kit.events import Event
from bot.kit.forms import Form, Place
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from tests.databases import Books, numbers_given_back

NOW = datetime(2026, 12, 2, 11, tzinfo=UTC)
SUNSHINE = CommunityId(1)
PATIENCE = 120
"""Seconds until a test that hangs is given up; nothing is measured by it."""

Work = Callable[[UnitOfWork], object]


class No(Refused):
    """A rule of these tests."""


@contextmanager
def never_committed(database: Database) -> Iterator[Connection]:
    """Books in one transaction, so that the next example finds them as they were."""
    engine = database.engine()
    with closing(engine.connect()) as connection, numbers_given_back(connection):
        yield connection
    engine.dispose()


def tries(connection: Connection, uow: UnitOfWork, work: Work) -> Sequence[Event]:
    """What it recorded; nothing, and nothing kept, when it was refused: as the town does it."""
    savepoint = connection.begin_nested()
    try:
        work(uow)
    except Refused:
        savepoint.rollback()
        return ()
    savepoint.commit()
    return uow.events


def place(number: int) -> Place:
    return Place(number, number)


def notes(number: int) -> Work:
    """Writes something down that can be found again."""
    return lambda uow: uow.conversations.keep(place(number), Why(ConcernId(number), number))


def notes_and_refuses(number: int) -> Work:
    def work(uow: UnitOfWork) -> None:
        uow.conversations.keep(place(number), Why(ConcernId(number), number))
        raise No

    return work


def adds_one(uow: UnitOfWork) -> int:
    """What was read decides what is written; the first row is a new one."""
    form = uow.conversations.form(place(1))
    number = form.number + 1 if isinstance(form, Why) else 1
    uow.conversations.keep(place(1), Why(ConcernId(number), number))
    return number


def takes_a_number(uow: UnitOfWork) -> int:
    return uow.concerns.next_number(SUNSHINE)


def takes_a_number_and_refuses(uow: UnitOfWork) -> int:
    uow.concerns.next_number(SUNSHINE)
    raise No


def finds(number: int) -> Callable[[UnitOfWork], Form | None]:
    return lambda uow: uow.conversations.form(place(number))


async def found(books: Books, *numbers: int) -> list[int]:
    """Which of these were written down."""
    return [number for number in numbers if await books.read(finds(number), NOW) is not None]


class Door:
    """Keeps the writer waiting inside a transaction of its own until it is opened."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._inside = threading.Event()
        self._opened = threading.Event()
        self._waiting: asyncio.Task[object] | None = None

    async def shut(self) -> None:
        """Return when the writer stands before it."""
        self._waiting = asyncio.create_task(self._books.write(self._wait, NOW))
        assert await asyncio.to_thread(self._inside.wait, PATIENCE)

    async def open(self) -> None:
        self._opened.set()
        if self._waiting is not None:
            await self._waiting

    def _wait(self, uow: UnitOfWork) -> None:
        uow.conversations.keep(place(0), Why(ConcernId(0), 0))
        self._inside.set()
        assert self._opened.wait(PATIENCE)


async def in_one_commit(books: Books, works: Sequence[Work]) -> list[object]:
    """What each work answered or raised; all of them were committed together."""
    door = Door(books)
    await door.shut()
    tasks = [asyncio.create_task(books.write(work, NOW)) for work in works]
    await asyncio.sleep(0)  # each stands in the queue now
    await door.open()
    return await asyncio.gather(*tasks, return_exceptions=True)
