"""`INSERT … ON CONFLICT`: both databases know it, and SQLAlchemy has a construct for each of them."""

from collections.abc import Callable

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Upsert = Callable[[Table], postgresql.Insert | sqlite.Insert]


def upsert_on(connection: Connection) -> Upsert:
    """Makes inserts that may say what becomes of a row that is there already."""
    return postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
