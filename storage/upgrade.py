"""Brings the books to the newest tables; a no-op that costs a few milliseconds when they have them already."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"
ONE_AT_A_TIME = 0x59495348
"""PostgreSQL's advisory lock of whoever migrates: several processes start at once."""
AS_BYTES = ("C", "POSIX", "C.UTF-8", "C.utf8")
"""Collations under which texts stand in the same order everywhere, as in SQLite."""


class UnusableBooks(Exception):
    """The books cannot be used; nothing in them was changed. The text says which, and the reason."""


def upgrade(path: Path) -> bool:
    """Create or migrate the SQLite file at `path`; whether anything had to be done. Raises `UnusableBooks`."""
    found = _revision(path)
    if _is_newest(found, str(path)):
        return False
    from storage.books import sqlite_engine

    # A table that is rebuilt is dropped for a moment, under the rows that refer to it.
    engine = sqlite_engine(path, "BEGIN IMMEDIATE", "foreign_keys=OFF")
    with engine.begin() as connection:
        _migrate(connection)
        if torn := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
            raise UnusableBooks(f"{path}: rows refer to others that are not there: {torn[:3]}")
    engine.dispose()
    return True


def upgrade_postgres(url: str) -> bool:
    """Migrate the PostgreSQL database at `url`, which is there; whether anything had to be done.

    Raises `UnusableBooks`.
    """
    from sqlalchemy import make_url
    from sqlalchemy.exc import OperationalError

    from storage.postgres import postgres_engine

    name = make_url(url).render_as_string(hide_password=True)
    engine = postgres_engine(url, 1).execution_options(isolation_level="READ COMMITTED")
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
            if _is_newest(_postgres_revision(connection, name), name):
                return False
            _migrate(connection)
            return True
    except OperationalError as reason:
        raise UnusableBooks(f"{name}: {' '.join(str(reason.orig).split())}") from reason
    finally:
        engine.dispose()


def newest_revision() -> str:
    """Migrations are numbered files: the last is the newest."""
    return max(_revisions())


def _revisions() -> set[str]:
    return {file.name[:4] for file in (MIGRATIONS / "versions").glob("[0-9]*.py")}


def _is_newest(found: str | None, name: str) -> bool:
    if found is not None and found not in _revisions():
        raise UnusableBooks(f"{name}: written by a newer bot ({found}; this one knows up to {newest_revision()})")
    return found == newest_revision()


def _migrate(connection: "Connection") -> None:
    # Alembic takes half a second to import, and most starts do not need it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


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


def _postgres_revision(connection: "Connection", name: str) -> str | None:
    """At which revision the database is; None for an empty one."""
    ask = connection.exec_driver_sql
    order = "SELECT datcollate, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()"
    collation, encoding = ask(order).one()
    if collation not in AS_BYTES or encoding != "UTF8":
        raise UnusableBooks(
            f"{name}: its texts are ordered by {collation} and written in {encoding}; please make it anew: "
            "createdb --template=template0 --encoding=UTF8 --locale=C"
        )
    if ask("SELECT to_regclass('alembic_version')").scalar() is None:
        return None
    found = ask("SELECT version_num FROM alembic_version").scalar()
    return None if found is None else str(found)
