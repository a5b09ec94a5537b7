"""What was erased is not in the file's bytes, whatever the pages went through and whenever the power fails."""

import random
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.config import Config
from storage import shredder
from storage.books import SqliteBooks, sqlite_engine
from tests.storage.works import NOW

TRACE = "TRACE"


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """Books in which one person of twenty has been deleted, after much writing: pages were split and merged."""
    engine = sqlite_engine(tmp_path / "books.db", "BEGIN IMMEDIATE")
    chance = random.Random(3)  # noqa: S311 - with this one `secure_delete` alone leaves four copies
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE notes (id INTEGER PRIMARY KEY, who INTEGER, words TEXT)"))
        for number in chance.sample(range(1_000_000_000), 2000):
            who = chance.randrange(20)
            words = (TRACE if who == 7 else "other") + "y" * chance.randrange(5, 900)
            row = {"id": number, "who": who, "words": words}
            connection.execute(text("INSERT INTO notes VALUES (:id, :who, :words)"), row)
            if chance.random() < 0.3:
                connection.execute(text("DELETE FROM notes WHERE id = (SELECT min(id) FROM notes WHERE who != 7)"))
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM notes WHERE who = 7"))
        shredder.ask(connection)
    return engine


def traces(folder: Path) -> int:
    """How often it is found in the file and its write-ahead log."""
    return sum(file.read_bytes().count(TRACE.encode()) for file in folder.glob("books.db*"))


def test_older_copies_in_split_pages_and_in_the_log_are_gone(engine: Engine, tmp_path: Path) -> None:
    assert traces(tmp_path) > 0
    with engine.connect() as connection:
        assert shredder.is_asked(connection)
        assert shredder.shred(connection)
        assert not shredder.is_asked(connection)
        assert not shredder.was_left_undone(connection)
    assert traces(tmp_path) == 0


def test_while_somebody_reads_it_waits_for_another_time(engine: Engine, tmp_path: Path) -> None:
    other = sqlite_engine(tmp_path / "books.db", "BEGIN")
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA busy_timeout=0")
        with other.connect() as reader:
            reader.execute(text("SELECT count(*) FROM notes")).scalar_one()
            assert not shredder.shred(connection)
            assert shredder.is_asked(connection)
        assert shredder.shred(connection)
    assert traces(tmp_path) == 0
    other.dispose()


async def test_what_a_crash_left_undone_is_done_at_the_next_start(
    engine: Engine, tmp_path: Path, config: Config
) -> None:
    engine.dispose()  # the memory is gone, the file remembers
    with SqliteBooks(tmp_path / "books.db", config.community, "") as books:
        await books.write(lambda _uow: None, NOW)
        assert traces(tmp_path) == 0
