"""Books of a bot that knew sittings only as days in a calendar."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from storage.books import sqlite_engine
from storage.sittings import sittings
from tests.contracts.test_migrations import migrate


def test_what_was_held_before_is_not_counted_as_not_held(tmp_path: Path) -> None:
    engine, now = sqlite_engine(tmp_path / "yishi.db", "BEGIN IMMEDIATE"), datetime(2026, 11, 25, 11, tzinfo=UTC)
    migrate(engine, up="0011")
    with engine.begin() as books:
        books.execute(sa.text("INSERT INTO communities (id, name, founded_at) VALUES (1, '阳光社区', '2026-11-25')"))
        for number, days in ((1, -36500), (2, 36500)):
            row = {"id": number, "community_id": 1, "key": f"{number}", "starts_at": now + timedelta(days=days)}
            books.execute(sa.insert(sittings).values(row | {"called_at": now, "reason": ""}))
    migrate(engine, up="head")
    with engine.connect() as books:
        assert books.execute(sa.text("SELECT sitting_id, task FROM floor_tasks")).all() == [(1, "end")]
    engine.dispose()
