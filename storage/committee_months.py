"""The committees' reports of each month, and what they are counted from."""

from collections.abc import Sequence
from datetime import date, datetime

from pydantic import TypeAdapter
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Date,
    ForeignKey,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    func,
    insert,
    select,
)

from bot.committees.model import Committee, CommitteeMonth, Counted, Work
from bot.concerns.model.deadline import WORKED_ON
from bot.concerns.model.life import ENDED_WELL
from bot.reports.model.dates import Span
from storage import personal
from storage.committees import committees
from storage.concern_tables import concerns
from storage.roll import communities
from storage.schema import Moment, metadata

committee_months = Table(
    "committee_months",
    metadata,
    Column("community_id", ForeignKey(communities.c.id), nullable=False, index=True),
    Column("committee_id", ForeignKey(committees.c.id), nullable=False),
    Column("month", Date, nullable=False),
    Column("name", String(64), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("work", Text, nullable=False),  # JSON
    PrimaryKeyConstraint("committee_id", "month"),
)
personal.declare(committee_months, keep={"name": "what a committee is called", "work": "the sum of its entries"})
WORK = TypeAdapter(Work)


class SqlCommitteeMonths:
    """Implements `bot.committees.repository.CommitteeMonths`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def counted(self, committee: Committee, span: Span, now: datetime) -> Counted:
        its = concerns.c.community_id == committee.community, concerns.c.category.in_(sorted(committee.categories))
        waits = select(concerns.c.raised_at, concerns.c.answered_at).where(*its, *_in(span, concerns.c.answered_at))
        late = concerns.c.due.in_(WORKED_ON), concerns.c.due_at <= now
        still = concerns.c.closed_at.is_(None)
        return Counted(
            raised=self._count(*its, *_in(span, concerns.c.raised_at)),
            answered=[row.answered_at - row.raised_at for row in self._run(waits)],
            resolved=self._count(*its, *_in(span, concerns.c.closed_at), concerns.c.state.in_(ENDED_WELL)),
            open=self._count(*its, still),
            overdue=self._count(*its, still, *late),
        )

    def keep(self, month: CommitteeMonth) -> bool:
        if self.of(month.committee, month.month) is not None:
            return False
        row = {
            "community_id": month.community,
            "committee_id": month.committee,
            "month": month.month,
            "name": month.name,
            "made_at": month.made_at,
            "work": WORK.dump_json(month.work).decode(),
        }
        self._run(insert(committee_months).values(row))
        return True

    def of(self, committee: int, month: date) -> CommitteeMonth | None:
        row = self._run(select(committee_months).filter_by(committee_id=committee, month=month)).first()
        if row is None:
            return None
        work = WORK.validate_json(row.work)
        return CommitteeMonth(row.committee_id, row.community_id, row.month, row.name, row.made_at, work)

    def months(self, committee: int, most: int) -> Sequence[date]:
        newest = select(committee_months.c.month).filter_by(committee_id=committee)
        return self._run(newest.order_by(committee_months.c.month.desc()).limit(most)).scalars().all()

    def _count(self, *which: ColumnElement[bool]) -> int:
        return self._run(select(func.count()).select_from(concerns).where(*which)).scalar_one()


def _in(span: Span, moment: Column[datetime]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return moment >= span.since, moment < span.until
