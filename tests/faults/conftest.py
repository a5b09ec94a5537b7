"""The estate of these tests."""

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.config import Config
from bot.votes.model.vote import Vote
from storage.database import SqliteFile
from tests.faults.estate import prepare, seat_witness


@pytest.fixture(scope="module")
def estate(sunshine: Path, config: Config, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Vote]:
    """The folder of the books as the evening begins, and the vote that runs."""
    folder = tmp_path_factory.mktemp("estate")
    books = SqliteFile(Path(shutil.copy(sunshine, folder / "yishi.db")))
    vote = asyncio.run(prepare(books, config))
    seat_witness(books.path)
    return folder, vote
