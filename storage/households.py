"""Who speaks for a household, and who moved where; with all that has ended."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    and_,
    func,
    insert,
    select,
    update,
)

from bot.households.model import End, How, Mandate
from bot.residents.model import HouseholdId, Resident
from bot.rights.model import Heading
from storage import personal
from storage.personal import Traces
from storage.roll import communities, has_place, households, residents
from storage.schema import Moment, metadata

household_representatives = Table(
    "household_representatives",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("household_id", ForeignKey(households.c.id), nullable=False),
    Column("resident_id", ForeignKey(residents.c.id), nullable=False),
    Column("telegram_id", BigInteger),
    Column("proposed_by", ForeignKey(residents.c.id), nullable=False),
    Column("proposed_at", Moment, nullable=False),
    Column("from_at", Moment),  # accepted
    Column("against", ForeignKey(residents.c.id)),
    Column("until", Moment),
    Column("how", String(16)),
)
_stands = household_representatives.c.until.is_(None)
_accepted = household_representatives.c.from_at.is_not(None)
Index(
    "uq_household_representatives_one", household_representatives.c.household_id,
    unique=True, sqlite_where=and_(_stands, _accepted), postgresql_where=and_(_stands, _accepted),
)  # fmt: skip
Index("ix_household_representatives_who", household_representatives.c.telegram_id)
moves = Table(
    "moves",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("telegram_id", BigInteger),
    Column("resident_id", ForeignKey(residents.c.id), nullable=False),
    Column("from_household_id", ForeignKey(households.c.id)),
    Column("to_household_id", ForeignKey(households.c.id)),
    Column("at", Moment, nullable=False),
    Column("how", String(8), nullable=False),
)
Index("ix_moves_who", moves.c.community_id, moves.c.telegram_id)


def _lived_there(person: int) -> ColumnElement[bool]:
    """Earlier places of this person that nobody else has taken."""
    earlier = select(moves.c.resident_id).filter_by(telegram_id=person)
    return residents.c.id.in_(earlier) & residents.c.telegram_id.is_(None) & residents.c.held_by.is_(None)


def lives_or_lived(person: int) -> ColumnElement[bool]:
    """Places of this person, those too that they have left."""
    return has_place(person) | _lived_there(person)


personal.declare_more(residents, Traces(_lived_there, {"name": ""}, Heading.PLACE, "name"))
personal.declare(
    household_representatives,
    Traces(
        lambda person: household_representatives.c.telegram_id == person,
        {"telegram_id": None},
        Heading.ROLES,
        "from_at until",
        file="proposed_at from_at until how",
        subject="mandate",
    ),
    keep={"how": personal.PROGRAM},
)
personal.declare(
    moves,
    Traces(lambda person: moves.c.telegram_id == person, {"telegram_id": None}, Heading.PLACE, "at", file="at how"),
    keep={"how": personal.PROGRAM},
)


class SqlHouseholds:
    """Implements `bot.households.repository.Households`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def mandate(self, household: HouseholdId, *, accepted: bool) -> Mandate | None:
        wanted = _accepted if accepted else ~_accepted
        table = household_representatives
        found = (
            select(table)
            .join(residents, residents.c.id == table.c.resident_id)
            .where(
                _stands,
                wanted,
                table.c.household_id == household,
                residents.c.household_id == household,
                func.coalesce(residents.c.telegram_id, residents.c.held_by) == table.c.telegram_id,
                residents.c.left_at.is_(None),  # the roll's import may have taken them off
            )
        )
        row = self._run(found).first()
        return _mandate(row) if row else None

    def propose(self, nominee: Resident, by: Resident, at: datetime) -> Mandate:
        row = {
            "community_id": nominee.household.community,
            "household_id": nominee.household.id,
            "resident_id": nominee.id,
            "telegram_id": nominee.person,
            "proposed_by": by.id,
            "proposed_at": at,
        }
        made = insert(household_representatives).values(row).returning(*household_representatives.c)
        return _mandate(self._run(made).one())

    def accept(self, mandate: Mandate, at: datetime) -> None:
        table = household_representatives
        before = update(table).where(_stands, _accepted).filter_by(household_id=mandate.household)
        self._run(before.values(until=at, how=End.REPLACED))
        self._run(update(table).filter_by(id=mandate.id).values(from_at=at))

    def ask_to_end(self, mandate: Mandate, by: Resident) -> None:
        self._run(update(household_representatives).filter_by(id=mandate.id).values(against=by.id))

    def end(self, mandate: Mandate, how: End, at: datetime) -> None:
        this = update(household_representatives).where(_stands).filter_by(id=mandate.id)
        self._run(this.values(until=at, how=how))

    def standing(self, resident: Resident) -> Sequence[Mandate]:
        theirs = select(household_representatives).where(_stands).filter_by(resident_id=resident.id)
        return [_mandate(row) for row in self._run(theirs.order_by(household_representatives.c.id))]

    def note_move(self, resident: Resident, how: How, at: datetime, to: HouseholdId | None = None) -> None:
        home = resident.household
        row = {
            "community_id": home.community,
            "telegram_id": resident.person,
            "resident_id": resident.id,
            "from_household_id": None if how is How.JOINED else home.id,
            "to_household_id": home.id if how is How.JOINED else to,
            "at": at,
            "how": how,
        }
        self._run(insert(moves).values(row))


def _mandate(row: Row[tuple[object, ...]]) -> Mandate:
    found = row._mapping
    return Mandate(
        id=found["id"],
        community=found["community_id"],
        household=found["household_id"],
        resident=found["resident_id"],
        proposed_by=found["proposed_by"],
        accepted=found["from_at"] is not None,
        against=found["against"],
    )
