"""Appointments, those that have ended too."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    and_,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from bot.kit.people import CommunityId, Reader
from bot.residents.model import ConsentNeeded, Resident
from bot.residents.repository import Residents
from bot.rights.model import Heading
from bot.roles.model import Appointment, Expertise, Reason, Role
from storage import personal
from storage.committees import committee_categories, committees
from storage.personal import PROGRAM, Traces, gone
from storage.prepared import Prepared
from storage.roll import accounts, communities, consents, households, residents
from storage.schema import Moment, metadata

appointments = Table(
    "appointments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("telegram_id", BigInteger, nullable=False),
    Column("role", String(16), nullable=False),
    Column("building", Integer),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment),  # end of the term
    Column("appointed_by", BigInteger),
    Column("reason", String(16), nullable=False),
    Column("ended_at", Moment),  # dismissed, or followed by a new term
    Column("ended_by", BigInteger),
    Column("committee_id", Integer),  # of storage.committees
    Column("expertise", String(16)),  # of guides
)
Index("ix_appointments_who", appointments.c.community_id, appointments.c.telegram_id)
personal.declare(
    appointments,
    Traces(
        lambda person: appointments.c.telegram_id == person,
        gone("telegram_id"),
        Heading.ROLES,
        "role expertise building committee_id starts_at ends_at",
        file="role building committee_id expertise starts_at ends_at reason ended_at",
    ),
    Traces(lambda person: appointments.c.appointed_by == person, {"appointed_by": personal.NOBODY}),
    Traces(lambda person: appointments.c.ended_by == person, {"ended_by": personal.NOBODY}),
    keep={"role reason expertise": PROGRAM},
)

_HELD = select(appointments, committees.c.name.label("committee")).outerjoin(
    committees, committees.c.id == appointments.c.committee_id
)
_TOOK_BACK = exists().where(consents.c.telegram_id == accounts.c.telegram_id, consents.c.withdrawn_at.is_not(None))
MAY_BE_TOLD = or_(accounts.c.consent_version > 0, ~_TOOK_BACK)
"""Who took the consent back is told nothing either; who has not been asked yet, or has an older text, is."""


class SqlRoles:
    """Implements `bot.roles.repository.Roles`, as of the moment of the unit of work."""

    def __init__(self, connection: Connection, now: datetime, roll: Residents) -> None:
        self._roll = roll
        self._connection = connection
        self._run = connection.execute
        self._now = now

    def of(self, reader: Reader) -> Sequence[Appointment]:
        held = self.held_by(reader.community, reader.telegram_id) if reader.community is not None else []
        if held and not reader.known:
            raise ConsentNeeded  # a role rests until its holder agrees (again) to what is kept
        return held

    def held_by(self, community: CommunityId, telegram_id: int) -> Sequence[Appointment]:
        which = {"community": community, "person": telegram_id, "now": self._now}
        return self._with_categories(_HELD_BY.all(self._connection, which))

    def on_committee(self, community: CommunityId, committee: int) -> Sequence[Appointment]:
        held = _HELD.where(appointments.c.community_id == community, appointments.c.committee_id == committee)
        return self._with_categories(self._run(held.where(self._in_force).order_by(appointments.c.id)).mappings().all())

    def _with_categories(self, rows: Sequence[Mapping[Any, Any]]) -> Sequence[Appointment]:
        """One more statement, for members of committees alone."""
        held = [_appointment(row) for row in rows]
        of = {one.committee for one in held if one.committee is not None}
        if not of:
            return held
        owned = self._run(select(committee_categories).where(committee_categories.c.committee_id.in_(of))).all()
        return [
            replace(one, categories=frozenset(row.category for row in owned if row.committee_id == one.committee))
            for one in held
        ]

    def holders(
        self, community: CommunityId, role: Role, building: int | None = None, expertise: Expertise | None = None
    ) -> Sequence[Reader]:
        held = (
            select(accounts)
            .join(appointments, appointments.c.telegram_id == accounts.c.telegram_id)
            .where(appointments.c.community_id == community, appointments.c.role == role, self._in_force)
            .where(true() if building is None else appointments.c.building == building)
            .where(true() if expertise is None else appointments.c.expertise == expertise)
            .where(MAY_BE_TOLD)
            .order_by(appointments.c.id)
        )
        found = [
            Reader(row.telegram_id, row.name, row.language, row.elder, community, known=True) for row in self._run(held)
        ]
        return list(dict.fromkeys(found))  # the liaison of two buildings is one person

    def fields(self, community: CommunityId) -> Sequence[Expertise]:
        there = (
            select(appointments.c.expertise)
            .join(accounts, appointments.c.telegram_id == accounts.c.telegram_id)
            .where(appointments.c.community_id == community, appointments.c.role == Role.GUIDE, self._in_force)
            .where(MAY_BE_TOLD)
        )
        found = set(self._run(there.distinct()).scalars())
        return [field for field in Expertise if field in found]

    def communities(self, telegram_id: int) -> Sequence[CommunityId]:
        which = {"person": telegram_id, "now": self._now}
        return [CommunityId(row["id"]) for row in _COMMUNITIES.all(self._connection, which)]

    def count(self, community: CommunityId, role: Role) -> int:
        people = select(func.count(appointments.c.telegram_id.distinct())).where(self._in_force)
        return self._run(people.filter_by(community_id=community, role=role)).scalar_one()

    def appoint(self, appointment: Appointment) -> Appointment:
        for held in self.held_by(appointment.community, appointment.telegram_id):
            if held.scope == appointment.scope:
                return held
        row = {
            "community_id": appointment.community,
            "telegram_id": appointment.telegram_id,
            "role": appointment.role,
            "building": appointment.building,
            "starts_at": self._now,
            "ends_at": appointment.ends_at,
            "appointed_by": appointment.by,
            "reason": appointment.reason.name.lower(),
            "committee_id": appointment.committee,
            "expertise": appointment.expertise,
        }
        made = self._run(insert(appointments).values(row).returning(appointments.c.id)).scalar_one()
        (held,) = self._with_categories(self._run(_HELD.where(appointments.c.id == made)).mappings().all())
        return held

    def end(self, appointment: Appointment, by: int) -> None:
        ended = {"ended_at": self._now, "ended_by": by}
        self._run(update(appointments).filter_by(id=appointment.id, ended_at=None).values(ended))

    def changes(self, community: CommunityId, telegram_id: int) -> int:
        made_and_ended = select(func.count(appointments.c.id) + func.count(appointments.c.ended_at))
        return self._run(made_and_ended.filter_by(community_id=community, telegram_id=telegram_id)).scalar_one()

    def buildings(self, community: CommunityId, *, joined: bool = False) -> Sequence[int]:
        found = select(households.c.building).distinct().where(households.c.community_id == community)
        if joined:
            found = found.join(residents, residents.c.household_id == households.c.id).where(_joined(community))
        here = found.where(households.c.left_at.is_(None)).order_by(households.c.building)
        return self._run(here).scalars().all()

    def joined_in(self, community: CommunityId, building: int) -> Sequence[Resident]:
        people = select(residents.c.id).join(households, residents.c.household_id == households.c.id)
        order = (households.c.unit, households.c.room, residents.c.id)
        numbers = self._run(people.where(_joined(community), households.c.building == building).order_by(*order))
        return [self._roll.resident(number) for number in numbers.scalars().all()]

    @property
    def _in_force(self) -> ColumnElement[bool]:
        return in_force(self._now)


def in_force(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """Neither dismissed nor at the end of the term."""
    term = or_(appointments.c.ends_at.is_(None), appointments.c.ends_at > now)
    return and_(appointments.c.ended_at.is_(None), term)


_HELD_BY = Prepared(
    _HELD.where(
        appointments.c.community_id == bindparam("community"),
        appointments.c.telegram_id == bindparam("person"),
        in_force(bindparam("now", type_=Moment())),
    ).order_by(appointments.c.id)
)
_ME = bindparam("person", type_=BigInteger)
_LIVES = exists().where(residents.c.community_id == communities.c.id, residents.c.telegram_id == _ME)
_SERVES = exists().where(
    appointments.c.community_id == communities.c.id,
    appointments.c.telegram_id == _ME,
    in_force(bindparam("now", type_=Moment())),
)
_COMMUNITIES = Prepared(select(communities.c.id).where(_LIVES | _SERVES).order_by(communities.c.id))


def _joined(community: CommunityId) -> ColumnElement[bool]:
    return and_(
        residents.c.community_id == community, residents.c.telegram_id.is_not(None), residents.c.left_at.is_(None)
    )


def _appointment(found: Mapping[Any, Any]) -> Appointment:
    return Appointment(
        community=found["community_id"],
        telegram_id=found["telegram_id"],
        role=Role(found["role"]),
        building=found["building"],
        ends_at=found["ends_at"],
        by=found["appointed_by"],
        reason=Reason[found["reason"].upper()],
        id=found["id"],
        committee=found["committee_id"],
        named=found["committee"] or "",
        expertise=Expertise(found["expertise"]) if found["expertise"] else None,
    )
