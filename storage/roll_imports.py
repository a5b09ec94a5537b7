"""Files with a roll that wait for a yes. Of those that are over, only who, when and how many is kept."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    insert,
    select,
    update,
)

from bot.kit.people import CommunityId
from bot.residents.model import ResidentId
from bot.rights.model import Heading
from bot.roll.model import Counts, ImportState, Roll, RollImport
from storage import personal
from storage.claims import SqlClaims
from storage.households import lives_or_lived
from storage.personal import Traces
from storage.roll import communities, residents
from storage.schema import Moment, metadata

roll_imports = Table(
    "roll_imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False, index=True),
    Column("by", BigInteger, nullable=False),
    Column("state", String(8), nullable=False),
    Column("roll", Text),
    Column("digest", String(64), nullable=False),
    Column("moved", Text, nullable=False),
    Column("counts", Text, nullable=False),
    Column("offered_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
)
_waits = roll_imports.c.state == ImportState.OPEN
Index("ix_roll_imports_waiting", roll_imports.c.changed_at, sqlite_where=_waits, postgresql_where=_waits)
_ROLL = TypeAdapter(Roll)


def _may_name(person: int) -> ColumnElement[bool]:
    """A file that waits for a yes in a community in which this person lives, or has lived."""
    home = select(residents.c.community_id).where(lives_or_lived(person))
    return roll_imports.c.roll.is_not(None) & roll_imports.c.community_id.in_(home)


personal.declare(
    roll_imports,
    Traces(lambda person: roll_imports.c.by == person, {"by": personal.NOBODY}, Heading.DEEDS, "offered_at",
           file="state counts offered_at changed_at"),
    Traces(_may_name, {"roll": None, "state": ImportState.DROPPED}),
    keep={"digest": "of the whole file", "moved": "numbers of residents, no names", "counts": "how many, not who"},
)  # fmt: skip
_MOVED: TypeAdapter[Mapping[ResidentId, bool]] = TypeAdapter(Mapping[ResidentId, bool])
_COUNTS = TypeAdapter(Counts)


class SqlRollImports:
    """Implements `bot.roll.repository.RollImports`."""

    def __init__(self, connection: Connection, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._claims = claims

    def open_of(self, community: CommunityId) -> RollImport | None:
        waiting = select(roll_imports).filter_by(community_id=community, state=ImportState.OPEN)
        row = self._run(waiting).first()
        return _import(row) if row else None

    def unanswered(self, since: datetime, most: int) -> Sequence[RollImport]:
        waiting = select(roll_imports).where(_waits, roll_imports.c.changed_at <= since)
        locked = waiting.with_for_update(skip_locked=True)
        return [_import(row) for row in self._claims.rows("roll_imports", locked, roll_imports.c.id, most=most)]

    def add(self, community: CommunityId, by: int, roll: Roll, digest: str, at: datetime) -> RollImport:
        offered = RollImport(0, community, by, roll, digest)
        row = {"community_id": community, "by": by, "offered_at": at, "changed_at": at, **_values(offered)}
        return _import(self._run(insert(roll_imports).values(row).returning(*roll_imports.c)).one())

    def numbered(self, community: CommunityId | None, number: int) -> RollImport | None:
        row = self._run(select(roll_imports).filter_by(community_id=community, id=number)).first()
        return _import(row) if row else None

    def save(self, roll_import: RollImport, at: datetime) -> None:
        changed = {**_values(roll_import), "changed_at": at}
        self._run(update(roll_imports).filter_by(id=roll_import.id).values(changed))


def _values(roll_import: RollImport) -> dict[str, object]:
    return {
        "state": roll_import.state,
        "roll": _ROLL.dump_json(roll_import.roll).decode() if roll_import.roll else None,
        "digest": roll_import.digest,
        "moved": _MOVED.dump_json(roll_import.moved).decode(),
        "counts": _COUNTS.dump_json(roll_import.counts).decode(),
    }


def _import(row: Row[tuple[object, ...]]) -> RollImport:
    found = row._mapping
    return RollImport(
        id=found["id"],
        community=found["community_id"],
        by=found["by"],
        roll=_ROLL.validate_json(found["roll"]) if found["roll"] else None,
        digest=found["digest"],
        state=ImportState(found["state"]),
        moved=_MOVED.validate_json(found["moved"]),
        counts=_COUNTS.validate_json(found["counts"]),
    )
