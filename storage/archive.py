"""All tables of a community, row by row. Ballots that are sealed stay where their key is."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    LargeBinary,
    Select,
    Table,
    case,
    false,
    func,
    or_,
    select,
    true,
)

from bot.archive.model import Extract, Head, Plain
from bot.kit.people import CommunityId
from storage.archive_values import plain
from storage.archive_veil import Show, Veil
from storage.groups import groups
from storage.roll import accounts, communities
from storage.tables import metadata
from storage.upgrade import newest_revision
from storage.vote_tables import ballots, entries, votes

BATCH = 1000
"""Rows that are in memory at the same time."""
STAY = frozenset({"updates", "vote_papers"})
"""What is of no use elsewhere: Telegram's counters; ballots on paper, which are sealed."""
OF_A_CHAT = frozenset({"boards", "outbox", "conversations"})
_CLOSED = select(votes.c.id).where(votes.c.state != "open")
WHEN_CLOSED = {
    column: case((entries.c.vote_id.in_(_CLOSED), column)).label(column.name)
    for column in (entries.c.origin, entries.c.choice)
}
"""Who has taken part is nobody's business while a vote runs, and means nothing without the ballots."""


def carried() -> Sequence[Table]:
    """The tables that go along, those first that others refer to."""
    return [table for table in metadata.sorted_tables if table.name not in STAY]


def columns_of(table: Table) -> Sequence[Column[Any]]:
    """Those that go along."""
    return [column for column in table.columns if not isinstance(column.type, LargeBinary)]


class SqlArchive:
    """Implements `bot.archive.repository.Archive`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute
        self._connection = connection

    def head(self, community: CommunityId, *, people: bool) -> Head:
        name = self._run(select(communities.c.name).filter_by(id=community)).scalar_one()
        return Head(newest_revision(), name, people)

    def extracts(self, community: CommunityId, *, people: bool) -> Iterator[Extract]:
        alone = self._run(select(func.count()).select_from(communities)).scalar_one() == 1
        over = _as_it_is if people else Veil().over
        for table in carried():
            which = true() if alone else _of(table, community)
            if table is ballots:
                which = which & ballots.c.vote_id.in_(_CLOSED)
            shown = [(column, show) for column in columns_of(table) if (show := over(column)) is not None]
            found = select(*(WHEN_CLOSED.get(column, column) for column, _ in shown)).where(which)
            rows = self._rows(found.order_by(*table.primary_key.columns), [show for _, show in shown])
            yield Extract(table.name, tuple(one.name for one, _ in shown), rows, last_number(table, self._connection))

    def _rows(self, found: Select[Any], shows: Sequence[Show]) -> Iterator[Sequence[Plain]]:
        for row in self._run(found, execution_options={"yield_per": BATCH}):
            yield [plain(show(value)) for show, value in zip(shows, row, strict=True)]


def last_number(table: Table, connection: Connection) -> int | None:
    """The greatest that a row ever had, of tables that never give one again."""
    number = table.autoincrement_column
    if number is None or not table.kwargs.get("sqlite_autoincrement"):
        return None
    if connection.dialect.name == "sqlite":
        asked = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,))
        return asked.scalar() or 0
    sequence = connection.execute(select(func.pg_get_serial_sequence(table.name, number.name))).scalar_one()
    given = "SELECT last_value FROM pg_sequences WHERE schemaname || '.' || sequencename = %s"
    return connection.exec_driver_sql(given, (sequence,)).scalar() or 0


def _as_it_is(_: Column[Any]) -> Show:
    return lambda value: value


def _of(table: Table, community: CommunityId) -> ColumnElement[bool]:
    """The rows of one community among several: by its number, or by what they hang on."""
    if table is communities:
        return communities.c.id == community
    if "community_id" in table.c:
        return table.c.community_id == community
    people = select(accounts.c.telegram_id).filter_by(community_id=community)
    if table.name in OF_A_CHAT:
        chats = select(groups.c.chat_id).filter_by(community_id=community)
        return or_(table.c.chat_id.in_(chats), table.c.chat_id.in_(people))
    for column in table.columns:
        for key in column.foreign_keys:
            if not column.nullable:
                return column.in_(select(key.column).where(_of(key.column.table, community)))
    return table.c.telegram_id.in_(people) if "telegram_id" in table.c else false()
