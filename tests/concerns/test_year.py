"""A month of 200 concerns, hour by hour; the whole year is benchmarks/sweep.py."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks._year import Lived, Year, broken
from bot.config import Config
from storage.books import SqliteBooks

Month = tuple[Path, Lived]


@pytest.fixture
async def month(sunshine: Path, tmp_path: Path, config: Config) -> Month:
    path = Path(shutil.copy(sunshine, tmp_path / "yishi.db"))
    with SqliteBooks(path, config.community, "https://t.me/yishi_bot") as books:
        return path, await Year(books, config.community).live(30, 150, 200, seed=4)


TAMPERED = {
    "UPDATE concerns SET due_at = NULL WHERE id = 1": "a concern without a next date",
    "DELETE FROM concern_history WHERE id = (SELECT max(id) FROM concern_history WHERE deed = 'remind')":
        "an alarm missing",
    "INSERT INTO concern_history (concern_id, deed, by, at, words) SELECT concern_id, deed, by, at, words"
    " FROM concern_history WHERE deed = 'escalate' LIMIT 1": "an alarm twice",
    "UPDATE concern_history SET at = '2027-01-05 00:00:00.000000' WHERE id ="
    " (SELECT max(id) FROM concern_history WHERE deed = 'escalate')": "an alarm that nothing called for",
    "UPDATE concerns SET closed_at = NULL WHERE id = (SELECT max(id) FROM concerns WHERE closed_at IS NOT NULL)":
        "open is not created less closed",
    "UPDATE concerns SET state = 'received' WHERE id = (SELECT max(id) FROM concerns WHERE closed_at IS NOT NULL)":
        "a state and its closing differ",
}  # fmt: skip


async def test_whatever_promise_is_broken_is_seen(month: Month, tmp_path: Path) -> None:
    path, lived = month
    for number, (tampering, fault) in enumerate(TAMPERED.items()):
        tampered = Path(shutil.copy(path, tmp_path / f"tampered-{number}.db"))
        with closing(sqlite3.connect(tampered)) as books:
            books.execute(tampering)
            books.commit()
        assert fault in broken(tampered, lived.expected)


async def test_a_month_keeps_every_promise(month: Month) -> None:
    path, lived = month
    assert broken(path, lived.expected) == []
    assert len(lived.expected) > 200
