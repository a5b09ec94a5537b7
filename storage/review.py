"""What is kept of each month's figures, and what reports count."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from fractions import Fraction

from sqlalchemy import Column, ColumnElement, Connection, Date, ForeignKey, Integer, String, Table, func, insert, select

from bot.concerns.model.life import ENDED_WELL, Deed, State
from bot.kit.people import CommunityId
from bot.points.model.ledger import EARNED, Rule
from bot.reports.model.dates import Span
from bot.review.model.measure import Figure, Line, Measure
from bot.review.model.peaks import Raised
from bot.review.model.review import Shelf, Took
from bot.sittings.model.sitting import Gathering
from bot.votes.model.vote import State as VoteState
from bot.wishes.model.wish import State as WishState
from storage import personal
from storage.agenda_tables import items
from storage.assessments import SCORED, assessments
from storage.audit import audit_log
from storage.concern_tables import concern_history, concerns
from storage.floor_tables import check_ins, sessions, treated, turns
from storage.good_deeds import deeds
from storage.outcomes_tables import resolutions
from storage.personal import NOBODY, PROGRAM
from storage.points_tables import entries as points
from storage.review_people import took_part
from storage.roll import communities
from storage.schema import metadata
from storage.sittings import sittings
from storage.vote_tables import votes
from storage.wishes import wishes

month_figures = Table(
    "month_figures",
    metadata,
    Column("community_id", ForeignKey(communities.c.id), primary_key=True, autoincrement=False),
    Column("month", Date, primary_key=True),
    Column("measure", String(40), primary_key=True),  # the id of its definition
    Column("part", Integer, nullable=False),
    Column("whole", Integer),
)
personal.declare(month_figures, keep={"measure": PROGRAM})


class SqlReviews:
    """Implements `bot.review.repository.Reviews`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def name(self, community: CommunityId) -> str:
        found: str = self._run(select(communities.c.name).filter_by(id=community)).scalar_one()
        return found

    def took_part(self, community: CommunityId, span: Span) -> Took:
        return took_part(self._run, community, span)

    def ballots(self, community: CommunityId, span: Span) -> Figure:
        sums = select(func.coalesce(func.sum(votes.c.took_part), 0), func.coalesce(func.sum(votes.c.entitled), 0))
        counted = sums.filter_by(community_id=community, state=VoteState.CLOSED).where(_in(votes.c.ended_at, span))
        return Figure(Measure.TURNOUT, *self._run(counted).one())

    def sittings(self, community: CommunityId, span: Span, now: datetime) -> Figure:
        """Called off is called too; one whose day is not over has not failed yet."""
        called = select(sittings.c.called_off_at, sittings.c.starts_at, sessions.c.closed_at, sessions.c.with_quorum)
        called = called.outerjoin(sessions, sessions.c.sitting_id == sittings.c.id)
        mine = called.where(sittings.c.community_id == community, sittings.c.kind == Gathering.SITTING)
        over = [
            row for row in self._run(mine.where(_in(sittings.c.starts_at, span)))
            if row.called_off_at or row.closed_at or row.starts_at < now - timedelta(days=1)
        ]  # fmt: skip
        met = sum(bool(row.with_quorum) and row.called_off_at is None for row in over)
        return Figure(Measure.CONVENING, met, len(over))

    def items(self, community: CommunityId, span: Span) -> Figure:
        """Minutes of all that was treated, rounded once; disposed of is what was decided by hands or put to a vote."""
        rows = self._run(
            select(treated).join(sessions, sessions.c.sitting_id == treated.c.sitting_id)
            .where(sessions.c.community_id == community, _in(treated.c.closed_at, span))
        ).all()  # fmt: skip
        spent = sum((row.closed_at - row.opened_at for row in rows), timedelta())
        disposed = sum(row.outcome is not None or row.balloted for row in rows)
        return Figure(Measure.THROUGHPUT, round(spent / timedelta(minutes=1)), disposed)

    def deliberation(self, community: CommunityId, span: Span) -> Figure:
        """Published as soon as the time to rate is over: `until` is when."""
        of = select(assessments.c.total, assessments.c.raters).where(assessments.c.community_id == community)
        scores = [Fraction(*row) for row in self._run(of.where(SCORED, _in(assessments.c.until, span)))]
        mean = sum(scores, Fraction()) / len(scores) if scores else Fraction()
        return Figure(Measure.DELIBERATION, mean.numerator, mean.denominator if scores else 0)

    def solved(self, community: CommunityId, span: Span) -> Figure:
        """Of what was closed, and of what is open though it was late, or was opened again by its resident."""
        mine = concerns.c.community_id == community
        closed = mine & _in(concerns.c.closed_at, span) & concerns.c.state.in_(ENDED_WELL)
        confirmed = closed & (concerns.c.state == State.CONFIRMED)
        open_then = concerns.c.closed_at.is_(None) | (concerns.c.closed_at >= span.until)
        told = select(concern_history.c.concern_id)
        late = told.where(concern_history.c.deed == Deed.ESCALATE, concern_history.c.at < span.until)
        again = told.where(concern_history.c.deed == Deed.REOPEN, _in(concern_history.c.at, span))
        waits = mine & open_then & (concerns.c.id.in_(late) | concerns.c.id.in_(again))
        return Figure(Measure.RESOLUTION, self._count(confirmed), self._count(closed) + self._count(waits))

    def points(self, community: CommunityId, span: Span) -> Sequence[Figure]:
        back = points.alias("back")
        then = select(func.coalesce(func.sum(points.c.amount), 0)).where(
            points.c.community_id == community, _in(points.c.at, span)
        )
        earned = self._run(then.where(points.c.rule.in_(EARNED))).scalar_one()
        reversed_ = then.join(back, back.c.id == points.c.reverses).where(back.c.rule.in_(EARNED))
        redeemed = self._run(then.where(points.c.rule == Rule.REDEEMING)).scalar_one()
        taken = self._run(reversed_).scalar_one()
        return [Figure(Measure.EARNED, int(earned - taken)), Figure(Measure.REDEEMED, int(redeemed))]

    def help(self, community: CommunityId, span: Span, zone: tzinfo) -> Figure:
        told = select(deeds.c.doer, deeds.c.decider, deeds.c.decided_at).filter_by(community_id=community)
        confirmed = told.where(deeds.c.verdict == "help", _in(deeds.c.decided_at, span))
        granted = (
            select(wishes.c.helper_id, wishes.c.wisher_id, audit_log.c.at)
            .join(audit_log, (audit_log.c.number == wishes.c.number) & (audit_log.c.what == "WishGranted"))
            .where(wishes.c.community_id == community, audit_log.c.community_id == community)
            .where(wishes.c.state == WishState.GRANTED, _in(audit_log.c.at, span))
        )
        found = set()
        for number, (one, other, at) in enumerate([*self._run(confirmed), *self._run(granted)]):
            pair = (one, other) if one and other else (-number, 0)  # nobody knows whether the forgotten are the same
            found.add((*pair, at.astimezone(zone).date()))
        return Figure(Measure.MUTUAL_AID, len(found))

    def came(self, community: CommunityId, span: Span) -> Figure:
        mine = select(func.count()).select_from(check_ins).join(sittings).where(sittings.c.community_id == community)
        return Figure(Measure.ACTIVITY, self._run(mine.where(_in(check_ins.c.at, span))).scalar_one())

    def turns(self, community: CommunityId, span: Span) -> Sequence[int]:
        spoke = select(turns.c.telegram_id).join(sittings).where(sittings.c.community_id == community)
        return _each(self._run(spoke.where(_in(turns.c.called_at, span))).scalars().all())

    def wins(self, community: CommunityId, span: Span) -> Sequence[int]:
        by_hands = select(treated.c.item_id).where(treated.c.outcome == "adopted", _in(treated.c.closed_at, span))
        by_ballot = select(votes.c.item_id).join(resolutions, resolutions.c.vote_id == votes.c.id)
        won = items.c.id.in_(by_hands) | items.c.id.in_(by_ballot.where(_in(resolutions.c.at, span)))
        return _each(self._run(select(items.c.proposer).filter_by(community_id=community).where(won)).scalars().all())

    def raised(self, community: CommunityId, span: Span, zone: tzinfo) -> Sequence[Raised]:
        told = select(concerns.c.raised_at, concerns.c.category, concerns.c.building).filter_by(community_id=community)
        return [
            Raised(row.raised_at.astimezone(zone).hour, row.category, row.building or 0)
            for row in self._run(told.where(_in(concerns.c.raised_at, span)))
        ]

    def first_raised(self, community: CommunityId) -> datetime | None:
        return self._run(select(func.min(concerns.c.raised_at)).filter_by(community_id=community)).scalar()

    def categories(self, community: CommunityId) -> Sequence[str]:
        known = select(concerns.c.category).distinct().filter_by(community_id=community)
        return self._run(known.order_by(concerns.c.category)).scalars().all()

    def shelves(self) -> Sequence[Shelf]:
        last = func.max(month_figures.c.month)
        kept = select(communities.c.id, communities.c.founded_at, last).outerjoin(month_figures)
        return [Shelf(*row) for row in self._run(kept.group_by(communities.c.id).order_by(communities.c.id))]

    def keep(self, community: CommunityId, month: date, figures: Sequence[Figure]) -> None:
        rows = [
            {"community_id": community, "month": month, "measure": one.measure, "part": one.part, "whole": one.whole}
            for one in figures
        ]
        self._run(insert(month_figures), rows)

    def line(self, community: CommunityId, measure: Measure, months: Sequence[date]) -> Line:
        kept = select(month_figures).filter_by(community_id=community, measure=measure)
        kept = kept.where(month_figures.c.month.in_(months)).order_by(month_figures.c.month)
        return Line(
            measure, [(row.month, Figure(Measure(row.measure), row.part, row.whole)) for row in self._run(kept)]
        )

    def _count(self, which: ColumnElement[bool]) -> int:
        return self._run(select(func.count()).select_from(concerns).where(which)).scalar_one()


def _in(moment: Column[datetime], span: Span) -> ColumnElement[bool]:
    return (moment >= span.since) & (moment < span.until)


def _each(whose: Sequence[int]) -> Sequence[int]:
    """How often each is there; whoever was forgotten is somebody of their own each time."""
    known = Counter(one for one in whose if one != NOBODY)
    return [*sorted(known.values(), reverse=True), *(1 for one in whose if one == NOBODY)]
