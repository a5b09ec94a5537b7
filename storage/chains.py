"""What everybody may look up of concerns."""

from collections.abc import Sequence

from sqlalchemy import Connection, Index, select, update

from bot.concerns.model.chain import OPEN
from bot.concerns.model.concern import Concern, ConcernId
from bot.kit.people import CommunityId
from storage import personal
from storage.concern_tables import concerns
from storage.concerns import SqlConcerns
from storage.personal import Traces

Index(
    "ix_concerns_alike",
    concerns.c.community_id,
    concerns.c.building,
    concerns.c.category,
    concerns.c.state,
    concerns.c.id,
)
personal.declare_more(concerns, Traces(lambda person: concerns.c.told_by == person, {"told_by": None}))


class SqlChains:
    """Implements `bot.concerns.repository.Chains`."""

    def __init__(self, connection: Connection, known: SqlConcerns) -> None:
        self._run = connection.execute
        self._concerns = known

    def newest_open(self, community: CommunityId, building: int | None, category: str, most: int) -> Sequence[Concern]:
        there = select(concerns).filter_by(community_id=community, building=building, category=category)
        newest = there.where(concerns.c.state.in_(OPEN)).order_by(concerns.c.id.desc()).limit(most)
        return [self._concerns.one(row) for row in self._run(newest)]

    def allow_name(self, concern: ConcernId, named: bool) -> None:
        self._run(update(concerns).filter_by(id=concern).values(named=named))
