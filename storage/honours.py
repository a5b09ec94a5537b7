"""Thanks that are due, who wants to stand in no list, and certificates."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Date,
    ForeignKey,
    Integer,
    RowMapping,
    String,
    Table,
    UniqueConstraint,
    delete,
    exists,
    insert,
    select,
    update,
)

from bot.honours.model.certificate import Certificate, Honour
from bot.honours.model.thanks import Step, ThanksDue
from bot.kit.people import CommunityId
from bot.rights.model import Heading
from storage import personal
from storage.claims import SqlClaims
from storage.personal import PROGRAM, Traces, gone
from storage.roll import communities
from storage.schema import Moment, metadata

opted_out = Table(
    "honour_optouts",
    metadata,
    Column("community_id", ForeignKey(communities.c.id), primary_key=True, autoincrement=False),
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
)
thanks_dates = Table(
    "thanks_dates",
    metadata,
    Column("community_id", ForeignKey(communities.c.id), primary_key=True, autoincrement=False),
    Column("month", Date, nullable=False),
    Column("step", String(8), nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
)
certificates = Table(
    "certificates",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("honour", String(16), nullable=False),
    Column("year", Integer, nullable=False),
    Column("code", String(10), nullable=False, unique=True),
    Column("made_at", Moment, nullable=False),
    UniqueConstraint("community_id", "telegram_id", "honour", "year"),
)
personal.declare(
    opted_out,
    Traces(lambda person: opted_out.c.telegram_id == person, gone("telegram_id"), Heading.HONOURS),
)
personal.declare(thanks_dates, keep={"step": PROGRAM})
personal.declare(
    certificates,
    Traces(
        lambda person: certificates.c.telegram_id == person,
        gone("telegram_id honour code"),
        Heading.HONOURS,
        "made_at",
        file="honour year code made_at",
    ),
)


class SqlHonours:
    """Implements `bot.honours.repository.Honours`."""

    def __init__(self, connection: Connection, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._claims = claims

    def opted_out(self, community: CommunityId, telegram_id: int) -> bool:
        theirs = select(opted_out).filter_by(community_id=community, telegram_id=telegram_id)
        return self._run(theirs).first() is not None

    def opt(self, community: CommunityId, telegram_id: int, out: bool) -> None:
        key = {"community_id": community, "telegram_id": telegram_id}
        if out and not self.opted_out(community, telegram_id):
            self._run(insert(opted_out).values(key))
        elif not out:
            self._run(delete(opted_out).filter_by(**key))

    def unplanned(self) -> Sequence[CommunityId]:
        planned = exists().where(thanks_dates.c.community_id == communities.c.id)
        missing = select(communities.c.id).where(~planned).order_by(communities.c.id)
        return [row.id for row in self._claims.rows("thanks.unplanned", missing, communities.c.id)]

    def plan(self, due: ThanksDue) -> None:
        row = {"month": due.month, "step": due.step, "due_at": due.at}
        if self._run(update(thanks_dates).filter_by(community_id=due.community).values(row)).rowcount == 0:
            self._run(insert(thanks_dates).values(row | {"community_id": due.community}))

    def due(self, now: datetime, most: int) -> Sequence[ThanksDue]:
        ripe = select(thanks_dates).where(thanks_dates.c.due_at <= now).order_by(thanks_dates.c.due_at)
        locked = ripe.with_for_update(skip_locked=True)
        return [
            ThanksDue(row.community_id, row.month, Step(row.step), row.due_at)
            for row in self._claims.rows("thanks", locked, thanks_dates.c.community_id, most=most)
        ]

    def certificate(self, community: CommunityId, telegram_id: int, honour: Honour, year: int) -> Certificate | None:
        return self._first(community_id=community, telegram_id=telegram_id, honour=honour, year=year)

    def with_code(self, code: str) -> Certificate | None:
        return self._first(code=code)

    def certify(self, certificate: Certificate) -> None:
        row = {
            "community_id": certificate.community,
            "telegram_id": certificate.telegram_id,
            "honour": certificate.honour,
            "year": certificate.year,
            "code": certificate.code,
            "made_at": certificate.made_at,
        }
        self._run(insert(certificates).values(row))

    def _first(self, **where: object) -> Certificate | None:
        row = self._run(select(certificates).filter_by(**where)).mappings().first()
        return _certificate(row) if row else None


def _certificate(row: RowMapping) -> Certificate:
    return Certificate(
        community=row["community_id"],
        telegram_id=row["telegram_id"],
        honour=Honour(row["honour"]),
        year=row["year"],
        code=row["code"],
        made_at=row["made_at"],
    )
