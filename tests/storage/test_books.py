"""The books: all of an action or nothing, each for itself, though many share a commit."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.config import Config
from bot.kit.town import UpdateKey
from bot.unit_of_work import UnitOfWork
from storage.books import GROUP, SqliteBooks
from storage.database import Database
from tests.databases import LINK, Books
from tests.storage.works import (
    NOW,
    PATIENCE,
    SUNSHINE,
    Door,
    No,
    finds,
    found,
    in_one_commit,
    notes,
    notes_and_refuses,
    place,
    takes_a_number,
    takes_a_number_and_refuses,
)

pytestmark = pytest.mark.both


async def test_what_is_written_is_kept_and_answered(books: Books) -> None:
    await books.write(notes(1), NOW)
    assert await found(books, 1, 2) == [1]


async def test_a_refused_action_leaves_nothing_and_says_why(books: Books) -> None:
    with pytest.raises(No):
        await books.write(notes_and_refuses(1), NOW)
    assert await found(books, 1) == []


@pytest.mark.sqlite
async def test_a_refused_action_takes_nothing_of_its_group_along(books: Books) -> None:
    answers = await in_one_commit(books, [notes(1), notes_and_refuses(2), notes(3), notes_and_refuses(4), notes(5)])
    assert [type(answer) for answer in answers] == [type(None), No, type(None), No, type(None)]
    assert await found(books, 1, 2, 3, 4, 5) == [1, 3, 5]


@pytest.mark.sqlite
async def test_one_that_ends_in_a_stop_iteration_keeps_nobody_waiting(books: Books) -> None:
    def stops(_: UnitOfWork) -> None:
        raise StopIteration

    first, stopped, second = await in_one_commit(books, [notes(1), stops, notes(2)])
    assert (first, type(stopped), second) == (None, RuntimeError, None)
    assert await found(books, 1, 2) == [1, 2]


@pytest.mark.sqlite
async def test_an_action_sees_what_the_one_before_it_in_its_group_did(books: Books) -> None:
    first, second, third = await in_one_commit(books, [finds(1), notes(1), finds(1)])
    assert (first, second) == (None, None)
    assert third is not None


@pytest.mark.sqlite
async def test_a_group_holds_so_many_and_the_rest_follows(books: Books) -> None:
    count = GROUP + 1
    answers = await in_one_commit(books, [notes(number) for number in range(1, count + 1)])
    assert answers == [None] * count
    assert len(await found(books, *range(1, count + 1))) == count


@pytest.mark.sqlite
async def test_a_commit_that_fails_is_told_to_everybody_in_it_and_to_nobody_after(path: Path, config: Config) -> None:
    """What refers to nobody is looked at by the database at the commit only: then it is everybody's trouble."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            """
            CREATE TABLE neighbours (id INTEGER PRIMARY KEY);
            CREATE TABLE grumbles (about INTEGER REFERENCES neighbours (id) DEFERRABLE INITIALLY DEFERRED);
            CREATE TRIGGER grumble AFTER INSERT ON conversations WHEN NEW.chat_id = 404
            BEGIN INSERT INTO grumbles VALUES (NEW.chat_id); END;
            """
        )
    with SqliteBooks(path, config.community, LINK) as books:
        answers = await in_one_commit(books, [notes(1), notes(404), notes_and_refuses(2), notes(3)])
        assert [type(answer) for answer in answers] == [IntegrityError] * 4
        assert await found(books, 1, 2, 3, 404) == []
        await books.write(notes(4), NOW)
        assert await found(books, 4) == [4]


async def test_a_reader_cannot_write(books: Books) -> None:
    with pytest.raises(DBAPIError, match=r"read-?only"):
        await books.read(notes(1), NOW)
    assert await found(books, 1) == []


async def test_a_reader_neither_waits_for_a_writer_nor_sees_what_is_not_committed(books: Books) -> None:
    door = Door(books)
    await door.shut()
    assert await found(books, 0) == []
    await door.open()
    assert await found(books, 0) == [0]


async def test_two_hundred_numbers_taken_at_once_have_no_gap(books: Books) -> None:
    works = [takes_a_number_and_refuses if n % 3 == 0 else takes_a_number for n in range(200)]
    answers = await asyncio.gather(*(books.write(work, NOW) for work in works), return_exceptions=True)
    numbers = [answer for answer in answers if isinstance(answer, int)]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert len(numbers) == 133


async def test_who_no_longer_waits_for_an_answer_disturbs_nobody(books: Books) -> None:
    door = Door(books)
    await door.shut()
    gone = asyncio.create_task(books.write(notes(1), NOW))
    stays = asyncio.create_task(books.write(notes(2), NOW))
    await asyncio.sleep(0)
    gone.cancel()
    await door.open()
    await stays
    async with asyncio.timeout(PATIENCE):
        while await found(books, 1, 2) != [1, 2]:  # PostgreSQL writes them side by side
            pass


async def test_closing_waits_for_what_stands_in_the_queue(database: Database, config: Config) -> None:
    books = database.books(config.community, LINK).__enter__()
    door = Door(books)
    await door.shut()
    writing = [asyncio.create_task(books.write(notes(number), NOW)) for number in range(1, 21)]
    await asyncio.sleep(0)
    closing_books = asyncio.create_task(asyncio.to_thread(books.__exit__))
    await asyncio.sleep(0)
    await door.open()
    await asyncio.wait_for(asyncio.gather(*writing, closing_books), PATIENCE)
    with database.books(config.community, LINK) as again:
        assert await found(again, *range(1, 21)) == list(range(1, 21))


async def test_closed_books_say_so(database: Database, config: Config) -> None:
    with database.books(config.community, LINK) as books:
        await books.write(notes(1), NOW)
    with pytest.raises(RuntimeError, match="closed"):
        await books.write(notes(2), NOW)


async def test_the_same_update_has_its_effect_once(books: Books) -> None:
    key = UpdateKey(1000000, 7)
    assert await books.write(takes_a_number, NOW, key) == 1
    assert await books.write(takes_a_number, NOW, key) == 2  # what it would be, had it not been
    assert await books.write(takes_a_number, NOW, UpdateKey(1000000, 8)) == 2


async def test_the_same_update_at_once_has_its_effect_once(books: Books) -> None:
    key = UpdateKey(1000000, 7)
    await asyncio.gather(*(books.write(takes_a_number, NOW, key) for _ in range(5)))
    assert await books.write(takes_a_number, NOW) == 2


async def test_another_bots_update_of_the_same_number_is_another(books: Books) -> None:
    assert await books.write(takes_a_number, NOW, UpdateKey(1, 7)) == 1
    assert await books.write(takes_a_number, NOW, UpdateKey(2, 7)) == 2
    assert await books.write(takes_a_number, NOW) == 3


async def test_an_update_that_was_refused_may_come_again(books: Books) -> None:
    key = UpdateKey(1000000, 7)
    with pytest.raises(No):
        await books.write(takes_a_number_and_refuses, NOW, key)
    assert not await books.read(lambda uow: uow.handled(key), NOW)
    assert await books.write(takes_a_number, NOW, key) == 1
    assert await books.read(lambda uow: uow.handled(key), NOW)


async def test_what_somebody_was_about_to_say_goes_with_the_effect_or_stays_with_the_refusal(
    books: Books,
) -> None:
    await books.write(notes(1), NOW)

    def closes_the_form(uow: UnitOfWork) -> int:
        uow.conversations.keep(place(1), None)
        return uow.concerns.next_number(SUNSHINE)

    def closes_the_form_and_refuses(uow: UnitOfWork) -> None:
        closes_the_form(uow)
        raise No

    with pytest.raises(No):
        await books.write(closes_the_form_and_refuses, NOW)
    assert await found(books, 1) == [1]
    assert await books.write(closes_the_form, NOW) == 1
    assert await found(books, 1) == []
