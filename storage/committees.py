"""Standing committees, and which kinds of concerns each sees to."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, Integer, String, Table, delete, insert, select, update

from bot.committees.model import Committee
from bot.kit.people import CommunityId
from storage import personal
from storage.personal import PROGRAM
from storage.roll import communities
from storage.schema import Moment, metadata

committees = Table(
    "committees",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False, index=True),
    Column("name", String(64), nullable=False),
    Column("founded_at", Moment, nullable=False),
    Column("ended_at", Moment),
)
committee_categories = Table(
    "committee_categories",
    metadata,
    Column("community_id", ForeignKey(communities.c.id), primary_key=True),
    Column("category", String(32), primary_key=True),
    Column("committee_id", ForeignKey(committees.c.id), nullable=False, index=True),
)
personal.declare(committees, keep={"name": "what a committee is called"})
personal.declare(committee_categories, keep={"category": PROGRAM})


class SqlCommittees:
    """Implements `bot.committees.repository.Committees`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def all(self, community: CommunityId) -> Sequence[Committee]:
        kept = select(committees).filter_by(community_id=community, ended_at=None).order_by(committees.c.id)
        of = select(committee_categories.c.committee_id, committee_categories.c.category)
        owned = self._run(of.where(committee_categories.c.community_id == community)).all()
        return [
            Committee(row.id, community, row.name, frozenset(name for whose, name in owned if whose == row.id))
            for row in self._run(kept).all()
        ]

    def found(self, community: CommunityId, name: str, at: datetime) -> Committee:
        row = {"community_id": community, "name": name, "founded_at": at}
        made = self._run(insert(committees).values(row).returning(committees.c.id)).scalar_one()
        return Committee(made, community, name)

    def save(self, committee: Committee) -> None:
        self._run(delete(committee_categories).filter_by(committee_id=committee.id))
        for category in sorted(committee.categories):
            row = {"community_id": committee.community, "category": category, "committee_id": committee.id}
            self._run(insert(committee_categories).values(row))

    def end(self, committee: Committee, at: datetime) -> None:
        self._run(delete(committee_categories).filter_by(committee_id=committee.id))
        self._run(update(committees).filter_by(id=committee.id, ended_at=None).values(ended_at=at))
