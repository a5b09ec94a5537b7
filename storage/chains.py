"""What everybody may look up of concerns."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Index, insert, select, update

from bot.concerns.model.chain import OPEN, Entry, Noted
from bot.concerns.model.concern import Concern, ConcernId
from bot.concerns.model.life import Deed
from bot.kit.people import CommunityId
from storage import personal
from storage.concerns import SqlConcerns, concern_history, concerns
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

    def history(self, concern: ConcernId) -> Sequence[Noted]:
        lines = select(concern_history).filter_by(concern_id=concern).order_by(concern_history.c.id)
        return [Noted(_what(row.deed), row.at, row.by) for row in self._run(lines)]

    def note_consent(self, concern: ConcernId, by: int, at: datetime) -> None:
        line = {"concern_id": concern, "deed": Entry.CONSENT, "by": by, "at": at, "words": ""}
        self._run(insert(concern_history).values(line))

    def allow_name(self, concern: ConcernId, named: bool) -> None:
        self._run(update(concerns).filter_by(id=concern).values(named=named))


def _what(name: str) -> Deed | Entry:
    return Entry(name) if name in set(Entry) else Deed(name)
