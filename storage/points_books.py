"""The entries of points as moderators look at them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, RowMapping, func, select

from bot.kit.people import CommunityId
from bot.points.model.award import Given
from bot.points.model.books import Burst, Pair, Sum, Written
from bot.points.model.ledger import EARNED, Kind, Owner, Rule
from storage.points_rows import entry_of, stands
from storage.points_tables import accounts, entries, notes

_giver = accounts.alias("giver")
_source = accounts.alias("source")
_target = accounts.alias("target")
MOST = 20
"""So many of each are shown."""


class SqlPointBooks:
    """Implements `bot.points.repository.PointBooks`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def awarded(self, community: CommunityId, since: datetime, until: datetime) -> Sequence[Given]:
        points, people = func.sum(entries.c.amount), func.count(entries.c.target_id.distinct())
        given = select(_giver.c.holder, points, people, func.count()).join_from(entries, _giver, _gave())
        then = (entries.c.rule == Rule.AWARD) & (entries.c.at >= since) & (entries.c.at < until)
        most = given.where(_in(community), then, stands()).group_by(_giver.c.holder).order_by(points.desc())
        return [Given(*row) for row in self._run(most.limit(MOST))]

    def trial(self, community: CommunityId) -> Sequence[Sum]:
        stand = select(accounts.c.kind, func.count(), func.sum(accounts.c.balance)).group_by(accounts.c.kind)
        moved = {kind: came - went for kind, came, went in self._moved(community)}
        found = self._run(stand.where(accounts.c.community_id == community).order_by(accounts.c.kind))
        return [Sum(Kind(kind), count, int(balance), moved.get(kind, 0)) for kind, count, balance in found]

    def pairs(self, community: CommunityId, since: datetime, least: int) -> Sequence[Pair]:
        times, points = func.count(), func.sum(entries.c.amount)
        pairs = select(_giver.c.holder, _target.c.holder, times, points).join_from(entries, _giver, _gave())
        pairs = pairs.join(_target, _target.c.id == entries.c.target_id).where(_target.c.kind == Kind.PERSON)
        often = pairs.where(_in(community), _earned_since(since)).group_by(_giver.c.holder, _target.c.holder)
        return [Pair(*row) for row in self._run(often.having(times >= least).order_by(times.desc()).limit(MOST))]

    def bursts(self, community: CommunityId, since: datetime, minutes: int, least: int) -> Sequence[Burst]:
        given = select(_giver.c.holder, entries.c.at).join_from(entries, _giver, _gave())
        rows = self._run(given.where(_in(community), _earned_since(since)).order_by(_giver.c.holder, entries.c.at))
        moments: dict[int, list[datetime]] = {}
        for holder, at in rows:
            moments.setdefault(holder, []).append(at)
        busiest = [_busiest(holder, at, timedelta(minutes=minutes)) for holder, at in moments.items()]
        return sorted((one for one in busiest if one.times >= least), key=lambda one: -one.times)[:MOST]

    def written(self, community: CommunityId, since: date, until: date) -> Iterator[Written]:
        sides = [
            column.label(f"{name}_{column.name}")
            for name, table in (("source", _source), ("target", _target), ("giver", _giver))
            for column in (table.c.kind, table.c.holder)
        ]
        rows = select(*entries.c, notes.c.text, *sides).join_from(entries, _source, _source.c.id == entries.c.source_id)
        rows = rows.join(_target, _target.c.id == entries.c.target_id).outerjoin(_giver, _gave())
        rows = rows.outerjoin(notes, notes.c.entry_id == entries.c.id)
        then = _in(community) & (entries.c.day >= since) & (entries.c.day < until)
        return map(_written, self._run(rows.where(then).order_by(entries.c.id)).mappings())

    def _moved(self, community: CommunityId) -> Iterator[tuple[str, int, int]]:
        """By kind of account: what came into it, and what went out of it, over all entries."""
        sums: dict[str, list[int]] = {}
        for place, side in enumerate((entries.c.target_id, entries.c.source_id)):
            moved = select(accounts.c.kind, func.sum(entries.c.amount)).join_from(
                entries, accounts, accounts.c.id == side
            )
            for kind, amount in self._run(moved.where(_in(community)).group_by(accounts.c.kind)):
                sums.setdefault(kind, [0, 0])[place] = int(amount)
        return ((kind, came, went) for kind, (came, went) in sums.items())


def _in(community: CommunityId) -> ColumnElement[bool]:
    return entries.c.community_id == community


def _gave() -> ColumnElement[bool]:
    return _giver.c.id == entries.c.giver_id


def _earned_since(since: datetime) -> ColumnElement[bool]:
    return (entries.c.at >= since) & entries.c.rule.in_(EARNED) & stands()


def _busiest(holder: int, moments: Sequence[datetime], within: timedelta) -> Burst:
    """The spell of this length, of moments in order, with the most of them."""
    first, best = 0, Burst(holder, moments[0], 0)
    for last, moment in enumerate(moments):
        while moment - moments[first] > within:
            first += 1
        if last - first + 1 > best.times:
            best = Burst(holder, moments[first], last - first + 1)
    return best


def _written(row: RowMapping) -> Written:
    entry = entry_of(row)
    sides = [
        Owner(entry.community, Kind(row[f"{name}_kind"]), row[f"{name}_holder"]) if row[f"{name}_kind"] else None
        for name in ("source", "target", "giver")
    ]
    source, target, giver = sides
    assert source is not None and target is not None  # noqa: S101, PT018 - an entry has both
    return Written(entry, source, target, giver)
