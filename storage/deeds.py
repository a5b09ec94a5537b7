"""What the ledger knows that people did: read out of it each time, counted nowhere else."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, distinct, exists, func, or_, select, true

from bot.honours.model.thanks import Doer
from bot.kit.people import CommunityId
from bot.points.model.ledger import EARNED, Kind, Rule
from storage.honours import opted_out
from storage.points_tables import accounts, entries
from storage.roll import households, residents

_again = entries.alias("again")
_stands = and_(entries.c.rule.in_(EARNED), ~exists().where(_again.c.reverses == entries.c.id))
"""Earned, and not reversed."""
_helps = and_(_stands, entries.c.rule != Rule.QUEST)
"""The same, but for quests, which help nobody else."""
_lives = residents.c.left_at.is_(None)


class SqlDeeds:
    """Implements `bot.honours.repository.Deeds`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def of(self, community: CommunityId, telegram_id: int, since: date | None = None) -> Mapping[Rule, int]:
        them = _by(community, telegram_id, since)
        counted = select(entries.c.rule, func.count()).where(them, _stands).group_by(entries.c.rule)
        return {Rule(rule): count for rule, count in self._run(counted)}

    def days(self, community: CommunityId, telegram_id: int, since: date) -> Sequence[date]:
        on = select(entries.c.day).where(_by(community, telegram_id, since), _helps)
        return self._run(on.distinct().order_by(entries.c.day)).scalars().all()

    def doers(self, community: CommunityId, since: date, until: date, building: int | None = None) -> Sequence[Doer]:
        found = self._run(_paid(community, since, until).where(_in(building))).all()
        them: dict[int, Doer] = {}
        for row in found:
            before = them.get(row.holder)
            deeds = {**(before.deeds if before else {}), Rule(row.rule): row.times}
            points = (before.points if before else 0) + int(row.points)
            them[row.holder] = Doer(row.holder, row.building, row.name, deeds, points, bool(row.opted_out))
        return list(them.values())

    def households(
        self, community: CommunityId, since: date, until: date, building: int | None = None
    ) -> Mapping[int, tuple[int, int]]:
        here = _in(building)
        all_of_them = select(households.c.building, func.count()).where(_on_roll(community), here)
        there = _counted(self._run(all_of_them.group_by(households.c.building)))
        active = self._active(community, since, until, here)
        return {building: (active.get(building, 0), there[building]) for building in sorted(there)}

    def communities(self, ids: Collection[int]) -> Sequence[CommunityId]:
        where = select(accounts.c.community_id).where(accounts.c.id.in_(ids))
        return self._run(where.distinct().order_by(accounts.c.community_id)).scalars().all()

    def _active(self, community: CommunityId, since: date, until: date, here: ColumnElement[bool]) -> Mapping[int, int]:
        """By building: households of which somebody was paid, or the household itself."""
        person = and_(accounts.c.kind == Kind.PERSON, residents.c.telegram_id == accounts.c.holder)
        together = and_(accounts.c.kind == Kind.HOUSEHOLD, residents.c.household_id == accounts.c.holder)
        joined = (
            entries.join(accounts, accounts.c.id == entries.c.target_id)
            .join(residents, and_(residents.c.community_id == community, _lives, or_(person, together)))
            .join(households, households.c.id == residents.c.household_id)
        )
        counted = select(households.c.building, func.count(distinct(households.c.id))).select_from(joined)
        counted = counted.where(*_between(community, since, until), _helps, here)
        return _counted(self._run(counted.group_by(households.c.building)))


def _counted(rows: Iterable[Row[int, int]]) -> Mapping[int, int]:
    """Building → households."""
    return {row[0]: row[1] for row in rows}


def _by(community: CommunityId, telegram_id: int, since: date | None) -> ColumnElement[bool]:
    account = select(accounts.c.id).filter_by(community_id=community, kind=Kind.PERSON, holder=telegram_id)
    theirs = entries.c.target_id == account.scalar_subquery()
    return theirs if since is None else and_(theirs, entries.c.day >= since)


def _between(community: CommunityId, since: date, until: date) -> Sequence[ColumnElement[bool]]:
    return entries.c.community_id == community, entries.c.day >= since, entries.c.day < until


def _paid(community: CommunityId, since: date, until: date) -> Select[Any]:
    """One row a person and rule, in the order of the roll."""
    joined = (
        entries.join(accounts, accounts.c.id == entries.c.target_id)
        .join(residents, and_(residents.c.community_id == community, residents.c.telegram_id == accounts.c.holder))
        .join(households, households.c.id == residents.c.household_id)
        .outerjoin(
            opted_out,
            and_(opted_out.c.community_id == community, opted_out.c.telegram_id == accounts.c.holder),
        )
    )
    who = (accounts.c.holder, households.c.building, residents.c.name, opted_out.c.telegram_id.is_not(None))
    place = (households.c.building, households.c.unit, households.c.room, residents.c.id)
    sums = (func.count().label("times"), func.sum(entries.c.amount).label("points"))
    found = select(*who[:3], who[3].label("opted_out"), entries.c.rule, *sums).select_from(joined)
    found = found.where(*_between(community, since, until), _stands, _lives, accounts.c.kind == Kind.PERSON)
    return found.group_by(*who, entries.c.rule, *place[1:]).order_by(*place, entries.c.rule)


def _in(building: int | None) -> ColumnElement[bool]:
    """In all of them where it is None."""
    return households.c.building == building if building is not None else true()


def _on_roll(community: CommunityId) -> ColumnElement[bool]:
    return and_(households.c.community_id == community, households.c.left_at.is_(None))
