"""Household codes, and what was guessed in vain."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from bot.config import ResidentRules
from bot.kit.people import CommunityId
from bot.residents.model import HouseholdCode, HouseholdId, Wrong, code_terms
from storage.roll import household_codes, households, residents, wrong_codes
from storage.rows import HOUSEHOLD, household_of
from storage.upsert import upsert_on

_CODE = (
    household_codes.c.code,
    household_codes.c.serial,
    household_codes.c.issued_at,
    household_codes.c.expires_at,
    household_codes.c.uses_left,
    *HOUSEHOLD,
)


class SqlHouseholdCodes:
    """Implements `bot.residents.repository.HouseholdCodes`."""

    def __init__(self, connection: Connection, now: datetime, rules: Callable[[], ResidentRules]) -> None:
        self._run = connection.execute
        self._upsert = upsert_on(connection)
        self._now = now
        self._rules = rules

    def find(self, code: str) -> HouseholdCode | None:
        return self._one(_codes().where(household_codes.c.code == code))

    def of(self, household: HouseholdId) -> HouseholdCode | None:
        return self._one(_codes().where(households.c.id == household))

    def all(self, community: CommunityId, building: int | None) -> Sequence[HouseholdCode]:
        found = _codes().where(households.c.community_id == community)
        if building is not None:
            found = found.where(households.c.building == building)
        order = (households.c.building, households.c.unit, func.length(households.c.room), households.c.room)
        return [_code(row) for row in self._run(found.order_by(*order))]

    def people(self, household: HouseholdId) -> int:
        here = select(func.count()).select_from(residents).filter_by(household_id=household, left_at=None)
        return self._run(here).scalar_one()

    def issue(self, codes: Collection[HouseholdCode]) -> None:
        rows = [
            {
                "household_id": new.household.id,
                "code": new.code,
                "serial": new.serial,
                "issued_at": new.issued_at,
                "expires_at": new.expires_at,
                "uses_left": new.uses_left,
            }
            for new in codes
        ]
        if rows:
            made = self._upsert(household_codes)
            self._run(made.on_conflict_do_update(index_elements=["household_id"], set_=dict(made.excluded)), rows)

    def issue_first(self, codes: Mapping[HouseholdId, tuple[str, int]]) -> None:
        """For new households: each one's code and how many people it has; in one go."""
        rows = []
        for household, (code, people) in codes.items():
            expires_at, uses = code_terms(self._rules(), self._now, people)
            row = {"household_id": household, "code": code, "serial": 1, "issued_at": self._now}
            rows.append(row | {"expires_at": expires_at, "uses_left": uses})
        self._run(insert(household_codes), rows)

    def in_use(self, codes: Collection[str]) -> set[str]:
        return set(self._run(select(household_codes.c.code).where(household_codes.c.code.in_(codes))).scalars())

    def use(self, household: HouseholdId) -> None:
        used = update(household_codes).where(household_codes.c.household_id == household)
        self._run(used.values(uses_left=household_codes.c.uses_left - 1))

    def count_wrong(self, telegram_id: int, community: CommunityId | None, at: datetime) -> None:
        self._run(insert(wrong_codes).values(telegram_id=telegram_id, community_id=community, tried_at=at))

    def wrong_by(self, telegram_id: int, since: datetime) -> Wrong:
        mine = (wrong_codes.c.telegram_id == telegram_id) & (wrong_codes.c.tried_at > since)
        row = self._run(select(func.count(), func.max(wrong_codes.c.tried_at)).where(mine)).one()
        return Wrong(row[0], row[1])

    def wrong_in(self, community: CommunityId | None, since: datetime) -> Wrong:
        there = (wrong_codes.c.community_id == community) & (wrong_codes.c.tried_at > since)
        row = self._run(select(func.count(), func.min(wrong_codes.c.tried_at)).where(there)).one()
        return Wrong(row[0], row[1])

    def _one(self, found: Select[tuple[object, ...]]) -> HouseholdCode | None:
        row = self._run(found).first()
        return _code(row) if row else None


def _codes() -> Select[tuple[object, ...]]:
    here = households.c.left_at.is_(None)
    return select(*_CODE).join(households, households.c.id == household_codes.c.household_id).where(here)


def _code(row: Row[tuple[object, ...]]) -> HouseholdCode:
    found = row._mapping
    return HouseholdCode(
        household=household_of(found),
        code=found["code"],
        serial=found["serial"],
        issued_at=found["issued_at"],
        expires_at=found["expires_at"],
        uses_left=found["uses_left"],
    )
