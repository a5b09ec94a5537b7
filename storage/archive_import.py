"""Brings the file of a community into empty books: in one transaction, every row read strictly, or nothing at all.

Nothing in the file becomes a path or a command: only the names that the tables themselves have are asked for.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import psycopg
from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.exc import DBAPIError

from bot.archive.model import BOOK, FORMAT, HEAD, TABLES, BadArchive, Fault
from storage.archive import BATCH, carried, columns_of
from storage.archive_values import reader
from storage.copying import count_on, pour
from storage.database import Database
from storage.points_tables import accounts as points
from storage.tables import metadata
from storage.upgrade import newest_revision
from storage.vote_keys import VoteKeys
from storage.vote_tables import votes

LINE, HEAD_BYTES = 2**20, 2**20
"""Bytes of a row and of the head, at most."""
MOST_BYTES, TIMES_SMALLER, NOT_WORTH_A_LOOK = 2**33, 200, 2**22
"""A file that unpacks to more than this, or a part that does to so many times its size, was made to do harm."""
BROKEN = (BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, zlib.error)
"""What the libraries raise over a broken ZIP, an encrypted one included."""


def bring_in(path: Path, database: Database) -> int:
    """Import the file into books that hold nothing; how many rows.

    A vote that runs goes on without ballots, under a new key. Raises `BadArchive`, with nothing changed.
    """
    try:
        with ZipFile(path) as archive:
            head = _head(archive)
            database.upgrade()
            engine = database.engine()
            try:
                with engine.begin() as connection:
                    _refuse_unless_empty(connection)
                    return _fill(archive, head, connection, VoteKeys(database.secrets_folder))
            finally:
                engine.dispose()
    except BROKEN as reason:
        raise BadArchive(Fault.NO_ARCHIVE, path.name) from reason
    except (DBAPIError, psycopg.Error, sqlite3.Error) as reason:
        raise BadArchive(Fault.TORN) from reason


def _head(archive: ZipFile) -> Mapping[str, Any]:
    """What the file says of its tables, when all that is in it has its place here."""
    expected = {HEAD, BOOK, *(f"{TABLES}{table.name}.jsonl" for table in carried())}
    members = archive.infolist()
    if len(members) != len({member.filename for member in members}):
        raise BadArchive(Fault.STRANGE, HEAD)
    head = _manifest(archive)
    if strange := sorted({member.filename for member in members} ^ expected):
        raise BadArchive(Fault.STRANGE, strange[0])
    for member in members:
        _refuse_bomb(member)
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise BadArchive(Fault.TOO_BIG)
    tables: Mapping[str, Any] = head["tables"]
    return tables


def _manifest(archive: ZipFile) -> Mapping[str, Any]:
    try:
        with archive.open(HEAD) as file:
            head = json.loads(file.read(HEAD_BYTES))
        kind, schema, people, tables = (head[name] for name in ("format", "schema", "people", "tables"))
        said = {name: (int(one["rows"]), str(one["sha256"]), int(one.get("last", 0))) for name, one in tables.items()}
    except (KeyError, ValueError, TypeError, AttributeError) as reason:
        raise BadArchive(Fault.STRANGE, HEAD) from reason
    if (kind, schema) != (FORMAT, newest_revision()):
        raise BadArchive(Fault.OTHER_VERSION, str(schema)[:16])
    if people is not True:
        raise BadArchive(Fault.NO_PEOPLE)
    if said.keys() != {table.name for table in carried()}:
        raise BadArchive(Fault.STRANGE, HEAD)
    return {"tables": said}


def _refuse_bomb(member: ZipInfo) -> None:
    if member.compress_type not in (ZIP_DEFLATED, ZIP_STORED):
        raise BadArchive(Fault.NO_ARCHIVE, member.filename)
    if member.file_size > max(NOT_WORTH_A_LOOK, TIMES_SMALLER * member.compress_size):
        raise BadArchive(Fault.TOO_BIG, member.filename)


def _refuse_unless_empty(connection: Connection) -> None:
    for table in metadata.sorted_tables:
        if connection.execute(select(table).limit(1)).first() is not None:
            raise BadArchive(Fault.NOT_EMPTY, table.name)


def _fill(archive: ZipFile, tables: Mapping[str, Any], connection: Connection, keys: VoteKeys) -> int:
    postgres = connection.dialect.name == "postgresql"
    if not postgres:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")  # rows may refer to later ones
    for table in carried():
        rows, digest, last = tables[table.name]
        with closing(_rows(archive, table, rows, digest)) as found:
            # balances are moved by the triggers with each entry, as they were when it was written
            _put(table, ({**row, "balance": 0} for row in found) if table is points else found, connection)
        count_on(table, last, connection)
    _compare_balances(archive, tables, connection)
    if not postgres and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise BadArchive(Fault.TORN)
    for key in connection.execute(select(votes.c.key).where(votes.c.state == "open")).scalars():
        keys.make(key)
    return sum(rows for rows, _, _ in tables.values())


def _put(table: Table, rows: Iterator[Mapping[str, object]], connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        named = columns_of(table)
        pour(table, named, ([row[column.name] for column in named] for row in rows), connection)
        return
    while batch := list(islice(rows, BATCH)):
        connection.execute(insert(table), batch)


def _rows(archive: ZipFile, table: Table, rows: int, digest: str) -> Generator[dict[str, object]]:
    """Each row as the table keeps it; at the end it is known whether they are those that the head promises."""
    name = f"{TABLES}{table.name}.jsonl"
    read = {column.name: reader(column) for column in columns_of(table)}
    number, found = 0, hashlib.sha256()
    with archive.open(name) as file:
        for number, line in enumerate(iter(lambda: file.readline(LINE), b""), 1):
            found.update(line)
            try:
                said = json.loads(line)
                if said.keys() != read.keys():
                    raise ValueError("not the columns of this table")
                row = {column: read[column](value) for column, value in said.items()}
            except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as reason:
                raise BadArchive(Fault.BAD_ROW, name, number) from reason
            yield row
    if (number, found.hexdigest()) != (rows, digest):
        raise BadArchive(Fault.NOT_AS_SAID, name)


def _compare_balances(archive: ZipFile, tables: Mapping[str, Any], connection: Connection) -> None:
    """What the entries add up to must be what the file says of each account."""
    asked = select(points.c.id, points.c.balance).order_by(points.c.id)
    counted: Iterable[Sequence[Any]] = connection.execute(asked, execution_options={"yield_per": BATCH})
    with closing(_rows(archive, points, *tables[points.name][:2])) as said:
        for (number, balance), row in zip(counted, said, strict=True):
            if (number, balance) != (row["id"], row["balance"]):
                raise BadArchive(Fault.SUMS, points.name)
