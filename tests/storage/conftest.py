"""The books of 阳光社区, for each test a copy of its own."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.config import Config
from storage.database import Database, PostgresDatabase, SqliteFile
from tests.databases import LINK, Books


@pytest.fixture
def path(database: Database) -> Path:
    """The file, in tests of what is SQLite's own."""
    assert isinstance(database, SqliteFile)
    return database.path


@pytest.fixture
def together(database: Database, config: Config) -> Iterator[Books]:
    """On PostgreSQL with one writer, as it ships: what waits shares a commit."""
    assert isinstance(database, PostgresDatabase)
    with replace(database, writers=1).books(config.community, LINK) as books:
        yield books


@pytest.fixture
def books(database: Database, config: Config) -> Iterator[Books]:
    with database.books(config.community, LINK) as books:
        yield books
