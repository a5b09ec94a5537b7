"""Books of their own for each example."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.config import Config
from storage.books import sqlite_engine
from storage.upgrade import upgrade
from tests.roll.books import Books


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("roll") / "empty.db"
    upgrade(path)
    return path


@pytest.fixture
def opened(empty: Path, config: Config, tmp_path: Path) -> Callable[[], Any]:
    """Books of their own for each example."""

    @contextmanager
    def books() -> Iterator[Books]:
        engine = sqlite_engine(Path(shutil.copy(empty, tmp_path / "yishi.db")), "BEGIN")
        with engine.connect() as connection, connection.begin() as transaction:
            yield Books(connection, config)
            transaction.rollback()
        engine.dispose()

    return books
