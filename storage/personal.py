"""What in the tables is personal, and what becomes of it when a person is forgotten.

Each table is declared beside its columns. `/mydata` and the erasure both follow the declarations, and a test
refuses a table or column that could be personal and is not declared.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, delete, select, tuple_, update

from bot.kit.events import Subject
from bot.rights.model import Heading, Kept
from storage.schema import metadata

PROGRAM: Final = "a word of the program, not of a person"
NOBODY: Final = 0
"""Stands for a person's Telegram id where a column must hold one."""
Whose = Callable[[int], ColumnElement[bool]]
"""Which rows are about the person with this Telegram id."""


@dataclass(frozen=True)
class Gone:
    """The whole row is deleted; these are its personal columns."""

    columns: tuple[str, ...]


def gone(columns: str) -> Gone:
    """`columns`: names, separated by spaces."""
    return Gone(tuple(columns.split()))


@dataclass(frozen=True)
class Traces:
    """The rows of a table that are about a person in one respect.

    `becomes` says what is put into which column, a value or a function of the row. `told` are the columns
    that are read out under `heading` and `file` those in the person's own file, all when empty: name them
    where a row is about other people too. What others may have on screen of a row is a board named
    `<subject>-<id>`, and posts whose causes begin so.
    """

    whose: Whose
    becomes: Gone | Mapping[str, object]
    heading: Heading | None = None
    told: str = ""
    file: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Declaration:
    traces: Sequence[Traces] = ()
    keep: Mapping[str, str] = field(default_factory=dict)

    def names(self) -> set[str]:
        """The columns about which something is said."""
        erased = [trace.becomes for trace in self.traces]
        return set(self.keep).union(*(what.columns if isinstance(what, Gone) else what for what in erased))


_DECLARED: dict[str, Declaration] = {}
"""By table; not in `Table.info`, which Alembic would write into migrations."""


def declare(table: Table, *traces: Traces, keep: Mapping[str, str] | None = None) -> None:
    """`keep`: column (or several, separated by spaces) → why it is not erased."""
    reasons = {name: reason for names, reason in (keep or {}).items() for name in names.split()}
    if unknown := Declaration(traces, reasons).names() - set(table.c.keys()):
        raise ValueError(f"{table.name} has no {unknown}")
    _DECLARED[table.name] = Declaration(traces, reasons)


def declare_more(table: Table, *traces: Traces) -> None:
    """What a later module knows about whose rows of an earlier one these are."""
    known = _DECLARED[table.name]
    _DECLARED[table.name] = Declaration((*known.traces, *traces), known.keep)


def declaration(table: Table) -> Declaration | None:
    """What was declared; None where nothing was."""
    return _DECLARED.get(table.name)


def kept(connection: Connection, telegram_id: int) -> Sequence[Kept]:
    """Everything about the person, table by table."""
    found = []
    for table, traces in _all():
        if traces.heading is not None:
            for row in connection.execute(select(table).where(traces.whose(telegram_id))).mappings():
                told = {name: row[name] for name in traces.told.split()}
                everything = {name: row[name] for name in traces.file.split() or row}
                found.append(Kept(table.name, traces.heading, told, everything))
    return found


def erase(connection: Connection, telegram_id: int) -> Sequence[Subject]:
    """Take the person out of all tables; what was theirs and others may have on screen."""
    found = [(table, traces, _rows(connection, table, traces, telegram_id)) for table, traces in _all()]
    for table, traces, rows in reversed(found):  # what refers to another row goes before it
        for row in rows:
            _let_go(connection, table, traces, row)
    return [Subject(traces.subject, row["id"]) for _, traces, rows in found if traces.subject for row in rows]


def _all() -> Iterator[tuple[Table, Traces]]:
    for table in metadata.sorted_tables:
        for traces in (declaration(table) or Declaration()).traces:
            yield table, traces


def _rows(connection: Connection, table: Table, traces: Traces, telegram_id: int) -> Sequence[RowMapping]:
    """Before anything is erased: whose a row is may be told by another that is going to be."""
    if not traces.becomes and not traces.subject:
        return ()
    return connection.execute(select(table).where(traces.whose(telegram_id))).mappings().all()


def _let_go(connection: Connection, table: Table, traces: Traces, row: RowMapping) -> None:
    key = list(table.primary_key.columns)
    this = tuple_(*key) == tuple_(*(row[column.name] for column in key))
    if isinstance(traces.becomes, Gone):
        connection.execute(delete(table).where(this))
    elif traces.becomes:
        connection.execute(update(table).where(this).values(_new(traces.becomes, row)))


def _new(becomes: Mapping[str, object], row: RowMapping) -> dict[str, Any]:
    return {name: put(row) if callable(put) else put for name, put in becomes.items()}
