"""The charters of communities. The books themselves refuse a version that no resolution has made."""

import json
from collections.abc import Sequence

from sqlalchemy import CheckConstraint, Column, Connection, ForeignKey, Integer, Table, Text, UniqueConstraint, select
from sqlalchemy.engine import Row

from bot.charter.model import Rule, Values, Version
from bot.kit.people import CommunityId
from bot.votes.model.vote import VoteId
from storage import personal
from storage.agenda_tables import SAID_TO_ALL
from storage.outcomes_tables import resolutions
from storage.personal import PROGRAM
from storage.prepared import Prepared
from storage.roll import communities
from storage.schema import Moment, metadata
from storage.upsert import upsert_on

charters = Table(
    "charters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("rules", Text, nullable=False),  # JSON
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("vote_id", ForeignKey(resolutions.c.vote_id), unique=True),  # of the resolution that made it
    UniqueConstraint("community_id", "number"),
    CheckConstraint("number = 1 OR vote_id IS NOT NULL", name="resolved"),
)
personal.declare(charters, keep={"rules": PROGRAM, "words": SAID_TO_ALL})

NEWEST = Prepared(select(charters.c.rules).order_by(charters.c.id.desc()).limit(1))


def rules_in_force(connection: Connection) -> Values:
    """What the charters say; nothing where there is none. Communities that share settings share these."""
    kept = NEWEST.first(connection, {})
    return _values(kept["rules"]) if kept else {}


class SqlCharters:
    """Implements `bot.charter.repository.Charters`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, version: Version) -> None:
        row = {
            "community_id": version.community,
            "number": version.number,
            "rules": json.dumps({rule.value: value for rule, value in version.values.items()}),
            "words": version.words,
            "at": version.at,
            "vote_id": version.vote,
        }
        once = upsert_on(self._connection)(charters).values(row)
        self._connection.execute(once.on_conflict_do_nothing(index_elements=["community_id", "number"]))

    def newest(self, community: CommunityId) -> int:
        numbers = select(charters.c.number).filter_by(community_id=community).order_by(charters.c.number.desc())
        return self._connection.execute(numbers.limit(1)).scalar() or 0

    def versions(self, community: CommunityId) -> Sequence[Version]:
        made = charters.outerjoin(resolutions, resolutions.c.vote_id == charters.c.vote_id)
        found = select(charters, resolutions.c.number.label("resolution")).select_from(made)
        ordered = found.where(charters.c.community_id == community).order_by(charters.c.number)
        return [_version(row) for row in self._connection.execute(ordered)]


def _version(row: "Row[tuple[object, ...]]") -> Version:
    return Version(
        CommunityId(row.community_id),
        row.number,
        _values(row.rules),
        row.words,
        row.at,
        None if row.vote_id is None else VoteId(row.vote_id),
        row.resolution,
    )


def _values(kept: str) -> Values:
    return {Rule(name): value for name, value in json.loads(kept).items()}
