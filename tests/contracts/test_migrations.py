"""The tables: each migration can be undone, and all together they make what the repositories expect."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config as AlembicConfig
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

from storage.books import sqlite_engine
from storage.tables import metadata
from storage.upgrade import MIGRATIONS, UnusableBooks, newest_revision, upgrade

REVISIONS = sorted(file.name[:4] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))
BEFORE = dict(zip(REVISIONS, ["base", *REVISIONS], strict=False))


def alembic() -> AlembicConfig:
    config = AlembicConfig()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def migrate(engine: Engine, *, up: str | None = None, down: str | None = None) -> None:
    config = alembic()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        if up:
            command.upgrade(config, up)
        if down:
            command.downgrade(config, down)


def schema(path: Path) -> list[tuple[str, str]]:
    """Every table and index, but for Alembic's and SQLite's own; a table that is rebuilt has its parts in no order."""
    with closing(sqlite3.connect(path)) as database:
        found = database.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'alembic%'"
            " AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
        return [(str(name), _parts(str(sql))) for name, sql in found]


def _parts(sql: str) -> str:
    words = " ".join(sql.replace('"', "").split())
    return ", ".join(sorted(part.strip(" ()") for part in words.split(", ")))


def revision(path: Path, new: str | None = None) -> str:
    with closing(sqlite3.connect(path)) as database:
        if new is not None:
            database.execute("UPDATE alembic_version SET version_num = ?", [new])
            database.commit()
        return str(database.execute("SELECT version_num FROM alembic_version").fetchone()[0])


POSTGRESQL_ALONE = {"0041"}
"""These change nothing here."""


@pytest.fixture(scope="module")
def newest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty file, migrated."""
    path = tmp_path_factory.mktemp("migrated") / "yishi.db"
    assert upgrade(path)
    return path


@pytest.mark.parametrize("number", REVISIONS)
def test_a_migration_can_be_done_undone_and_done_again(tmp_path: Path, number: str) -> None:
    path = tmp_path / "yishi.db"
    engine = sqlite_engine(path, "BEGIN IMMEDIATE")
    if BEFORE[number] != "base":
        migrate(engine, up=BEFORE[number])
    before = schema(path)
    migrate(engine, up=number)
    after = schema(path)
    migrate(engine, down=BEFORE[number])
    assert schema(path) == before
    migrate(engine, up=number)
    engine.dispose()
    assert schema(path) == after
    assert (after == before) == (number in POSTGRESQL_ALONE)


def test_what_is_migrated_is_what_the_repositories_expect(newest: Path) -> None:
    engine = sqlite_engine(newest, "BEGIN")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_indexes_and_constraints_are_the_same_to_the_letter(newest: Path, tmp_path: Path) -> None:
    """Alembic's comparison looks neither at partial indexes nor at the order of columns."""
    made = tmp_path / "made.db"
    engine = sqlite_engine(made, "BEGIN IMMEDIATE")
    metadata.create_all(engine)
    for table in metadata.sorted_tables:
        found, expected = (_described(path, table.name) for path in (newest, made))
        assert found == expected, table.name
    engine.dispose()


def _described(path: Path, table: str) -> object:
    engine = sqlite_engine(path, "BEGIN")
    with engine.connect() as connection:
        look = inspect(connection)
        described = (
            [(column["name"], str(column["type"]), column["nullable"]) for column in look.get_columns(table)],
            look.get_pk_constraint(table),
            sorted(map(str, look.get_foreign_keys(table))),
            sorted(map(str, look.get_unique_constraints(table))),
            [(name, sql) for name, sql in schema(path) if f" ON {table} " in f"{sql} "],
        )
    engine.dispose()
    return described


def test_the_migrations_are_one_chain_whose_last_link_is_the_newest_file() -> None:
    script = ScriptDirectory.from_config(alembic())
    assert script.get_heads() == [newest_revision()]
    assert [link.revision for link in script.walk_revisions()] == REVISIONS[::-1]


def test_a_second_upgrade_does_nothing(newest: Path) -> None:
    written = newest.stat().st_mtime_ns
    assert upgrade(newest) is False
    assert newest.stat().st_mtime_ns == written


def test_an_empty_file_and_missing_folders_become_books(tmp_path: Path, newest: Path) -> None:
    path = tmp_path / "not" / "there" / "yishi.db"
    assert upgrade(path)
    assert schema(path) == schema(newest)


def test_books_of_a_newer_bot_are_left_alone(newest: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(newest, tmp_path / "yishi.db"))
    revision(path, "9999")
    before = path.read_bytes()
    with pytest.raises(UnusableBooks, match=r"yishi\.db: written by a newer bot \(9999"):
        upgrade(path)
    assert path.read_bytes() == before


def test_what_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "yishi.db"
    path.write_text("minutes of the last sitting\n" * 100, encoding="utf-8")
    with pytest.raises(UnusableBooks, match="not a database"):
        upgrade(path)
    assert path.read_text(encoding="utf-8") == "minutes of the last sitting\n" * 100


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnusableBooks):
        upgrade(tmp_path)


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    """A table of somebody else is in the way of the last but one of ours."""
    path = tmp_path / "yishi.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE concern_history (minutes TEXT)")
    with pytest.raises(Exception, match="already exists"):
        upgrade(path)
    assert [name for name, _ in schema(path)] == ["concern_history"]
