"""Brings a database file to the newest tables; a no-op that costs a few milliseconds when it is there already."""

import sqlite3
from contextlib import closing
from pathlib import Path

MIGRATIONS = Path(__file__).parent / "migrations"


class UnusableBooks(Exception):
    """The file cannot be used; nothing in it was changed. The text names file and reason."""


def upgrade(path: Path) -> bool:
    """Create or migrate the SQLite file at `path`; whether anything had to be done. Raises `UnusableBooks`."""
    found = _revision(path)
    if found == newest_revision():
        return False
    if found is not None and found not in _revisions():
        raise UnusableBooks(f"{path}: written by a newer bot ({found}; this one knows up to {newest_revision()})")
    # Alembic takes half a second to import, and most starts do not need it.
    from alembic import command
    from alembic.config import Config

    from storage.books import sqlite_engine

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    # A table that is rebuilt is dropped for a moment, under the rows that refer to it.
    engine = sqlite_engine(path, "BEGIN IMMEDIATE", "foreign_keys=OFF")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if torn := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
            raise UnusableBooks(f"{path}: rows refer to others that are not there: {torn[:3]}")
    engine.dispose()
    return True


def newest_revision() -> str:
    """Migrations are numbered files: the last is the newest."""
    return max(_revisions())


def _revisions() -> set[str]:
    return {file.name[:4] for file in (MIGRATIONS / "versions").glob("[0-9]*.py")}


def _revision(path: Path) -> str | None:
    """At which revision the file is; None for a new one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)) as database:
            if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
                return None
            row = database.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.Error, OSError) as reason:
        raise UnusableBooks(f"{path}: {reason}") from reason
    return str(row[0]) if row else None
