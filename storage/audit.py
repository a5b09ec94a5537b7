"""The log of what people did. Rows are added only."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    func,
    insert,
    select,
)

from bot.audit.model import Deed
from bot.kit.people import CommunityId
from bot.rights.model import Heading
from bot.roles.model import Role
from storage import personal
from storage.personal import NOBODY, PROGRAM, Traces
from storage.roll import communities
from storage.schema import Moment, metadata

audit_log = Table(
    "audit_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("at", Moment, nullable=False),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("roles", String(128), nullable=False),  # names, separated by spaces
    Column("what", String(64), nullable=False),
    Column("number", Integer),
)
Index("ix_audit_log_newest", audit_log.c.community_id, audit_log.c.id)
personal.declare(
    audit_log,
    Traces(lambda person: audit_log.c.telegram_id == person, {"telegram_id": NOBODY}, Heading.LOG, "at"),
    keep={"roles what": PROGRAM},
)


class SqlAuditLog:
    """Implements `bot.audit.repository.AuditLog`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def note(self, deed: Deed) -> None:
        row = {
            "community_id": deed.community,
            "at": deed.at,
            "telegram_id": deed.who,
            "roles": " ".join(sorted(deed.roles)),
            "what": deed.what,
            "number": deed.number,
        }
        self._run(insert(audit_log).values(row))

    def count(self, community: CommunityId, what: str, since: datetime) -> int:
        lines = select(func.count()).select_from(audit_log).filter_by(community_id=community, what=what)
        return self._run(lines.where(audit_log.c.at >= since)).scalar_one()

    def page(self, community: CommunityId, before: int | None, most: int, known: Collection[str]) -> Sequence[Deed]:
        told = select(audit_log).filter_by(community_id=community).where(audit_log.c.what.in_(known))
        lines = told.order_by(audit_log.c.id.desc()).limit(most)
        if before is not None:
            lines = lines.where(audit_log.c.id < before)
        return [_deed(row) for row in self._run(lines)]


def _deed(row: Row[tuple[object, ...]]) -> Deed:
    found = row._mapping
    return Deed(
        community=found["community_id"],
        at=found["at"],
        who=found["telegram_id"],
        roles=frozenset(map(Role, found["roles"].split())),
        what=found["what"],
        number=found["number"],
        id=found["id"],
    )
