"""The whole roll at once: read for a comparison, changed in bulk."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from sqlalchemy import Connection, Select, Table, bindparam, func, insert, select, update

from bot.kit.people import CommunityId
from bot.residents.model import AgeBand, HouseholdId, ResidentId, Tenure
from bot.roll.model import Door, Enrolled, RollSize, Standing
from bot.roll.plan import Plan
from storage.owners import SqlOwners
from storage.roll import households, residents


class SqlRollBooks:
    """Implements `bot.roll.repository.RollBooks`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute
        self._owners = SqlOwners(connection)

    def standing(self, community: CommunityId) -> Sequence[Standing]:
        owned = self._owners.ownerships(community)
        people = defaultdict(list)
        for row in self._run(_all(residents, community)).mappings():
            if not row["name"]:
                continue  # had their data deleted: the place is nameless
            joined, left = bool(row["telegram_id"] or row["held_by"]), row["left_at"] is not None
            enrolled = Enrolled(ResidentId(row["id"]), row["name"], AgeBand(row["age_band"]), joined and not left, left)
            people[row["household_id"]].append(enrolled)
        return [
            Standing(
                id=HouseholdId(row["id"]),
                door=Door(row["building"], row["unit"], row["room"]),
                area=Decimal(row["area"]),
                tenure=Tenure(row["tenure"]),
                people=tuple(people[row["id"]]),
                ownership=owned.get(row["id"]),
                left=row["left_at"] is not None,
            )
            for row in self._run(_all(households, community)).mappings()
        ]

    def size(self, community: CommunityId) -> RollSize:
        here = {"community_id": community, "left_at": None}
        units = select(func.count()).select_from(households).filter_by(**here)
        people = select(func.count(), func.count(residents.c.telegram_id)).select_from(residents).filter_by(**here)
        everybody, joined = self._run(people).one()
        return RollSize(self._run(units).scalar_one(), everybody, joined)

    def carry_out(self, community: CommunityId, plan: Plan, at: datetime) -> None:
        self._change(households, [
            {"row": facts.household, "area": str(facts.area), "tenure": facts.tenure, "left_at": None}
            for facts in plan.facts
        ])  # fmt: skip
        self._change(households, [{"row": household, "left_at": at} for household in plan.gone])
        self._change(residents, [{"row": resident, "left_at": None} for resident in plan.returned])
        self._change(residents, [{"row": resident, "age_band": band} for resident, band in plan.aged])
        self._change(
            residents,
            [
                {"row": one, "left_at": at, "telegram_id": None, "held_by": None, "joined_at": None}
                for one in plan.departed
            ],
        )
        arrived = [
            {"community_id": community, "household_id": household, "name": member.name, "age_band": member.age_band}
            for household, member in plan.arrived
        ]
        if arrived:
            self._run(insert(residents), arrived)
        self._owners.end(plan.gone, at)
        numbers = self._numbers(community, {unit.door for unit in plan.founded if unit.ownership})
        founded = {numbers[unit.door]: unit.ownership for unit in plan.founded if unit.ownership}
        self._owners.change(community, dict(plan.owned) | founded, at)

    def _change(self, table: Table, rows: Sequence[dict[str, object]]) -> None:
        """All rows in one statement that is executed many times."""
        if rows:
            values: dict[str, object] = {name: bindparam(name) for name in rows[0] if name != "row"}
            self._run(update(table).where(table.c.id == bindparam("row")).values(values), rows)

    def _numbers(self, community: CommunityId, doors: set[Door]) -> dict[Door, HouseholdId]:
        if not doors:
            return {}
        found = {Door(row.building, row.unit, row.room): row.id for row in self._run(_all(households, community))}
        return {door: HouseholdId(found[door]) for door in doors}


def _all(table: Table, community: CommunityId) -> Select[tuple[object, ...]]:
    return select(table).filter_by(community_id=community).order_by(table.c.id)
