"""Moves a community from SQLite to PostgreSQL: in one transaction, counted and compared before it is committed."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from sqlalchemy import Column, Connection, Dialect, Table, func, select

from storage.archive import last_number
from storage.database import PostgresDatabase, SqliteFile
from storage.tables import metadata
from storage.upgrade import UnusableBooks

BATCH = 1000
"""Rows that are in memory at the same time."""


@dataclass(frozen=True)
class Contents:
    """What is in a table: how many rows, and the sum of their hashes, which is the same in any order."""

    rows: int
    checksum: int


def copy(source: SqliteFile, target: PostgresDatabase) -> int:
    """Copy everything, to a database without a row; how many rows. Both are migrated first.

    While it runs nobody else can write to `source`. Raises `UnusableBooks`, with nothing changed in `target`.
    """
    source.upgrade()
    target.upgrade()
    reading, writing = source.engine(), target.engine()
    try:
        with reading.begin() as old, writing.begin() as new:
            _refuse_if_anything_is_in(new, target)
            return sum(_copy(table, old, new) for table in metadata.sorted_tables)
    finally:
        reading.dispose()
        writing.dispose()


def _refuse_if_anything_is_in(new: Connection, target: PostgresDatabase) -> None:
    for table in metadata.sorted_tables:
        if new.execute(select(table).limit(1)).first() is not None:
            raise UnusableBooks(f"{target}: there is something in {table.name}; only an empty database is copied to")


def _copy(table: Table, old: Connection, new: Connection) -> int:
    """What triggers would do was done long ago, so they rest."""
    new.exec_driver_sql(f'ALTER TABLE "{table.name}" DISABLE TRIGGER USER')
    try:
        pour(table, list(table.columns), _rows(table, old), new)
    except psycopg.Error as reason:
        raise UnusableBooks(f"{table.name}: {' '.join(str(reason).split())}") from reason
    new.exec_driver_sql(f'ALTER TABLE "{table.name}" ENABLE TRIGGER USER')
    _count_on(table, old, new)
    expected, found = contents(table, old), contents(table, new)
    if expected != found:
        raise UnusableBooks(f"{table.name}: {expected.rows} rows became {found.rows}, or something in them changed")
    return found.rows


def pour(table: Table, named: Sequence[Column[Any]], rows: Iterable[Sequence[Any]], new: Connection) -> None:
    """Into PostgreSQL in one statement, so that rows may refer to later ones of the same table."""
    columns = ", ".join(f'"{column.name}"' for column in named)
    spell = [_spelling(column, new.dialect) for column in named]
    raw = new.connection.cursor()
    with raw.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as pouring:
        for row in rows:
            pouring.write_row([form(value) for form, value in zip(spell, row, strict=True)])


def _spelling(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any]:
    """How the driver wants a value of this column."""
    return column.type.dialect_impl(dialect).bind_processor(dialect) or (lambda value: value)


def _count_on(table: Table, old: Connection, new: Connection) -> None:
    """New rows get numbers that were never used."""
    if table.autoincrement_column is not None:
        count_on(table, last_number(table, old), new)


def count_on(table: Table, ever: int | None, new: Connection) -> None:
    """The next row gets a number above all that are there, and above `ever`."""
    number = table.autoincrement_column
    if number is None:
        return
    highest = max(ever or 0, new.execute(select(func.max(number))).scalar() or 0)
    if highest and new.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.name, number.name)
        new.execute(select(func.setval(sequence, highest)))
    elif highest and table.kwargs.get("sqlite_autoincrement"):
        forget, keep = "DELETE FROM sqlite_sequence WHERE name = ?", "INSERT INTO sqlite_sequence VALUES (?, ?)"
        new.exec_driver_sql(forget, (table.name,))
        new.exec_driver_sql(keep, (table.name, highest))


def contents(table: Table, connection: Connection) -> Contents:
    """Of either database: equal where all values are."""
    rows = checksum = 0
    for row in _rows(table, connection):
        rows += 1
        checksum += int.from_bytes(hashlib.sha256(repr(tuple(row)).encode()).digest())
    return Contents(rows, checksum % 2**256)


def _rows(table: Table, connection: Connection) -> Iterator[Sequence[Any]]:
    yield from connection.execute(select(table), execution_options={"yield_per": BATCH})
