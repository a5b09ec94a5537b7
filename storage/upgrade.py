"""Brings a database file to the newest tables; a no-op that costs a few milliseconds when it is there already."""

import sqlite3
from contextlib import closing
from pathlib import Path

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(path: Path) -> bool:
    """Create or migrate the SQLite file at `path`; whether anything had to be done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if _revision(path) == newest_revision():
        return False
    # Alembic takes half a second to import, and most starts do not need it.
    from alembic import command
    from alembic.config import Config

    from storage.books import sqlite_engine

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = sqlite_engine(path, "BEGIN IMMEDIATE")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    engine.dispose()
    return True


def newest_revision() -> str:
    """Migrations are numbered files: the last is the newest."""
    return max(file.name for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))[:4]


def _revision(path: Path) -> str | None:
    with closing(sqlite3.connect(path)) as database:
        try:
            row = database.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError:
            return None  # a new file
        return str(row[0]) if row else None
