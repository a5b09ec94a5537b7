"""Good deeds that people told of, and samples of sorted waste."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    RowMapping,
    String,
    Table,
    Text,
    UniqueConstraint,
    case,
    func,
    insert,
    select,
    update,
)

from bot.kit.people import CommunityId
from bot.points.model.deed import NOBODY, Deed, DeedId, NoDeed, Sample, Sorting, Verdict
from bot.residents.model import HouseholdId
from bot.rights.model import Heading
from storage import personal
from storage.personal import PROGRAM, Traces
from storage.roll import communities, households
from storage.schema import Moment, metadata

deeds = Table(
    "points_deeds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("key", String(64), nullable=False, unique=True),
    Column("doer", BigInteger, nullable=False, index=True),
    Column("name", String(64), nullable=False),
    Column("building", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("told_at", Moment, nullable=False),
    Column("verdict", String(8)),
    Column("decider", BigInteger, index=True),
    Column("decided_by", String(128), nullable=False),
    Column("decided_at", Moment),
)
samples = Table(
    "points_samples",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("household_id", ForeignKey(households.c.id), nullable=False),
    Column("day", Date, nullable=False),
    Column("good", Boolean, nullable=False),
    Column("by", BigInteger, nullable=False, index=True),
    UniqueConstraint("household_id", "day"),
)
Index("ix_points_samples_when", samples.c.community_id, samples.c.day)
personal.declare(
    deeds,
    Traces(
        lambda person: deeds.c.doer == person,
        {"doer": NOBODY, "name": "", "words": ""},
        Heading.POINTS,
        "words told_at",
        file="words told_at verdict",
        subject="deed",
    ),
    Traces(lambda person: deeds.c.decider == person, {"decider": NOBODY, "decided_by": ""}),
    keep={"key verdict": PROGRAM},
)
personal.declare(samples, Traces(lambda person: samples.c.by == person, {"by": NOBODY}, Heading.POINTS, "", file="day"))


class SqlGoodDeeds:
    """Implements `bot.points.repository.GoodDeeds`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._run = connection.execute
        self._now = now

    def add(self, deed: Deed) -> Deed:
        row = {
            "community_id": deed.community,
            "key": deed.key,
            "doer": deed.doer,
            "name": deed.name,
            "building": deed.building,
            "words": deed.words,
            "told_at": deed.told_at,
            "decided_by": "",
        }
        return _deed(self._run(insert(deeds).values(row).returning(*deeds.c)).mappings().one())

    def get(self, deed: DeedId) -> Deed:
        row = self._run(select(deeds).filter_by(id=deed).with_for_update()).mappings().first()
        if row is None:
            raise NoDeed
        return _deed(row)

    def with_key(self, key: str) -> Deed | None:
        row = self._run(select(deeds).filter_by(key=key)).mappings().first()
        return _deed(row) if row else None

    def save(self, deed: Deed) -> None:
        decision = {
            "verdict": deed.verdict,
            "decider": deed.decider,
            "decided_by": deed.decided_by,
            "decided_at": self._now,
        }
        self._run(update(deeds).filter_by(id=deed.id).values(decision))

    def sample(self, household: HouseholdId, day: date) -> Sample | None:
        row = self._run(select(samples).filter_by(household_id=household, day=day)).mappings().first()
        return _sample(row) if row else None

    def keep_sample(self, sample: Sample) -> Sample:
        row = {
            "community_id": sample.community,
            "household_id": sample.household,
            "day": sample.day,
            "good": sample.good,
            "by": sample.by,
        }
        return _sample(self._run(insert(samples).values(row).returning(*samples.c)).mappings().one())

    def sorting(self, community: CommunityId, since: date, until: date) -> Sequence[Sorting]:
        then = (samples.c.community_id == community) & (samples.c.day >= since) & (samples.c.day < until)
        latest = select(samples.c.household_id, func.max(samples.c.day).label("day")).where(then)
        last = latest.group_by(samples.c.household_id).subquery()
        seen = samples.join(last, (last.c.household_id == samples.c.household_id) & (last.c.day == samples.c.day)).join(
            households, households.c.id == samples.c.household_id
        )
        good = func.sum(case((samples.c.good, 1), else_=0))
        rates = select(households.c.building, func.count(), good).select_from(seen)
        rates = rates.group_by(households.c.building).order_by(households.c.building)
        return [Sorting(*row) for row in self._run(rates)]


def _deed(row: RowMapping) -> Deed:
    return Deed(
        id=DeedId(row["id"]),
        community=CommunityId(row["community_id"]),
        key=row["key"],
        doer=row["doer"],
        name=row["name"],
        building=row["building"],
        words=row["words"],
        told_at=row["told_at"],
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        decider=row["decider"],
        decided_by=row["decided_by"],
    )


def _sample(row: RowMapping) -> Sample:
    return Sample(row["id"], row["community_id"], row["household_id"], row["day"], row["good"], row["by"])
