"""Where a community's books are: a file of SQLite, or a database of PostgreSQL."""

from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from sqlalchemy import Engine, make_url
from sqlalchemy.exc import ArgumentError

from bot.config import Community
from bot.kit.locks import Locks, NoOthers
from storage.books import SqliteBooks, sqlite_engine
from storage.locks import PostgresLocks
from storage.postgres import PostgresBooks, postgres_engine
from storage.upgrade import UnusableBooks, upgrade, upgrade_postgres


@dataclass(frozen=True)
class SqliteFile:
    """Serves one process that answers, and a courier beside it."""

    path: Path
    secrets: Path | None = None
    """The directory of what must not be in the books; beside them where none is named."""

    def __str__(self) -> str:
        return str(self.path)

    def upgrade(self) -> bool:
        """Create or migrate it; whether anything had to be done. Raises `UnusableBooks`."""
        return upgrade(self.path)

    def books(self, settings: Community, link: str) -> SqliteBooks:
        """What is written and read through; `link` is the address of the bot's private chat."""
        return SqliteBooks(self.path, settings, link, self.secrets_folder)

    @property
    def secrets_folder(self) -> Path:
        return self.secrets or self.path.parent / "secrets"

    def locks(self) -> AbstractAsyncContextManager[Locks]:
        """What only one process may do: here it is the only one."""
        return nullcontext(NoOthers())

    def engine(self) -> Engine:
        """For one connection that writes, beside the books."""
        return sqlite_engine(self.path, "BEGIN IMMEDIATE")


@dataclass(frozen=True)
class PostgresDatabase:
    """Serves as many processes as its server has connections for."""

    url: str = field(repr=False)  # it may hold a password
    writers: int
    secrets: Path
    """The directory of what must not be in the books; all processes share it."""

    @classmethod
    def at(cls, url: str, writers: int, secrets: Path) -> Self:
        """The database at `postgresql://…`. Raises `UnusableBooks`."""
        try:
            parts = make_url(url)
        except ArgumentError as reason:
            raise UnusableBooks("DATABASE_URL is no address of a database") from reason
        if parts.get_backend_name() != "postgresql":
            raise UnusableBooks(f"DATABASE_URL names {parts.get_backend_name()}: postgresql://user@host/name is meant")
        return cls(parts.set(drivername="postgresql+psycopg").render_as_string(hide_password=False), writers, secrets)

    def __str__(self) -> str:
        return make_url(self.url).render_as_string(hide_password=True)

    def upgrade(self) -> bool:
        """Migrate it; whether anything had to be done. Raises `UnusableBooks`."""
        return upgrade_postgres(self.url)

    def books(self, settings: Community, link: str) -> PostgresBooks:
        """What is written and read through; `link` is the address of the bot's private chat."""
        return PostgresBooks(self.url, self.writers, settings, link, self.secrets)

    @property
    def secrets_folder(self) -> Path:
        return self.secrets

    def locks(self) -> AbstractAsyncContextManager[Locks]:
        """What only one of all processes may do."""
        return PostgresLocks(self.url)

    def engine(self) -> Engine:
        """For one connection that writes, beside the books."""
        return postgres_engine(self.url, 1)


Database = SqliteFile | PostgresDatabase
