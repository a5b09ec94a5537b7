"""Announcements, and whom they are for."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    Select,
    String,
    Table,
    Text,
    false,
    func,
    insert,
    select,
    update,
)

from bot.announcements.model import Announcement, AnnouncementId, Audience, NoAnnouncement, Whom
from bot.kit.people import CommunityId, Reader
from bot.rights.model import Heading
from bot.roles.model import Role
from storage import personal
from storage.claims import SqlClaims
from storage.personal import PROGRAM, Traces
from storage.roles import MAY_BE_TOLD, appointments, in_force
from storage.roll import accounts, communities, households, residents
from storage.schema import Moment, metadata

announcements = Table(
    "announcements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("key", String(64), nullable=False, unique=True),
    Column("author", BigInteger, nullable=False),
    Column("whom", String(1), nullable=False),
    Column("buildings", Text, nullable=False),  # a list, as JSON
    Column("role", String(16)),
    Column("text", Text, nullable=False),
    Column("english", Text, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("total", Integer, nullable=False),
    Column("reached", BigInteger, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("look_at", Moment),  # when it goes on; empty once it is over
    Column("started_at", Moment),
    Column("cancelled", Boolean, nullable=False),
    Column("result", Text, nullable=False),  # how many messages ended how, as JSON
    sqlite_autoincrement=True,  # causes in the outbox name the number
)
Index("ix_announcements_newest", announcements.c.community_id, announcements.c.id)
Index(
    "ix_announcements_look_at",
    announcements.c.look_at,
    sqlite_where=announcements.c.look_at.is_not(None),
    postgresql_where=announcements.c.look_at.is_not(None),
)
personal.declare(
    announcements,
    Traces(
        lambda person: announcements.c.author == person,
        {"author": personal.NOBODY},
        Heading.ROLES,
        "made_at",
        file="made_at text english",
    ),
    Traces(
        lambda person: announcements.c.reached == person,
        {"reached": lambda row: row["reached"] - 1},  # the next one is still the next
    ),
    keep={
        "text english": "what was announced to many",
        "key whom buildings role result": PROGRAM,
    },
)
STATE = ("total", "reached", "complete", "look_at", "started_at", "cancelled", "due_at")
"""What changes while it goes out."""


class SqlAnnouncements:
    """Implements `bot.announcements.repository.Announcements`, as of the moment of the unit of work."""

    def __init__(self, connection: Connection, now: datetime, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._now = now
        self._claims = claims

    def add(self, announcement: Announcement, at: datetime) -> Announcement:
        whom = announcement.audience
        row = {
            "community_id": announcement.community,
            "key": announcement.key,
            "author": announcement.author,
            "whom": whom.whom,
            "buildings": json.dumps(whom.buildings),
            "role": whom.role,
            "text": announcement.text,
            "english": announcement.english,
            "urgent": announcement.urgent,
            "made_at": at,
            **_state(announcement),
        }
        return _announcement(self._run(insert(announcements).values(row).returning(*announcements.c)).one())

    def save(self, announcement: Announcement) -> None:
        self._run(update(announcements).filter_by(id=announcement.id).values(_state(announcement)))

    def get(self, announcement: AnnouncementId, community: CommunityId) -> Announcement:
        row = self._run(select(announcements).filter_by(id=announcement, community_id=community)).first()
        if row is None:
            raise NoAnnouncement
        return _announcement(row)

    def with_key(self, key: str) -> Announcement | None:
        row = self._run(select(announcements).filter_by(key=key)).first()
        return _announcement(row) if row else None

    def newest(self, community: CommunityId, most: int) -> Sequence[Announcement]:
        theirs = select(announcements).filter_by(community_id=community).order_by(announcements.c.id.desc())
        return [_announcement(row) for row in self._run(theirs.limit(most))]

    def due(self, now: datetime) -> Announcement | None:
        waiting = select(announcements).where(announcements.c.look_at <= now)
        first = waiting.order_by(announcements.c.look_at, announcements.c.id).with_for_update(skip_locked=True)
        found = self._claims.rows("announcements", first, announcements.c.id, most=1)
        return _announcement(found[0]) if found else None

    def count(self, community: CommunityId, audience: Audience) -> int:
        people = self._people(community, audience).subquery()
        return self._run(select(func.count()).select_from(people)).scalar_one()

    def readers(self, community: CommunityId, audience: Audience, after: int, most: int) -> Sequence[Reader]:
        people = self._people(community, audience).subquery()
        batch = select(people).where(people.c.telegram_id > after).order_by(people.c.telegram_id).limit(most)
        return [
            Reader(row.telegram_id, row.name or "", row.language or "zh", bool(row.elder), community)
            for row in self._run(batch)
        ]

    def is_for(self, announcement: Announcement, telegram_id: int) -> bool:
        people = self._people(announcement.community, announcement.audience).subquery()
        return self._run(select(people).filter_by(telegram_id=telegram_id)).first() is not None

    def _people(self, community: CommunityId, audience: Audience) -> Select[tuple[int, str, str, bool]]:
        """Each once, with how they want to be spoken to where they have said it."""
        holds = appointments.c.telegram_id
        lives = residents.c.telegram_id
        match audience.whom:
            case Whom.ROLE:
                here = (appointments.c.community_id == community) & (appointments.c.role == audience.role)
                who = select(holds).where(here, in_force(self._now))
            case Whom.JOINED:
                who = _joined(community)
            case Whom.BUILDINGS:
                theirs = households.c.building.in_(audience.buildings)
                who = _joined(community).join(households, households.c.id == residents.c.household_id).where(theirs)
            case _:
                who = select(lives).where(false())
        them = who.distinct().subquery()
        manner = (accounts.c.name, accounts.c.language, accounts.c.elder)
        known = accounts.c.telegram_id == them.c.telegram_id
        return select(them.c.telegram_id, *manner).outerjoin(accounts, known).where(MAY_BE_TOLD)


def _joined(community: CommunityId) -> Select[tuple[int]]:
    here = (residents.c.community_id == community) & residents.c.left_at.is_(None)
    return select(residents.c.telegram_id).where(here, residents.c.telegram_id.is_not(None))


def _state(announcement: Announcement) -> dict[str, object]:
    counted = json.dumps(dict(announcement.result))
    return {name: getattr(announcement, name) for name in STATE} | {"result": counted}


def _announcement(row: Row[tuple[object, ...]]) -> Announcement:
    found = row._mapping
    role = Role(found["role"]) if found["role"] else None
    return Announcement(
        id=found["id"],
        community=found["community_id"],
        key=found["key"],
        author=found["author"],
        audience=Audience(Whom(found["whom"]), tuple(json.loads(found["buildings"])), role),
        text=found["text"],
        english=found["english"],
        urgent=found["urgent"],
        result=json.loads(found["result"]),
        **{name: found[name] for name in STATE},
    )
