"""`INSERT … ON CONFLICT`: both databases know it, and SQLAlchemy has a construct for each of them."""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from storage.prepared import Prepared

Insert = postgresql.Insert | sqlite.Insert
Upsert = Callable[[Table], Insert]


def each(make: Callable[[Upsert], Insert]) -> Mapping[str, Prepared]:
    """By dialect."""
    return {"postgresql": Prepared(make(postgresql.insert)), "sqlite": Prepared(make(sqlite.insert))}


def upsert_on(connection: Connection) -> Upsert:
    """Makes inserts that may say what becomes of a row that is there already."""
    return postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
