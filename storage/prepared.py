"""Statements that come with every update, put into SQL once.

To SQLite they go by its own driver: the way through SQLAlchemy's execution costs six times what SQLite takes for a row
by its key (measured: 90 µs and 15). Types are read and written by SQLAlchemy's, as everywhere.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Dialect, Select
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.engine.interfaces import CoreExecuteOptionsParameter
from sqlalchemy.sql.dml import DMLWhereBase, ValuesBase
from sqlalchemy.types import TypeEngine

Change = Callable[[Any], Any]
Values = Mapping[str, object]
COUNTED: CoreExecuteOptionsParameter = {"preserve_rowcount": True}
SQLITE: Dialect = SQLiteDialect(paramstyle="qmark")


class Prepared:
    """A statement whose values are all `bindparam`s, or the columns of the row that it inserts."""

    def __init__(self, statement: Select[Any] | ValuesBase | DMLWhereBase) -> None:
        self._statement: Any = statement

    def first(self, connection: Connection, values: Values) -> Mapping[Any, Any] | None:
        """A row by the names of its columns."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._statement, values).mappings().first()
        row = self._run(connection, values).fetchone()
        return None if row is None else self._read(row)

    def all(self, connection: Connection, values: Values) -> Sequence[Mapping[Any, Any]]:
        """Rows, likewise."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._statement, values).mappings().all()
        return [self._read(row) for row in self._run(connection, values)]

    def changes(self, connection: Connection, values: Values) -> int:
        """So many rows."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._statement, values, execution_options=COUNTED).rowcount
        return self._run(connection, values).rowcount

    def _run(self, connection: Connection, values: Values) -> sqlite3.Cursor:
        return driver_of(connection).execute(self._sql, self._written(values))

    def _written(self, values: Values) -> list[object]:
        return [write(values.get(name, given)) for name, write, given in self._binds]

    def _read(self, row: Sequence[Any]) -> Mapping[Any, Any]:
        return {name: read(one) for (name, read), one in zip(self._columns, row, strict=True)}

    @cached_property
    def _compiled(self) -> Any:
        return self._statement.compile(dialect=SQLITE)

    @cached_property
    def _sql(self) -> str:
        return str(self._compiled)

    @cached_property
    def _binds(self) -> list[tuple[str, Change, object]]:
        """In their order: the name, how it is written, and what stands where no value is given."""
        found = [(name, self._compiled.binds[name]) for name in self._compiled.positiontup]
        return [(name, _or_same(_impl(bind.type).bind_processor(SQLITE)), bind.effective_value) for name, bind in found]

    @cached_property
    def _columns(self) -> list[tuple[str, Change]]:
        found = self._statement.selected_columns
        return [(one.name, _or_same(_impl(one.type).result_processor(SQLITE, None))) for one in found]


def driver_of(connection: Connection) -> sqlite3.Connection:
    """SQLite's own connection below SQLAlchemy's, in the same transaction where one was begun."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - these are the books on SQLite
    return raw


def _impl(of: TypeEngine[Any]) -> TypeEngine[Any]:
    return of.dialect_impl(SQLITE)


def _or_same(change: Change | None) -> Change:
    return change or _same


def _same(value: Any) -> Any:
    return value
