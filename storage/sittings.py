"""Sittings: called, held, called off."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    bindparam,
    insert,
    select,
    update,
)

from bot.kit.people import CommunityId
from bot.rights.model import Heading
from bot.sittings.model.sitting import Gathering, NoSitting, Sitting, SittingId
from storage import personal
from storage.personal import NOBODY, PROGRAM, Traces
from storage.prepared import Prepared
from storage.roll import communities
from storage.schema import Moment, metadata

sittings = Table(
    "sittings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("key", String(64), nullable=False, unique=True),
    Column("starts_at", Moment, nullable=False),
    Column("called_by", BigInteger, index=True),
    Column("called_at", Moment, nullable=False),
    Column("called_off_at", Moment),
    Column("reason", Text, nullable=False),
    Column("kind", String(16), nullable=False, server_default=Gathering.SITTING),
    Column("seats", Integer),
)
Index("ix_sittings_to_come", sittings.c.community_id, sittings.c.starts_at)
Index("ix_sittings_starts_at", sittings.c.starts_at)
personal.declare(
    sittings,
    Traces(lambda person: sittings.c.called_by == person, {"called_by": NOBODY}, Heading.SITTINGS, "starts_at"),
    keep={"key": PROGRAM, "kind": PROGRAM, "reason": "told to the whole community in its own name"},
)


STANDS = sittings.c.called_off_at.is_(None)
"""Of `sittings`: those that were not called off."""


class SqlSittings:
    """Implements `bot.sittings.repository.Sittings`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._run = connection.execute

    def add(self, sitting: Sitting) -> Sitting:
        row = {
            "community_id": sitting.community,
            "key": sitting.key,
            "starts_at": sitting.starts_at,
            "called_by": sitting.called_by,
            "called_at": sitting.called_at,
            "reason": sitting.reason,
            "kind": sitting.kind,
            "seats": sitting.seats,
        }
        return sitting_of(self._run(insert(sittings).values(row).returning(*sittings.c)).mappings().one())

    def save(self, sitting: Sitting) -> None:
        changing = {"called_off_at": sitting.called_off_at, "reason": sitting.reason}
        self._run(update(sittings).filter_by(id=sitting.id).values(changing))

    def get(self, sitting: SittingId, community: CommunityId | None) -> Sitting:
        return self._found(id=sitting, community_id=community)

    def with_id(self, sitting: SittingId) -> Sitting:
        return self._found(id=sitting)

    def with_key(self, key: str) -> Sitting | None:
        row = self._run(select(sittings).filter_by(key=key)).mappings().first()
        return sitting_of(row) if row else None

    def known(self, keys: Collection[str]) -> Collection[str]:
        return set(self._run(select(sittings.c.key).where(sittings.c.key.in_(keys))).scalars())

    def next_held(self, community: CommunityId, now: datetime) -> Sitting | None:
        row = NEXT_HELD.first(self._connection, {"community": community, "now": now})
        return sitting_of(row) if row else None

    def to_come(self, community: CommunityId, now: datetime, most: int) -> Sequence[Sitting]:
        return self._ahead(community, now, most, Gathering.SITTING)

    def workshops(self, community: CommunityId, now: datetime, most: int) -> Sequence[Sitting]:
        return self._ahead(community, now, most, Gathering.WORKSHOP)

    def held_between(self, community: CommunityId, since: datetime, until: datetime) -> Sitting | None:
        held = select(sittings).filter_by(community_id=community, called_off_at=None, kind=Gathering.SITTING)
        then = held.where(sittings.c.starts_at >= since, sittings.c.starts_at < until)
        row = self._run(then.order_by(sittings.c.starts_at.desc()).limit(1)).mappings().first()
        return sitting_of(row) if row else None

    def open_at(self, community: CommunityId, at: datetime) -> Sitting | None:
        then = select(sittings).filter_by(community_id=community, starts_at=at, called_off_at=None)
        row = self._run(then).mappings().first()
        return sitting_of(row) if row else None

    def _ahead(self, community: CommunityId, now: datetime, most: int, kind: Gathering) -> Sequence[Sitting]:
        theirs = select(sittings).filter_by(community_id=community, kind=kind).where(sittings.c.starts_at > now)
        return [sitting_of(row) for row in self._run(theirs.order_by(sittings.c.starts_at).limit(most)).mappings()]

    def _found(self, **where: object) -> Sitting:
        row = self._run(select(sittings).filter_by(**where)).mappings().first()
        if row is None:
            raise NoSitting
        return sitting_of(row)


NEXT_HELD = Prepared(
    select(sittings)
    .filter_by(called_off_at=None, kind=Gathering.SITTING)
    .where(sittings.c.community_id == bindparam("community"), sittings.c.starts_at > bindparam("now"))
    .order_by(sittings.c.starts_at, sittings.c.id)
    .limit(1)
)


def sitting_of(row: Mapping[Any, Any]) -> Sitting:
    return Sitting(
        id=SittingId(row["id"]),
        community=row["community_id"],
        key=row["key"],
        starts_at=row["starts_at"],
        called_by=row["called_by"],
        called_at=row["called_at"],
        called_off_at=row["called_off_at"],
        reason=row["reason"],
        kind=Gathering(row["kind"]),
        seats=row["seats"],
    )
