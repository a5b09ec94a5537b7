"""Statements that come with every update, put into SQL once for each kind of database.

They go by the database's own driver: the way through SQLAlchemy's execution costs six times what SQLite takes for a row
by its key (measured: 90 µs and 15), and on PostgreSQL as much as the trip there. Types are read and written by
SQLAlchemy's, as everywhere; what goes wrong is the driver's own exception.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from typing import Any

from sqlalchemy import Connection, Dialect, Integer, Select
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.sql.dml import DMLWhereBase, ValuesBase
from sqlalchemy.types import TypeEngine

Change = Callable[[Any], Any]
Values = Mapping[str, object]
Statement = Select[Any] | ValuesBase | DMLWhereBase


class Prepared:
    """A statement whose values are all `bindparam`s, or the columns of the row that it inserts."""

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._spelled: dict[str, _Spelled] = {}

    def first(self, connection: Connection, values: Values) -> Mapping[Any, Any] | None:
        """A row by the names of its columns."""
        spelled = self._for(connection)
        row = spelled.run(connection, values).fetchone()
        return None if row is None else spelled.read(row)

    def all(self, connection: Connection, values: Values) -> Sequence[Mapping[Any, Any]]:
        """Rows, likewise."""
        spelled = self._for(connection)
        return [spelled.read(row) for row in spelled.run(connection, values).fetchall()]

    def changes(self, connection: Connection, values: Values) -> int:
        """So many rows."""
        return int(self._for(connection).run(connection, values).rowcount)

    def _for(self, connection: Connection) -> "_Spelled":
        kind = connection.dialect.name
        if kind not in self._spelled:
            self._spelled[kind] = _Spelled(self._statement, dialect_of(kind))
        return self._spelled[kind]


class _Spelled:
    """A statement as one kind of database is told it."""

    def __init__(self, statement: Any, dialect: Dialect) -> None:
        self._statement = statement
        self._dialect = dialect
        compiled = statement.compile(dialect=dialect)
        self._sql = str(compiled)
        found = [(name, compiled.binds[name]) for name in compiled.positiontup]
        self._binds = [(name, self._writes(bind.type), bind.effective_value) for name, bind in found]

    def run(self, connection: Connection, values: Values) -> Any:
        """With these in their order; what stands in the statement itself where no value is given. A cursor."""
        return run(connection, self._sql, [write(values.get(name, given)) for name, write, given in self._binds])

    def read(self, row: Sequence[Any]) -> Mapping[Any, Any]:
        return {name: read(one) for (name, read), one in zip(self._columns, row, strict=True)}

    @cached_property
    def _columns(self) -> Sequence[tuple[str, Change]]:
        return [(one.name, self._reads(one.type)) for one in self._statement.selected_columns]

    def _writes(self, kind: TypeEngine[Any]) -> Change:
        return kind.dialect_impl(self._dialect).bind_processor(self._dialect) or _same

    def _reads(self, kind: TypeEngine[Any]) -> Change:
        return kind.dialect_impl(self._dialect).result_processor(self._dialect, None) or _same


@cache
def dialect_of(kind: str) -> Dialect:
    """As our engines speak, with a place for each value."""
    if kind == "sqlite":
        return SQLiteDialect(paramstyle="qmark")
    dialect = PGDialect_psycopg(paramstyle="format")  # type: ignore[no-untyped-call]
    write_numbers_as_they_are(dialect)
    return dialect


def write_numbers_as_they_are(dialect: Any) -> None:
    """psycopg sends numbers as wide as they are: a made-up one is no row then, as in SQLite, and no error."""
    dialect.colspecs = {**dialect.colspecs, Integer: Integer}


def run(connection: Connection, sql: str, values: Sequence[object] = ()) -> Any:
    """On the driver's own connection below SQLAlchemy's, in the same transaction where one was begun; a cursor."""
    driver: Any = connection.connection.driver_connection
    return driver.execute(sql, values)


def _same(value: Any) -> Any:
    return value
