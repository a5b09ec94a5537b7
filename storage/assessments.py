"""How well sittings deliberated: ratings while they are taken, and what is left of them."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    RowMapping,
    String,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)

from bot.assessments.model import COMPARED, LEAST, Assessment, Rating, State, Trend, trend
from bot.kit.people import CommunityId
from bot.rights.model import Heading
from bot.sittings.model.sitting import SittingId
from storage import personal
from storage.claims import SqlClaims
from storage.floor_tables import check_ins
from storage.personal import NOBODY, PROGRAM, Traces, gone
from storage.roll import communities
from storage.schema import Moment, metadata
from storage.sittings import sittings
from storage.upsert import upsert_on

assessments = Table(
    "assessments",
    metadata,
    Column("sitting_id", ForeignKey(sittings.c.id), primary_key=True, autoincrement=False),
    Column("community_id", ForeignKey(communities.c.id), nullable=False, index=True),
    Column("chair", BigInteger, nullable=False, index=True),
    Column("until", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("due_at", Moment, index=True),
    Column("asked", BigInteger, nullable=False),  # the greatest Telegram id that was written to
    Column("raters", Integer, nullable=False),
    Column("total", Integer, nullable=False),
)
ratings = Table(
    "assessment_ratings",
    metadata,
    Column("sitting_id", ForeignKey(assessments.c.sitting_id), nullable=False),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("marks", JSON, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("sitting_id", "telegram_id"),
)
personal.declare(
    assessments,
    Traces(lambda person: assessments.c.chair == person, {"chair": NOBODY}),
    Traces(lambda person: assessments.c.asked == person, {"asked": NOBODY}),
    keep={"state": PROGRAM},
)
personal.declare(
    ratings,
    Traces(lambda person: ratings.c.telegram_id == person, gone("telegram_id marks"), Heading.SITTINGS, "at",
           file="marks at"),
)  # fmt: skip
SCORED = (assessments.c.state == State.PUBLISHED) & (assessments.c.raters >= LEAST)


class SqlAssessments:
    """Implements `bot.assessments.repository.Assessments`."""

    def __init__(self, connection: Connection, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._claims = claims
        self._upsert = upsert_on(connection)

    def begin(self, assessment: Assessment) -> bool:
        if self.of(assessment.sitting) is not None:
            return False
        key = {"sitting_id": assessment.sitting, "community_id": assessment.community, "chair": assessment.chair}
        self._run(insert(assessments).values(**key, until=assessment.until, **_moving(assessment)))
        return True

    def of(self, sitting: SittingId) -> Assessment | None:
        row = self._run(select(assessments).filter_by(sitting_id=sitting)).mappings().first()
        return _assessment(row) if row else None

    def save(self, assessment: Assessment) -> None:
        self._run(update(assessments).filter_by(sitting_id=assessment.sitting).values(_moving(assessment)))

    def due(self, now: datetime, most: int) -> Sequence[Assessment]:
        ripe = select(assessments).where(assessments.c.due_at <= now).order_by(assessments.c.due_at)
        found = self._claims.mappings("assessments", ripe, assessments.c.sitting_id, most=most)
        return [_assessment(row) for row in found]

    def present(self, sitting: SittingId, after: int, most: int) -> Sequence[int]:
        there = select(check_ins.c.telegram_id).filter_by(sitting_id=sitting).where(check_ins.c.telegram_id > after)
        return self._run(there.order_by(check_ins.c.telegram_id).limit(most)).scalars().all()

    def rate(self, rating: Rating) -> None:
        given = {"marks": list(rating.marks), "at": rating.at}
        row = self._upsert(ratings).values(sitting_id=rating.sitting, telegram_id=rating.rater, **given)
        self._run(row.on_conflict_do_update(index_elements=["sitting_id", "telegram_id"], set_=given))

    def totals(self, sitting: SittingId) -> Sequence[int]:
        return [sum(row.marks) for row in self._run(select(ratings.c.marks).filter_by(sitting_id=sitting))]

    def erase_ratings(self, sitting: SittingId) -> None:
        self._run(delete(ratings).filter_by(sitting_id=sitting))

    def trend(self, community: CommunityId) -> Trend | None:
        scored = SCORED & (assessments.c.community_id == community)
        count = self._run(select(func.count()).select_from(assessments).where(scored)).scalar_one()
        of = select(assessments.c.total, assessments.c.raters).join(sittings).where(scored).limit(COMPARED)
        day = sittings.c.starts_at
        first, last = (
            [Fraction(total, raters) for total, raters in self._run(of.order_by(order, assessments.c.sitting_id))]
            for order in (day, day.desc())
        )
        return trend(first, last, count)


def _moving(one: Assessment) -> dict[str, object]:
    return {
        "state": one.state, "due_at": one.due_at, "asked": one.asked, "raters": one.raters, "total": one.total,
    }  # fmt: skip


def _assessment(row: RowMapping) -> Assessment:
    return Assessment(
        row["sitting_id"], row["community_id"], row["chair"], row["until"], State(row["state"]), row["due_at"],
        row["asked"], row["raters"], row["total"],
    )  # fmt: skip
