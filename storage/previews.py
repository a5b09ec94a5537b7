"""What was locked and published of agendas, and what is still to be done about them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    Row,
    String,
    Table,
    delete,
    exists,
    func,
    insert,
    select,
)

from bot.agenda.model.item import ItemId, Scope
from bot.previews.model.notice import Publication, Slot
from bot.previews.model.tasks import Due, Task
from bot.sittings.model.sitting import Gathering, Sitting, SittingId
from storage import personal
from storage.agenda_tables import items
from storage.claims import SqlClaims
from storage.outbox import boards
from storage.personal import PROGRAM, Traces
from storage.schema import Moment, metadata
from storage.sittings import STANDS, sitting_of, sittings

publications = Table(
    "preview_publications",
    metadata,
    Column("sitting_id", ForeignKey(sittings.c.id), nullable=False),
    Column("days", Integer, nullable=False),
    Column("locked_at", Moment, nullable=False),
    Column("board", String(64), nullable=False),
    PrimaryKeyConstraint("sitting_id", "days"),
)
personal.declare(publications, keep={"board": PROGRAM})

slots = Table(
    "preview_slots",
    metadata,
    Column("sitting_id", ForeignKey(sittings.c.id), nullable=False),
    Column("item_id", ForeignKey(items.c.id), nullable=False),
    Column("version", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("days", Integer, nullable=False),
    Column("scope", String(16)),
    PrimaryKeyConstraint("sitting_id", "item_id"),
)
personal.declare(slots, keep={"scope": PROGRAM})

tasks = Table(
    "preview_tasks",
    metadata,
    Column("sitting_id", ForeignKey(sittings.c.id), nullable=False),
    Column("task", String(16), nullable=False),
    Column("days", Integer, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
    Column("cursor", BigInteger, nullable=False),
    PrimaryKeyConstraint("sitting_id", "task", "days"),
)
personal.declare(
    tasks,
    # whoever was told last leaves a number below their own: nobody is told twice, nobody is left out
    Traces(lambda person: tasks.c.cursor == person, {"cursor": lambda row: row["cursor"] - 1}),
    keep={"task": PROGRAM},
)


class SqlPreviews:
    """Implements `bot.previews.repository.Previews`."""

    def __init__(self, connection: Connection, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._claims = claims

    def publish(self, publication: Publication, slots_: Sequence[Slot]) -> bool:
        sitting, days = publication.sitting, publication.days
        if any(known.days == days for known in self.publications(sitting)):
            return False
        row = {"sitting_id": sitting, "days": days, "locked_at": publication.locked_at, "board": publication.board}
        self._run(insert(publications).values(row))
        if slots_:
            anew = slots.c.item_id.in_([slot.item for slot in slots_])
            self._run(delete(slots).filter_by(sitting_id=sitting).where(anew))
            self._run(insert(slots).values([_row(slot) for slot in slots_]))
        return True

    def slots(self, sitting: SittingId) -> Sequence[Slot]:
        found = select(slots).filter_by(sitting_id=sitting).order_by(slots.c.position, slots.c.item_id)
        return [_slot(row) for row in self._run(found)]

    def publications(self, sitting: SittingId) -> Sequence[Publication]:
        """A group that became another has another chat id, so that the board is found by its name alone."""
        first = select(func.min(boards.c.posted_at)).where(boards.c.name == publications.c.board).scalar_subquery()
        found = select(publications, first.label("accepted_at")).filter_by(sitting_id=sitting)
        return [
            Publication(SittingId(row.sitting_id), row.days, row.locked_at, row.accepted_at, row.board)
            for row in self._run(found.order_by(publications.c.days.desc()))
        ]

    def unplanned(self, days: int, now: datetime, most: int) -> Sequence[Sitting]:
        locked = exists().where(publications.c.sitting_id == sittings.c.id, publications.c.days == days)
        of_these = (tasks.c.task == Task.LOCK) & (tasks.c.days == days)
        planned = exists().where(tasks.c.sitting_id == sittings.c.id, of_these)
        resolving = select(sittings).filter_by(kind=Gathering.SITTING)
        missing = resolving.where(STANDS, sittings.c.starts_at > now, ~locked, ~planned)
        first = missing.order_by(sittings.c.starts_at)
        return [sitting_of(row) for row in self._claims.mappings("previews.unplanned", first, sittings.c.id, most=most)]

    def plan(self, due: Due) -> None:
        self.done(due)
        row = {
            "sitting_id": due.sitting,
            "task": due.task,
            "days": due.days,
            "due_at": due.due_at,
            "cursor": due.cursor,
        }
        self._run(insert(tasks).values(row))

    def due(self, now: datetime, most: int) -> Sequence[Due]:
        ripe = select(tasks, sittings.c.community_id).join(sittings).where(tasks.c.due_at <= now)
        turn = (tasks.c.due_at, tasks.c.sitting_id, tasks.c.task, tasks.c.days)
        first = ripe.order_by(*turn).with_for_update(skip_locked=True, of=tasks)
        key = (tasks.c.sitting_id, tasks.c.task, tasks.c.days)
        return [
            Due(row.community_id, SittingId(row.sitting_id), Task(row.task), row.days, row.due_at, row.cursor)
            for row in self._claims.rows("previews", first, *key, most=most)
        ]

    def done(self, due: Due) -> None:
        self._run(delete(tasks).filter_by(sitting_id=due.sitting, task=due.task, days=due.days))

    def withdraw(self, sitting: SittingId) -> None:
        self._run(delete(tasks).filter_by(sitting_id=sitting))


def _slot(row: Row[Any]) -> Slot:
    scope = Scope(row.scope) if row.scope else None
    sitting, item = SittingId(row.sitting_id), ItemId(row.item_id)
    return Slot(sitting, item, row.version, row.position, row.minutes, row.days, scope)


def _row(slot: Slot) -> dict[str, object]:
    return {
        "sitting_id": slot.sitting,
        "item_id": slot.item,
        "version": slot.version,
        "position": slot.position,
        "minutes": slot.minutes,
        "days": slot.days,
        "scope": slot.scope,
    }
