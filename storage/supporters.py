"""Households that have met a trouble which another has raised."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, Table, delete, func, insert, select

from bot.concerns.model.concern import ConcernId
from bot.residents.model import HouseholdId, Resident
from bot.rights.model import Heading
from storage import personal
from storage.concern_tables import concerns
from storage.personal import Traces, gone
from storage.residents import SqlResidents
from storage.roll import households, residents
from storage.schema import Moment, metadata

concern_supporters = Table(
    "concern_supporters",
    metadata,
    Column("concern_id", ForeignKey(concerns.c.id), primary_key=True, autoincrement=False),
    Column("household_id", ForeignKey(households.c.id), primary_key=True, autoincrement=False),
    Column("resident_id", ForeignKey(residents.c.id), nullable=False, index=True),
    Column("at", Moment, nullable=False),
)
personal.declare(
    concern_supporters,
    Traces(
        lambda person: concern_supporters.c.resident_id.in_(select(residents.c.id).filter_by(telegram_id=person)),
        gone("concern_id household_id resident_id"),
        Heading.SUPPORT,
        "at",
        file="concern_id at",
    ),
)


class SqlSupporters:
    """Implements `bot.concerns.repository.Supporters`."""

    def __init__(self, connection: Connection, residents: SqlResidents) -> None:
        self._run = connection.execute
        self._residents = residents

    def add(self, concern: ConcernId, resident: Resident, at: datetime) -> None:
        row = {"household_id": resident.household.id, "resident_id": resident.id, "at": at}
        if not self.has(concern, resident.household.id):
            self._run(insert(concern_supporters).values(concern_id=concern, **row))

    def remove(self, concern: ConcernId, household: HouseholdId) -> None:
        self._run(delete(concern_supporters).filter_by(concern_id=concern, household_id=household))

    def has(self, concern: ConcernId, household: HouseholdId) -> bool:
        row = select(concern_supporters.c.at).filter_by(concern_id=concern, household_id=household)
        return self._run(row).first() is not None

    def people(self, concern: ConcernId) -> Sequence[Resident]:
        still_here = concern_supporters.join(residents, residents.c.id == concern_supporters.c.resident_id)
        met = select(residents.c.id).select_from(still_here).where(residents.c.left_at.is_(None))
        found = self._run(met.where(concern_supporters.c.concern_id == concern)).scalars()
        return [self._residents.resident(resident) for resident in found]

    def households(self, concern: ConcernId) -> int:
        still_here = households.c.left_at.is_(None)
        met = select(func.count()).select_from(concern_supporters.join(households)).where(still_here)
        return self._run(met.where(concern_supporters.c.concern_id == concern)).scalar_one()
