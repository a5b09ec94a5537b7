"""Group chats."""

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
    true,
    update,
)

from bot.groups.model import Group, Purpose, Standing
from bot.kit.people import CommunityId
from bot.roles.model import Role
from storage import personal
from storage.roles import appointments
from storage.roll import communities, households, residents
from storage.schema import Moment, metadata

groups = Table(
    "groups",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("community_id", ForeignKey(communities.c.id), index=True),
    Column("purpose", String(16)),
    Column("building", Integer),
    Column("title", String(255), nullable=False),
    Column("status", String(16), nullable=False),
    Column("is_forum", Boolean, nullable=False),
    Column("general_open", Boolean, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("offers", Boolean, nullable=False, server_default=true()),
    Column("offered_at", Moment),
)
personal.declare(
    groups,
    keep={"chat_id title": "a group's, not a person's", "purpose status": personal.PROGRAM},
)


class SqlGroups:
    """Implements `bot.groups.repository.Groups`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def get(self, chat_id: int) -> Group | None:
        row = self._run(select(groups).filter_by(chat_id=chat_id)).first()
        return _group(row) if row else None

    def serving(self, community: CommunityId, purpose: Purpose, building: int | None = None) -> Group | None:
        meant = select(groups).filter_by(community_id=community, purpose=purpose, building=building)
        row = self._run(meant.where(groups.c.status != Standing.LEFT)).first()
        return _group(row) if row else None

    def save(self, group: Group, at: datetime) -> None:
        row = {
            "community_id": group.community,
            "purpose": group.purpose,
            "building": group.building,
            "title": group.title[:255],
            "status": group.standing,
            "is_forum": group.is_forum,
            "general_open": group.general_open,
            "changed_at": at,
            "offers": group.offers,
            "offered_at": group.offered_at,
        }
        if self._run(update(groups).filter_by(chat_id=group.chat_id).values(row)).rowcount == 0:
            self._run(insert(groups).values(row | {"chat_id": group.chat_id}))

    def move(self, old_chat_id: int, new_chat_id: int, at: datetime) -> None:
        there = self.get(new_chat_id)
        if self.get(old_chat_id) is None or (there is not None and there.community is not None):
            return
        self._run(delete(groups).filter_by(chat_id=new_chat_id))
        self._run(update(groups).filter_by(chat_id=old_chat_id).values(chat_id=new_chat_id, changed_at=at))

    def buildings(self, community: CommunityId) -> Sequence[int]:
        known = select(households.c.building).filter_by(community_id=community, left_at=None).distinct()
        return self._run(known.order_by(households.c.building)).scalars().all()

    def anyone_joined(self, community: CommunityId) -> bool:
        joined = select(residents.c.id).filter_by(community_id=community).where(residents.c.telegram_id.is_not(None))
        return self._run(joined.limit(1)).first() is not None

    def moderated_by(self, telegram_id: int) -> Sequence[CommunityId]:
        held = select(appointments.c.community_id).filter_by(telegram_id=telegram_id, role=Role.MODERATOR)
        return self._run(held.distinct().order_by(appointments.c.community_id)).scalars().all()


def _group(row: Row[tuple[object, ...]]) -> Group:
    found = row._mapping
    return Group(
        chat_id=found["chat_id"],
        title=found["title"],
        standing=Standing(found["status"]),
        is_forum=found["is_forum"],
        general_open=found["general_open"],
        community=found["community_id"],
        purpose=Purpose(found["purpose"]) if found["purpose"] else None,
        building=found["building"],
        offers=found["offers"],
        offered_at=found["offered_at"],
    )
