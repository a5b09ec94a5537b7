"""The roll: communities, households, residents, accounts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    func,
    insert,
    select,
    update,
)

from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.kit.refusals import NotThere
from bot.kit.town import UpdateKey
from bot.residents.model import (
    CONSENT_VERSION,
    Account,
    AgeBand,
    Community,
    ConsentNeeded,
    Household,
    HouseholdId,
    Met,
    NewHousehold,
    NotOnRoll,
    Resident,
    ResidentId,
)
from storage.codes import SqlHouseholdCodes
from storage.meeting import met
from storage.prepared import Prepared
from storage.roll import accounts, communities, households, residents
from storage.rows import HOUSEHOLD, household_of

_STILL_HERE = residents.c.left_at.is_(None)


class SqlResidents:
    """Implements `bot.residents.repository.Residents`."""

    def __init__(self, connection: Connection, codes: SqlHouseholdCodes) -> None:
        self._connection = connection
        self._run = connection.execute
        self._codes = codes

    def account(self, telegram_id: int) -> Account | None:
        row = self._run(select(accounts).filter_by(telegram_id=telegram_id)).first()
        if row is None:
            return None
        return Account(row.telegram_id, row.name, row.language, row.elder, row.community_id, row.consent_version)

    def met(self, place: Place, key: UpdateKey) -> Met:
        return met(self._connection, place, key)

    def reader(self, telegram_id: int, community: CommunityId) -> Reader:
        known = self.account(telegram_id)
        if known is None:
            return Reader(telegram_id, "", community=community)
        return Reader(telegram_id, known.name, known.language, known.elder, community, known=True)

    def save_account(self, account: Account, at: datetime) -> None:
        row = asdict(account)
        row |= {"community_id": row.pop("community"), "changed_at": at}
        if self._run(update(accounts).filter_by(telegram_id=account.telegram_id).values(row)).rowcount == 0:
            self._run(insert(accounts).values(row))

    def found(self, name: str, at: datetime) -> Community:
        made = insert(communities).values(name=name[:128], founded_at=at).returning(communities.c.id)
        return Community(self._run(made).scalar_one(), name)

    def only_community(self) -> CommunityId | None:
        found = self._run(select(communities.c.id).limit(2)).scalars().all()
        return CommunityId(found[0]) if len(found) == 1 else None

    def community(self, community: CommunityId) -> Community:
        row = self._run(select(communities).filter_by(id=community)).one()
        return Community(row.id, row.name)

    def communities(self) -> Sequence[Community]:
        return [Community(row.id, row.name) for row in self._run(select(communities).order_by(communities.c.id))]

    def rename(self, community: CommunityId, name: str) -> None:
        self._run(update(communities).filter_by(id=community).values(name=name[:128]))

    def household(self, household: HouseholdId) -> Household:
        found = self._run(select(*HOUSEHOLD).filter_by(id=household)).mappings().first()
        if found is None:
            raise NotThere
        return household_of(found)

    def household_at(self, community: CommunityId, building: int, unit: int, room: str) -> Household:
        door = {"community_id": community, "building": building, "unit": unit, "room": room}
        return household_of(self._run(select(*HOUSEHOLD).filter_by(**door, left_at=None)).mappings().one())

    def household_members(self, household: HouseholdId) -> Sequence[Resident]:
        mine = (residents.c.household_id == household) & _STILL_HERE
        return [_resident(row) for row in self._run(_residents().where(mine).order_by(residents.c.id)).mappings()]

    def resident(self, resident: ResidentId) -> Resident:
        found = self._run(_residents().where(residents.c.id == resident)).mappings().first()
        if found is None:
            raise NotThere
        return _resident(found)

    def called(self, community: CommunityId, telegram_id: int) -> str:
        mine = (residents.c.community_id == community) & (residents.c.telegram_id == telegram_id) & _STILL_HERE
        on_roll = self._run(select(residents.c.name).where(mine)).scalar()
        return on_roll or self._run(select(accounts.c.name).filter_by(telegram_id=telegram_id)).scalar() or ""

    def named(self, community: CommunityId, name: str) -> Sequence[Resident]:
        called = (residents.c.community_id == community) & (residents.c.name == name) & _STILL_HERE
        doors = (households.c.building, households.c.unit, residents.c.id)
        return [_resident(row) for row in self._run(_residents().where(called).order_by(*doors).limit(8)).mappings()]

    def buildings(self, community: CommunityId) -> Sequence[int]:
        return self._doors_of(households.c.building, community_id=community)

    def units(self, community: CommunityId, building: int) -> Sequence[int]:
        return self._doors_of(households.c.unit, community_id=community, building=building)

    def doors(self, community: CommunityId, building: int, unit: int) -> Sequence[Household]:
        there = select(*HOUSEHOLD).filter_by(community_id=community, building=building, unit=unit, left_at=None)
        order = (func.length(households.c.room), households.c.room)
        return [household_of(row) for row in self._run(there.order_by(*order)).mappings()]

    def on_roll(self, reader: Reader) -> Resident:
        return _resident(self._place_of(reader))

    def speaking(self, reader: Reader) -> Resident:
        row = self._place_of(reader)
        if row["consent_version"] != CONSENT_VERSION:
            raise ConsentNeeded
        return _resident(row)

    def save_resident(self, resident: Resident) -> None:
        corrected = {"name": resident.name, "age_band": resident.age_band}
        self._run(update(residents).filter_by(id=resident.id).values(corrected))

    def claim_place(self, resident: ResidentId, telegram_id: int, at: datetime, *, both: bool = False) -> bool:
        place = self.resident(resident)
        if place.telegram_id == telegram_id:
            return True
        if place.gone or place.person not in (None, telegram_id):
            return False
        free_again = {"telegram_id": None, "held_by": None, "joined_at": None}
        home = place.household
        spoken_from = update(residents).filter_by(community_id=home.community, telegram_id=telegram_id)
        self._run(spoken_from.values({"telegram_id": None, "held_by": telegram_id} if both else free_again))
        self._run(update(residents).filter_by(household_id=home.id, held_by=telegram_id).values(free_again))
        free = update(residents).filter_by(id=resident, telegram_id=None, held_by=None, left_at=None)
        return self._run(free.values(telegram_id=telegram_id, joined_at=at)).rowcount == 1

    def further(self, telegram_id: int, community: CommunityId) -> Sequence[Resident]:
        theirs = (residents.c.community_id == community) & (residents.c.held_by == telegram_id)
        return [_resident(row) for row in self._run(_residents().where(theirs).order_by(residents.c.id)).mappings()]

    def add_resident(self, household: Household, name: str, age_band: AgeBand) -> Resident:
        row = {
            "community_id": household.community,
            "household_id": household.id,
            "name": name[:64],
            "age_band": age_band,
        }
        number = self._run(insert(residents).values(row).returning(residents.c.id)).scalar_one()
        return Resident(ResidentId(number), household, name, age_band, None)

    def leave(self, resident: ResidentId, at: datetime) -> None:
        gone = {"left_at": at, "telegram_id": None, "held_by": None, "joined_at": None}
        self._run(update(residents).filter_by(id=resident).values(gone))

    def enrol(self, community: CommunityId, roll: Sequence[NewHousehold]) -> None:
        rows = [
            {
                "community_id": community,
                "building": new.building,
                "unit": new.unit,
                "room": new.room,
                "area": str(new.area),
                "tenure": new.tenure,
            }
            for new in roll
        ]
        if not rows:
            return
        made = insert(households).returning(households.c.id, sort_by_parameter_order=True)
        numbers = self._run(made, rows).scalars().all()
        people = [
            {"community_id": community, "household_id": number, "name": member.name, "age_band": member.age_band}
            for number, new in zip(numbers, roll, strict=True)
            for member in new.members
        ]
        if people:
            self._run(insert(residents), people)
        self._codes.issue_first(
            {number: (new.code, len(new.members)) for number, new in zip(numbers, roll, strict=True)}
        )

    def codes_in_use(self, codes: Collection[str]) -> set[str]:
        return self._codes.in_use(codes)

    def _doors_of(self, column: Column[int], **where: int) -> Sequence[int]:
        there = select(column).distinct().filter_by(**where, left_at=None).order_by(column)
        return self._run(there).scalars().all()

    def _place_of(self, reader: Reader) -> Mapping[Any, Any]:
        row = PLACE.first(self._connection, {"community": reader.community, "person": reader.telegram_id})
        if row is None:
            raise NotOnRoll
        return row


def _residents(*more: ColumnElement[object]) -> Select[tuple[object, ...]]:
    mine = (residents.c.id, residents.c.name, residents.c.age_band, residents.c.telegram_id, residents.c.held_by)
    return select(*mine, *HOUSEHOLD, *more).join(households, households.c.id == residents.c.household_id)


PLACE = Prepared(
    _residents(accounts.c.consent_version)
    .outerjoin(accounts, accounts.c.telegram_id == residents.c.telegram_id)
    .where(residents.c.community_id == bindparam("community"), residents.c.telegram_id == bindparam("person"))
    .where(_STILL_HERE)
)


def _resident(row: Mapping[Any, Any]) -> Resident:
    return Resident(
        id=row["id"],
        household=household_of(row),
        name=row["name"],
        age_band=AgeBand(row["age_band"]),
        telegram_id=row["telegram_id"],
        held_by=row["held_by"],
    )
