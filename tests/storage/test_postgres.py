"""Many write at once on PostgreSQL: what comes of it is what some order would have made of it."""

import asyncio
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from bot.concerns.model.refusals import NoConcern
from bot.config import Config
from bot.kit.people import CommunityId
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from storage.database import PostgresDatabase
from storage.postgres import VIOLATION_ROUNDS, PostgresBooks
from storage.upgrade import UnusableBooks
from tests.databases import LINK, POSTGRESQL, WRITERS, PostgresServer, Templates
from tests.storage.works import NOW, PATIENCE, No, adds_one, found, in_one_commit, notes, notes_and_refuses, place

Work = Callable[[UnitOfWork], object]


@pytest.fixture(scope="module")
def kind() -> str:
    return POSTGRESQL


@pytest.fixture
def processes(database: PostgresDatabase, config: Config) -> Iterator[Sequence[PostgresBooks]]:
    """As many, each with books of its own: what waits in one process is done together."""
    with ExitStack() as opened:
        yield [opened.enter_context(database.books(config.community, LINK)) for _ in range(WRITERS)]


class Meeting:
    """So many have all looked into the books before any of them writes."""

    def __init__(self, people: int) -> None:
        self._all_have_looked = threading.Barrier(people)
        self.came: Counter[int] = Counter()
        self.moments: set[datetime] = set()

    def of(self, number: int, work: Work) -> Work:
        """`work` of the person with this number; whoever comes again comes alone."""

        def looks_and_works(uow: UnitOfWork) -> object:
            self.came[number] += 1
            self.moments.add(uow.now)
            uow.conversations.form(place(404))
            if self.came[number] == 1:
                self._all_have_looked.wait(PATIENCE)
            return work(uow)

        return looks_and_works


def goes_if_somebody_stays(me: int, other: int) -> Work:
    """Each reads the other's row and writes its own: no row is written by both."""

    def work(uow: UnitOfWork) -> bool:
        if uow.conversations.form(place(other)) is None:
            return False
        uow.conversations.keep(place(me), None)
        return True

    return work


async def test_what_all_read_before_any_wrote_is_counted_once_each_with_the_same_now(
    processes: Sequence[PostgresBooks],
) -> None:
    meeting = Meeting(WRITERS)
    works = [meeting.of(number, adds_one) for number in range(WRITERS)]
    numbers = await asyncio.gather(*(books.write(work, NOW) for books, work in zip(processes, works, strict=True)))
    assert sorted(map(str, numbers)) == sorted(map(str, range(1, WRITERS + 1)))
    assert meeting.moments == {NOW}
    assert sum(meeting.came.values()) > WRITERS, "nobody lost a race: this proves nothing"


async def test_of_two_who_go_only_if_the_other_stays_one_stays(processes: Sequence[PostgresBooks]) -> None:
    here, there, *_ = processes
    await here.write(notes(1), NOW)
    await here.write(notes(2), NOW)
    meeting = Meeting(2)
    mine, theirs = (meeting.of(me, goes_if_somebody_stays(me, other)) for me, other in ((1, 2), (2, 1)))
    went = await asyncio.gather(here.write(mine, NOW), there.write(theirs, NOW))
    assert sorted(map(bool, went)) == [False, True]
    assert len(await found(here, 1, 2)) == 1


async def test_what_breaks_a_constraint_without_any_race_is_told(books: PostgresBooks) -> None:
    came: list[datetime] = []

    def appoints_for_nowhere(uow: UnitOfWork) -> None:
        came.append(uow.now)
        uow.roles.appoint(Appointment(CommunityId(404), 5000001, Role.MODERATOR))

    with pytest.raises(IntegrityError):
        await books.write(appoints_for_nowhere, NOW)
    assert len(came) == 1 + VIOLATION_ROUNDS, "with what waited beside it, and then by itself"
    await books.write(notes(1), NOW)
    assert await found(books, 1) == [1]


async def test_who_is_refused_takes_nothing_of_the_group_along(together: PostgresBooks) -> None:
    answers = await in_one_commit(together, [notes(1), notes_and_refuses(2), notes(3)])
    assert [type(answer) for answer in answers] == [type(None), No, type(None)]
    assert await found(together, 1, 2, 3) == [1, 3]


async def test_what_breaks_a_constraint_takes_nothing_of_the_group_along(together: PostgresBooks) -> None:
    came: Counter[str] = Counter()

    def counts(uow: UnitOfWork) -> int:
        came["counts"] += 1
        return adds_one(uow)

    def appoints_for_nowhere(uow: UnitOfWork) -> None:
        uow.roles.appoint(Appointment(CommunityId(404), 5000001, Role.MODERATOR))

    first, wrong, second = await in_one_commit(together, [counts, appoints_for_nowhere, counts])
    assert (first, type(wrong), second) == (1, IntegrityError, 2)
    assert came["counts"] == 3, "the one before was done again, the one after came to it the second time"


async def test_what_waits_when_the_books_are_closed_is_done_and_answered(
    database: PostgresDatabase, config: Config
) -> None:
    with replace(database, writers=1).books(config.community, LINK) as books:
        waiting = [asyncio.create_task(books.write(adds_one, NOW)) for _ in range(5)]
        await asyncio.sleep(0)
    assert await asyncio.gather(*waiting) == [1, 2, 3, 4, 5]
    with pytest.raises(RuntimeError, match="closed"):
        await books.write(adds_one, NOW)


async def test_a_made_up_number_is_no_row(books: PostgresBooks) -> None:
    """Ids are 32 bits wide there; buttons are forged with any."""
    with pytest.raises(NoConcern):
        await books.read(lambda uow: uow.concerns.numbered(CommunityId(1), 2**62), NOW)
    with pytest.raises(NoConcern):
        await books.read(lambda uow: uow.concerns.numbered(CommunityId(2**62), 1), NOW)


async def test_several_processes_that_start_at_once_migrate_once(templates: Templates, tmp_path: Path) -> None:
    makes, _ = templates.of(POSTGRESQL)
    database = makes.empty(tmp_path)
    done = await asyncio.gather(*(asyncio.to_thread(database.upgrade) for _ in range(4)))
    assert sorted(done) == [False, False, False, True]
    makes.drop(database)


def test_a_database_that_cannot_write_chinese_is_refused_and_how_to_make_one_is_told(
    templates: Templates, tmp_path: Path
) -> None:
    makes, _ = templates.of(POSTGRESQL)
    assert isinstance(makes, PostgresServer)
    database = makes.create("template0 ENCODING 'LATIN1'", tmp_path)
    with pytest.raises(UnusableBooks, match=r"LATIN1; please make it anew: createdb --template=template0"):
        database.upgrade()
    makes.drop(database)


async def test_where_no_server_answers_the_address_is_told_without_the_password(tmp_path: Path) -> None:
    database = PostgresDatabase.at(f"postgresql://yishi:sesame@/yishi?host={tmp_path}", 1, tmp_path)
    with pytest.raises(UnusableBooks, match="No such file") as told:
        database.upgrade()
    assert "sesame" not in f"{told.value} {database!r} {database}"


@pytest.mark.parametrize("url", ["sqlite:///var/yishi.db", "mysql://yishi@localhost/yishi", "yishi", ""])
def test_what_is_no_address_of_a_postgresql_is_refused(url: str) -> None:
    with pytest.raises(UnusableBooks, match="DATABASE_URL"):
        PostgresDatabase.at(url, 1, Path("secrets"))
