"""Requests about one's own data: the audit, deletions on their way, corrections that moderators decide."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)

from bot.kit.events import Subject
from bot.kit.people import CommunityId
from bot.residents.model import Resident
from bot.rights.model import Correction, Deletion, Field, Heading, Kept, Kind, NoCorrection, Outcome
from storage import personal
from storage.claims import SqlClaims
from storage.households import lives_or_lived
from storage.personal import PROGRAM, Traces, gone
from storage.residents import SqlResidents
from storage.roll import communities, residents
from storage.schema import Moment, metadata

rights_requests = Table(
    "rights_requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id)),
    Column("kind", String(16), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("done_at", Moment),
    Column("outcome", String(16)),
)
deletions = Table(
    "deletions",
    metadata,
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("request_id", ForeignKey(rights_requests.c.id), nullable=False),
    Column("community_id", ForeignKey(communities.c.id)),
    Column("asked_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
    Column("reminded", Boolean, nullable=False, default=False),
)
corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("request_id", ForeignKey(rights_requests.c.id), nullable=False),
    Column("resident_id", ForeignKey(residents.c.id), nullable=False, index=True),
    Column("field", String(16), nullable=False),
    Column("old", String(64), nullable=False),
    Column("new", String(64), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("agreed", Boolean),
    Column("decided_by", String(128), nullable=False, default=""),
    Column("decider_id", BigInteger),
)
personal.declare(rights_requests, keep={"kind outcome": PROGRAM})
personal.declare(
    deletions, Traces(lambda person: deletions.c.telegram_id == person, gone("telegram_id"), Heading.REQUESTS, "due_at")
)
personal.declare(
    corrections,
    Traces(
        lambda person: corrections.c.resident_id.in_(select(residents.c.id).where(lives_or_lived(person))),
        gone("old new"),
        Heading.REQUESTS,
        "new asked_at",
        file="field old new asked_at agreed decided_by",
        subject="correction",
    ),
    Traces(lambda person: corrections.c.decider_id == person, {"decider_id": personal.NOBODY, "decided_by": ""}),
    keep={"field": PROGRAM},
)


class SqlRights:
    """Implements `bot.rights.repository.Rights`."""

    def __init__(self, connection: Connection, residents: SqlResidents, claims: SqlClaims) -> None:
        self._connection = connection
        self._run = connection.execute
        self._residents = residents
        self._claims = claims

    def note(self, kind: Kind, community: CommunityId | None, at: datetime) -> int:
        row = {"community_id": community, "kind": kind, "asked_at": at}
        return int(self._run(insert(rights_requests).values(row).returning(rights_requests.c.id)).scalar_one())

    def done(self, request: int, outcome: Outcome, at: datetime) -> None:
        self._run(update(rights_requests).filter_by(id=request).values(done_at=at, outcome=outcome))

    def kept(self, telegram_id: int) -> Sequence[Kept]:
        return personal.kept(self._connection, telegram_id)

    def erase(self, telegram_id: int) -> Sequence[Subject]:
        return personal.erase(self._connection, telegram_id)

    def deletion(self, telegram_id: int) -> Deletion | None:
        row = self._run(select(deletions).filter_by(telegram_id=telegram_id)).first()
        return _deletion(row) if row else None

    def add_deletion(self, deletion: Deletion) -> None:
        row = {
            "telegram_id": deletion.telegram_id,
            "request_id": deletion.request,
            "community_id": deletion.community,
            "asked_at": deletion.asked_at,
            "due_at": deletion.due_at,
        }
        self._run(insert(deletions).values(row))

    def drop_deletion(self, deletion: Deletion) -> None:
        self._run(delete(deletions).filter_by(telegram_id=deletion.telegram_id))

    def put_off(self, deletion: Deletion, until: datetime) -> None:
        self._run(update(deletions).filter_by(telegram_id=deletion.telegram_id).values(due_at=until))

    def near(self, due_before: datetime, most: int) -> Sequence[Deletion]:
        near = select(deletions).where(deletions.c.due_at <= due_before, ~deletions.c.reminded)
        locked = near.with_for_update(skip_locked=True)
        rows = self._claims.rows("deletions.near", locked, deletions.c.request_id, most=most)
        found = [_deletion(row) for row in rows]
        them = deletions.c.telegram_id.in_([deletion.telegram_id for deletion in found])
        self._run(update(deletions).where(them).values(reminded=True))
        return found

    def due(self, now: datetime, most: int) -> Sequence[Deletion]:
        due = select(deletions).where(deletions.c.due_at <= now).order_by(deletions.c.due_at)
        locked = due.with_for_update(skip_locked=True)
        return [_deletion(row) for row in self._claims.rows("deletions", locked, deletions.c.request_id, most=most)]

    def waiting(self, resident: Resident, field: Field) -> Correction | None:
        open_one = select(corrections).filter_by(resident_id=resident.id, field=field, agreed=None)
        row = self._run(open_one).first()
        return self._correction(row) if row else None

    def add_correction(self, correction: Correction) -> Correction:
        row = {
            "request_id": correction.request,
            "resident_id": correction.resident.id,
            "field": correction.field,
            "old": correction.old,
            "new": correction.new,
            "asked_at": correction.asked_at,
        }
        return self._correction(self._run(insert(corrections).values(row).returning(*corrections.c)).one())

    def correction(self, number: int) -> Correction:
        row = self._run(select(corrections).filter_by(id=number)).first()
        if row is None:
            raise NoCorrection
        return self._correction(row)

    def save_correction(self, correction: Correction) -> None:
        decision = {
            "new": correction.new,
            "agreed": correction.agreed,
            "decided_by": correction.decided_by,
            "decider_id": correction.decider_id,
        }
        self._run(update(corrections).filter_by(id=correction.id).values(decision))

    def _correction(self, row: Row[tuple[object, ...]]) -> Correction:
        found = row._mapping
        return Correction(
            id=found["id"],
            request=found["request_id"],
            resident=self._residents.resident(found["resident_id"]),
            field=Field(found["field"]),
            old=found["old"],
            new=found["new"],
            asked_at=found["asked_at"],
            agreed=found["agreed"],
            decided_by=found["decided_by"],
            decider_id=found["decider_id"],
        )


def _deletion(row: Row[tuple[object, ...]]) -> Deletion:
    found = row._mapping
    return Deletion(
        request=found["request_id"],
        telegram_id=found["telegram_id"],
        community=found["community_id"],
        asked_at=found["asked_at"],
        due_at=found["due_at"],
    )
