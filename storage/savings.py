"""Money saved and raised."""

from collections.abc import Sequence

from pydantic import TypeAdapter
from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Integer,
    RowMapping,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    insert,
    select,
    update,
)

from bot.kit.people import CommunityId
from bot.rights.model import Heading
from bot.savings.model import PROOFS, Entry, Kind, NoSaving, Proof, Sums
from storage import personal
from storage.agenda_tables import SAID_TO_ALL
from storage.personal import NOBODY, PROGRAM, Traces
from storage.roll import communities
from storage.schema import Moment, metadata

savings = Table(
    "savings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("key", String(64), nullable=False, unique=True),
    Column("kind", String(8), nullable=False),
    Column("what", Text, nullable=False),
    Column("fen", Integer, nullable=False),
    Column("proofs", Text, nullable=False),  # JSON
    Column("proved", Integer, nullable=False),  # how many these are
    Column("by", BigInteger, nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("struck_at", Moment),
    Column("struck_by", BigInteger, index=True),
    Column("reason", Text, nullable=False),
    UniqueConstraint("community_id", "number"),
)
personal.declare(
    savings,
    Traces(lambda person: savings.c.by == person, {"by": NOBODY}, Heading.ROLES, "number at", file="number what at"),
    Traces(lambda person: savings.c.struck_by == person, {"struck_by": NOBODY}),
    keep={"key kind": PROGRAM, "what reason": SAID_TO_ALL, "proofs": "what moderators showed everybody, about money"},
)
_PROOFS = TypeAdapter(tuple[Proof, ...])


class SqlSavings:
    """Implements `bot.savings.repository.Savings`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def enter(self, entry: Entry) -> Entry:
        last = select(func.max(savings.c.number)).filter_by(community_id=entry.community)
        number = (self._run(last).scalar() or 0) + 1
        row = {
            "community_id": entry.community, "number": number, "key": entry.key, "kind": entry.kind,
            "what": entry.what, "fen": entry.fen, "by": entry.by, "at": entry.at, **_moving(entry),
        }  # fmt: skip
        self._run(insert(savings).values(row))
        return self.of(entry.community, number)

    def save(self, entry: Entry) -> None:
        which = {"community_id": entry.community, "number": entry.number}
        self._run(update(savings).filter_by(**which).values(_moving(entry)))

    def of(self, community: CommunityId, number: int) -> Entry:
        row = self._run(select(savings).filter_by(community_id=community, number=number)).mappings().first()
        if row is None:
            raise NoSaving
        return _entry(row)

    def with_key(self, key: str) -> Entry | None:
        row = self._run(select(savings).filter_by(key=key)).mappings().first()
        return _entry(row) if row else None

    def some(self, community: CommunityId, most: int, after: int) -> Sequence[Entry]:
        newest = select(savings).filter_by(community_id=community).order_by(savings.c.number.desc())
        return [_entry(row) for row in self._run(newest.limit(most).offset(after)).mappings()]

    def count(self, community: CommunityId) -> int:
        return self._run(select(func.count()).select_from(savings).filter_by(community_id=community)).scalar_one()

    def sums(self, community: CommunityId) -> Sums:
        saved, raised = (self._sum(community, kind) for kind in Kind)
        return Sums(saved, raised)

    def _sum(self, community: CommunityId, kind: Kind) -> int:
        counts = (savings.c.proved >= PROOFS[kind]) & savings.c.struck_at.is_(None)
        found = select(func.sum(savings.c.fen)).filter_by(community_id=community, kind=kind).where(counts)
        return int(self._run(found).scalar() or 0)


def _moving(entry: Entry) -> dict[str, object]:
    return {
        "proofs": _PROOFS.dump_json(entry.proofs).decode(), "proved": len(entry.proofs),
        "struck_at": entry.struck_at, "struck_by": entry.struck_by, "reason": entry.reason,
    }  # fmt: skip


def _entry(row: RowMapping) -> Entry:
    return Entry(
        row["community_id"], row["number"], row["key"], Kind(row["kind"]), row["what"], row["fen"],
        _PROOFS.validate_json(row["proofs"]), row["by"], row["at"], row["struck_at"], row["struck_by"], row["reason"],
    )  # fmt: skip
