"""From SQLite to PostgreSQL: every row, the numbers that follow, and nothing at all when something does not fit."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.concerns.forms import Draft
from bot.concerns.model.concern import Concern
from bot.concerns.model.told import Told
from bot.concerns.service import telling
from bot.config import Config
from bot.delivery.model import Post
from bot.kit.people import CommunityId, Reader
from bot.points.model.ledger import Kind, Owner, Reward, Rule
from bot.unit_of_work import UnitOfWork
from storage.copying import copy
from storage.database import PostgresDatabase, SqliteFile
from storage.tables import metadata
from storage.upgrade import UnusableBooks
from tests.databases import LINK, POSTGRESQL, Templates, sql
from tests.storage.works import NOW

SUNSHINE = CommunityId(1)
WANG = Reader(5000001, "王秀英", community=SUNSHINE, known=True)
HERS = Owner(SUNSHINE, Kind.PERSON, WANG.telegram_id)
ALL_ROWS = " + ".join(f"(SELECT count(*) FROM {table.name})" for table in metadata.sorted_tables)  # noqa: S608


@pytest.fixture
def file(sunshine: Path, tmp_path: Path) -> SqliteFile:
    return SqliteFile(Path(shutil.copy(sunshine, tmp_path / "yishi.db")))


@pytest.fixture
def server(templates: Templates, tmp_path: Path) -> Iterator[PostgresDatabase]:
    makes, _ = templates.of(POSTGRESQL)
    database = makes.empty(tmp_path)
    assert isinstance(database, PostgresDatabase)
    yield database
    makes.drop(database)


def lives(uow: UnitOfWork) -> None:
    """Concerns, of which the older was joined to the newer; points; a post that was forgotten."""
    older, _newer = (raises_a_concern(uow, key) for key in ("1-1", "1-2"))
    uow.ledger.reward(Reward(HERS, Rule.CONCERN, f"concern-{older.id}"))
    for cause in ("kept", "forgotten"):
        uow.outbox.put(Post(cause, WANG.telegram_id, {"text": "您好"}, uow.now))


def raises_a_concern(uow: UnitOfWork, key: str) -> Concern:
    return telling.raise_in_group(uow, WANG, Draft(key).tells(Told("路灯不亮")))


async def test_everything_is_there_and_life_goes_on(file: SqliteFile, server: PostgresDatabase, config: Config) -> None:
    with file.books(config.community, LINK) as books:
        await books.write(lives, NOW)
        balance = await books.read(lambda uow: uow.ledger.balance(HERS), NOW)
    with sql(file) as run:
        run("UPDATE concerns SET original_id = 2, time_left = ? WHERE id = 1", "1970-01-02 01:00:00.000000")
        run("DELETE FROM outbox WHERE cause = 'forgotten'")
        [(last_post,)] = run("SELECT max(id) + 1 FROM outbox")
        [(rows,)] = run(f"SELECT {ALL_ROWS}")
    assert balance > 0
    assert copy(file, server) == rows > 5000
    with sql(server) as run:
        assert run("SELECT original_id, time_left FROM concerns ORDER BY id") == [
            (2, timedelta(hours=25)),
            (None, None),
        ]
    with server.books(config.community, LINK) as books:
        assert await books.read(lambda uow: uow.ledger.balance(HERS), NOW) == balance
        concern = await books.write(lambda uow: raises_a_concern(uow, "1-3"), NOW)
        assert (concern.id, concern.number) == (3, 3)
        await books.write(lambda uow: uow.outbox.put(Post("next", WANG.telegram_id, {"text": "您好"}, uow.now)), NOW)
    with sql(server) as run:
        assert run("SELECT id FROM outbox WHERE cause = 'next'") == [(last_post + 1,)]


def test_only_an_empty_database_is_copied_to(file: SqliteFile, server: PostgresDatabase) -> None:
    copy(file, server)
    with pytest.raises(UnusableBooks, match="only an empty database"):
        copy(file, server)


@pytest.mark.parametrize("name", ["阳\0光", "阳光" * 65])
def test_what_postgresql_does_not_take_stops_it_and_nothing_is_copied(
    file: SqliteFile, server: PostgresDatabase, name: str
) -> None:
    """SQLite keeps texts of any length, and letters that PostgreSQL has none for."""
    with sql(file) as run:
        run("UPDATE communities SET name = ?", name)
    with pytest.raises(UnusableBooks, match="communities"):
        copy(file, server)
    with sql(server) as run:
        assert run(f"SELECT {ALL_ROWS}") == [(0,)]


def test_a_row_that_came_out_otherwise_is_noticed(file: SqliteFile, server: PostgresDatabase) -> None:
    """Somebody has made a column of theirs that fills texts up with blanks."""
    server.upgrade()
    with sql(server) as run:
        run("ALTER TABLE groups ALTER title TYPE char(200)")
    with pytest.raises(UnusableBooks, match="groups: 1 rows became 1, or something in them changed"):
        copy(file, server)
