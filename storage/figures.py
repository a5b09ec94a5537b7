"""Counting who has joined; the database does it."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from bot.coverage.model import Cell
from bot.kit.people import CommunityId
from bot.residents.model import AgeBand, Tenure
from storage.roll import households, residents


class SqlFigures:
    """Implements `bot.coverage.repository.Figures`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def by_building(self, community: CommunityId) -> Sequence[Cell]:
        cells = self._households(community, households.c.building)
        return sorted(cells, key=lambda cell: int(cell.part))

    def by_tenure(self, community: CommunityId) -> Sequence[Cell]:
        return _in_order(self._households(community, households.c.tenure), list(Tenure))

    def by_age(self, community: CommunityId) -> Sequence[Cell]:
        here = (residents.c.community_id == community) & residents.c.left_at.is_(None)
        joined = func.count(residents.c.telegram_id)
        return _in_order(self._cells(residents, residents.c.age_band, func.count(), joined, here), list(AgeBand))

    def _households(self, community: CommunityId, part: ColumnElement[object]) -> Sequence[Cell]:
        lives_here = residents.c.telegram_id.is_not(None) & residents.c.left_at.is_(None)
        somebody = select(residents.c.household_id).where(lives_here).distinct().subquery()
        both = households.outerjoin(somebody, somebody.c.household_id == households.c.id)
        joined = func.count(somebody.c.household_id)
        here = (households.c.community_id == community) & households.c.left_at.is_(None)
        return self._cells(both, part, func.count(), joined, here)

    def _cells(
        self,
        source: FromClause,
        part: ColumnElement[object],
        on_roll: ColumnElement[int],
        joined: ColumnElement[int],
        here: ColumnElement[bool],
    ) -> Sequence[Cell]:
        counted = select(part, on_roll, joined).select_from(source).where(here).group_by(part)
        return [Cell(str(name), everybody, some) for name, everybody, some in self._run(counted)]


def _in_order(cells: Sequence[Cell], order: Sequence[str]) -> Sequence[Cell]:
    return sorted(cells, key=lambda cell: order.index(cell.part))
