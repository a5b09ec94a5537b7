"""Books that were begun with an earlier version of the tables go on."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config as AlembicConfig

from storage.books import sqlite_engine
from storage.upgrade import MIGRATIONS, upgrade

BEGUN = """
INSERT INTO communities (id, name, founded_at) VALUES (1, '阳光社区', '2026-11-01 00:00:00');
INSERT INTO households (id, community_id, building, unit, room, area, tenure)
    VALUES (1, 1, 3, 2, '502', '88.5', 'owner');
INSERT INTO residents (id, community_id, household_id, name, age_band, telegram_id)
    VALUES (1, 1, 1, '王秀英', 'older', 5000001);
INSERT INTO outbox (id, cause, chat_id, revision, method, params, priority, due_at, claimed, attempts)
    VALUES (7, 'concern-1-claimed-1-0', 5000001, 0, 'sendMessage', '{}', 1, '2026-11-02 00:00:00', 0, 0);
"""
CONCERN = (
    "INSERT INTO concerns (id, community_id, number, key, author_id, text, place, category, origin,"
    " raised_at, due_at, state) VALUES (?, 1, ?, ?, 1, '路灯不亮', '3号楼', 'lighting', 'private',"
    " '2026-11-01 02:00:00', '2026-11-02 02:00:00', ?)"
)
LINE = "INSERT INTO concern_history (concern_id, deed, by, at, words) VALUES (?, ?, 5000001, ?, '')"
STATES = ("received", "claimed", "answered", "reopened", "confirmed")


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """Books of the first tables, with a concern in each of the states there were."""
    path = tmp_path / "yishi.db"
    engine, config = sqlite_engine(path, "BEGIN IMMEDIATE"), AlembicConfig()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    with closing(sqlite3.connect(path)) as database:
        database.executescript(BEGUN)
        for number, state in enumerate(STATES, 1):
            database.execute(CONCERN, [number, number, f"1-{number}", state])
            database.execute(LINE, [number, "raise", "2026-11-01 02:00:00"])
        database.execute(LINE, [3, "answer", "2026-11-01 05:00:00"])
        database.execute(LINE, [5, "confirm", "2026-11-01 09:00:00"])
        database.commit()
    return path


def rows(path: Path, query: str) -> Sequence[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_concerns_from_before_the_clocks_have_theirs_wound(begun: Path) -> None:
    assert upgrade(begun)
    found = rows(begun, "SELECT state, due, substr(due_at, 1, 16), closed_at IS NULL FROM concerns ORDER BY id")
    assert found == [
        ("received", "first_response", "2026-11-02 02:00", 1),
        ("claimed", "first_response", "2026-11-02 02:00", 1),
        ("done", "last_word", "2026-11-08 05:00", 1),
        ("reopened", "first_response", "2026-11-02 02:00", 1),
        ("confirmed", "follow_up", "2026-11-29 09:00", 0),
    ]
    assert rows(begun, "SELECT DISTINCT author_telegram_id FROM concerns") == [(5000001,)]
    assert rows(begun, "SELECT count(*) FROM concerns WHERE look_at <= due_at") == [(5,)]


def test_what_is_owed_is_still_owed_and_numbers_go_on(begun: Path) -> None:
    assert upgrade(begun)
    assert rows(begun, "SELECT id, cause FROM outbox") == [(7, "concern-1-claimed-1-0")]
    with closing(sqlite3.connect(begun)) as database:
        database.execute("DELETE FROM outbox")
        put = "INSERT INTO outbox (cause, chat_id, revision, method, params, priority, due_at, claimed, attempts)"
        database.execute(f"{put} VALUES ('x', 1, 0, 'sendMessage', '{{}}', 1, '2026-11-02', 0, 0)")
        assert database.execute("SELECT id FROM outbox").fetchone()[0] > 7
