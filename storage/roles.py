"""Appointments."""

from collections.abc import Sequence

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
    insert,
    select,
    true,
)

from bot.kit.people import CommunityId, Reader
from bot.residents.model import ConsentNeeded
from bot.roles.model import Appointment, Role
from storage.roll import accounts, communities
from storage.schema import metadata

appointments = Table(
    "appointments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("telegram_id", BigInteger, nullable=False),
    Column("role", String(16), nullable=False),
    Column("building", Integer),
    UniqueConstraint("community_id", "telegram_id", "role", "building"),
)


class SqlRoles:
    """Implements `bot.roles.repository.Roles`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def of(self, reader: Reader) -> Sequence[Appointment]:
        held = select(appointments).filter_by(community_id=reader.community, telegram_id=reader.telegram_id)
        rows = self._run(held).all()
        if rows and not reader.known:
            raise ConsentNeeded  # a role rests until its holder agrees (again) to what is kept
        return [Appointment(row.community_id, row.telegram_id, Role(row.role), row.building) for row in rows]

    def holders(self, community: CommunityId, role: Role, building: int | None = None) -> Sequence[Reader]:
        held = (
            select(accounts)
            .join(appointments, appointments.c.telegram_id == accounts.c.telegram_id)
            .where(appointments.c.community_id == community, appointments.c.role == role)
            .where(true() if building is None else appointments.c.building == building)
            .order_by(appointments.c.id)
        )
        return [
            Reader(row.telegram_id, row.name, row.language, row.elder, community, known=True) for row in self._run(held)
        ]

    def appoint(self, appointment: Appointment) -> None:
        row = {
            "community_id": appointment.community,
            "telegram_id": appointment.telegram_id,
            "role": appointment.role,
            "building": appointment.building,
        }
        if self._run(select(appointments.c.id).filter_by(**row)).first() is None:
            self._run(insert(appointments).values(row))
