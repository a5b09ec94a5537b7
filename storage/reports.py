"""When reports are due, what they are made from, and each month's ten."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Subquery,
    Table,
    UniqueConstraint,
    and_,
    exists,
    func,
    insert,
    or_,
    select,
    union,
    update,
)

from bot.concerns.model.concern import ConcernId
from bot.concerns.model.deadline import WORKED_ON
from bot.concerns.model.life import State
from bot.kit.people import CommunityId
from bot.reports.model.dates import Due, Report, Span
from bot.reports.model.lists import Late, Overdue, Ranked
from bot.reports.model.rates import Case
from storage import personal
from storage.claims import SqlClaims
from storage.concern_tables import concern_history, concerns
from storage.personal import PROGRAM
from storage.roll import communities, households, residents
from storage.schema import Moment, metadata
from storage.supporters import concern_supporters

report_dates = Table(
    "report_dates",
    metadata,
    Column("community_id", ForeignKey(communities.c.id), primary_key=True, autoincrement=False),
    Column("report", String(16), primary_key=True),
    Column("due_at", Moment, nullable=False, index=True),
)
top_ten = Table(
    "top_ten",
    metadata,
    Column("community_id", ForeignKey(communities.c.id), primary_key=True, autoincrement=False),
    Column("month", Date, primary_key=True),
    Column("rank", Integer, primary_key=True, autoincrement=False),
    Column("concern_id", ForeignKey(concerns.c.id), nullable=False),
    Column("households", Integer, nullable=False),
    UniqueConstraint("community_id", "month", "concern_id"),
)
Index("ix_concerns_raised", concerns.c.community_id, concerns.c.raised_at)
Index("ix_concerns_closed", concerns.c.community_id, concerns.c.closed_at)
_reopening = concern_history.c.deed == "reopen"
Index("ix_concern_history_reopened", concern_history.c.at, sqlite_where=_reopening, postgresql_where=_reopening)
personal.declare(report_dates, keep={"report": PROGRAM})
personal.declare(top_ten)

_open = concerns.c.closed_at.is_(None)


class SqlReports:
    """Implements `bot.reports.repository.Reports`."""

    def __init__(self, connection: Connection, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._claims = claims

    def unplanned(self) -> Sequence[CommunityId]:
        planned = exists().where(report_dates.c.community_id == communities.c.id)
        missing = select(communities.c.id).where(~planned).order_by(communities.c.id)
        return [row.id for row in self._claims.rows("reports.unplanned", missing, communities.c.id)]

    def plan(self, due: Due) -> None:
        key = {"community_id": due.community, "report": due.report}
        if self._run(update(report_dates).filter_by(**key).values(due_at=due.at)).rowcount == 0:
            self._run(insert(report_dates).values(**key, due_at=due.at))

    def hasten(self, due: Due) -> None:
        later = update(report_dates).where(report_dates.c.due_at > due.at)
        self._run(later.filter_by(community_id=due.community, report=due.report).values(due_at=due.at))

    def due(self, now: datetime, most: int) -> Sequence[Due]:
        ripe = select(report_dates).where(report_dates.c.due_at <= now).order_by(report_dates.c.due_at)
        key = (report_dates.c.community_id, report_dates.c.report)
        found = self._claims.rows("reports", ripe, *key, most=most)
        return [Due(row.community_id, Report(row.report), row.due_at) for row in found]

    def overdue(self, community: CommunityId, now: datetime, most: int) -> Overdue:
        late = (_open, concerns.c.due.in_(WORKED_ON), concerns.c.due_at <= now)
        oldest = select(concerns).filter_by(community_id=community).where(*late)
        oldest = oldest.order_by(concerns.c.due_at, concerns.c.id).limit(most)
        return Overdue(
            open=self._count(community, _open),
            late=self._count(community, *late),
            oldest=[Late(row.number, row.category, row.building, row.due_at) for row in self._run(oldest)],
        )

    def raised(self, community: CommunityId, span: Span) -> int:
        return self._count(community, concerns.c.raised_at >= span.since, concerns.c.raised_at < span.until)

    def closed(self, community: CommunityId, span: Span) -> int:
        return self._count(community, *_closed_in(span))

    def cases(self, community: CommunityId, span: Span, raised_since: datetime) -> Sequence[Case]:
        said = (_reopening, concern_history.c.at >= span.since, concern_history.c.at < span.until)
        again = _open & concerns.c.id.in_(select(concern_history.c.concern_id).where(*said))
        raised = (concerns.c.raised_at >= raised_since) & (concerns.c.raised_at < span.until)
        found = select(concerns, again.label("reopened")).filter_by(community_id=community)
        found = found.where(or_(raised, and_(*_closed_in(span)), again))
        return [
            Case(
                row.building,
                row.category,
                row.raised_at,
                row.answered_at,
                row.closed_at,
                State(row.state),
                bool(row.reopened),
            )
            for row in self._run(found)
        ]

    def foremost(self, community: CommunityId, most: int) -> Sequence[Ranked]:
        voices = _households_behind(community)
        many = func.count().label("households")
        found = select(voices.c.concern, many).group_by(voices.c.concern).order_by(many.desc(), voices.c.concern)
        return [
            Ranked(rank, ConcernId(concern), households)
            for rank, (concern, households) in enumerate(self._run(found.limit(most)), 1)
        ]

    def choose(self, community: CommunityId, month: date, ranked: Sequence[Ranked]) -> bool:
        if self.chosen(community, month):
            return False
        rows = [
            {"community_id": community, "month": month, "rank": one.rank, "concern_id": one.concern,
             "households": one.households}
            for one in ranked
        ]  # fmt: skip
        if rows:
            self._run(insert(top_ten), rows)
        return True

    def chosen(self, community: CommunityId, month: date) -> Sequence[Ranked]:
        found = select(top_ten).filter_by(community_id=community, month=month).order_by(top_ten.c.rank)
        return [Ranked(row.rank, ConcernId(row.concern_id), row.households) for row in self._run(found)]

    def _count(self, community: CommunityId, *which: ColumnElement[bool]) -> int:
        counted = select(func.count()).select_from(concerns).filter_by(community_id=community)
        return self._run(counted.where(*which)).scalar_one()


def _closed_in(span: Span) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return concerns.c.closed_at >= span.since, concerns.c.closed_at < span.until


def _households_behind(community: CommunityId) -> Subquery:
    """(concern, household) of each open concern: its author's, and those that have met it too. No household twice.

    The one place that says whose households count.
    """
    theirs = select(concerns.c.id.label("concern"), residents.c.household_id.label("household"))
    met = select(concern_supporters.c.concern_id, concern_supporters.c.household_id)
    met = met.join(concerns).join(households, households.c.id == concern_supporters.c.household_id)
    here = _open & (concerns.c.community_id == community)
    raised = theirs.join(residents, residents.c.id == concerns.c.author_id).where(here)
    return union(raised, met.where(here, households.c.left_at.is_(None))).subquery()
