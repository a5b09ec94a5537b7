"""The books of 阳光社区, for each test a copy of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.config import Config
from storage.books import SqliteBooks

LINK = "https://t.me/yishi_bot"


@pytest.fixture
def path(sunshine: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sunshine, tmp_path / "yishi.db"))


@pytest.fixture
def books(path: Path, config: Config) -> Iterator[SqliteBooks]:
    with SqliteBooks(path, config.community, LINK) as books:
        yield books
