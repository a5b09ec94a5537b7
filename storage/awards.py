"""The yearly award: nominations, the shortlist, votes while they are open, and who was chosen."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Integer,
    RowMapping,
    Select,
    String,
    Table,
    UniqueConstraint,
    and_,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from bot.honours.model.pioneer import NOBODY, Award, AwardId, NoAward, Nominee, NomineeId, Stage, Way
from bot.kit.people import CommunityId
from bot.rights.model import Heading
from storage import personal
from storage.claims import SqlClaims
from storage.honours import opted_out
from storage.personal import PROGRAM, Traces, gone
from storage.roll import communities, households, residents
from storage.schema import Moment, metadata

awards = Table(
    "awards",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("year", Integer, nullable=False),
    Column("way", String(8), nullable=False),
    Column("stage", String(16), nullable=False, index=True),
    Column("ends_at", Moment, nullable=False),
    UniqueConstraint("community_id", "year"),
)
nominees = Table(
    "award_nominees",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("award_id", ForeignKey(awards.c.id), nullable=False),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("building", Integer, nullable=False),
    Column("points", Integer, nullable=False),
    Column("shortlisted", Boolean, nullable=False),
    Column("votes", Integer, nullable=False),
    Column("chosen", Boolean, nullable=False),
    UniqueConstraint("award_id", "telegram_id"),
)
nominations = Table(
    "award_nominations",
    metadata,
    Column("nominee_id", ForeignKey(nominees.c.id), primary_key=True, autoincrement=False),
    Column("household_id", ForeignKey(households.c.id), primary_key=True, autoincrement=False),
    Column("nominated_by", BigInteger, nullable=False, index=True),
)
votes = Table(
    "award_votes",
    metadata,
    Column("award_id", ForeignKey(awards.c.id), primary_key=True, autoincrement=False),
    Column("voter_id", BigInteger, primary_key=True, autoincrement=False),
    Column("nominee_id", ForeignKey(nominees.c.id), nullable=False),
)
personal.declare(awards, keep={"way stage": PROGRAM})
personal.declare(
    nominees,
    Traces(
        lambda person: nominees.c.telegram_id == person,
        {"telegram_id": lambda row: -row["id"]},  # nobody's, and nobody else's
        Heading.HONOURS,
        "building",
        file="building points shortlisted votes chosen",
        subject="nominee",
    ),
)
personal.declare(
    nominations,
    Traces(lambda person: nominations.c.nominated_by == person, {"nominated_by": NOBODY}, Heading.HONOURS),
)
personal.declare(
    votes, Traces(lambda person: votes.c.voter_id == person, gone("voter_id"), Heading.HONOURS, file="award_id")
)


class SqlAwards:
    """Implements `bot.honours.repository.Awards`."""

    def __init__(self, connection: Connection, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._claims = claims

    def without(self, year: int) -> Sequence[CommunityId]:
        there = exists().where(awards.c.community_id == communities.c.id, awards.c.year == year)
        missing = select(communities.c.id).where(~there).order_by(communities.c.id)
        return [row.id for row in self._claims.rows("awards.without", missing, communities.c.id)]

    def open(self, community: CommunityId, year: int, way: Way, ends_at: datetime) -> Award:
        row = {"community_id": community, "year": year, "way": way, "stage": Stage.NOMINATING, "ends_at": ends_at}
        return _award(self._run(insert(awards).values(row).returning(*awards.c)).mappings().one())

    def latest(self, community: CommunityId) -> Award | None:
        newest = select(awards).filter_by(community_id=community).order_by(awards.c.year.desc()).limit(1)
        row = self._run(newest).mappings().first()
        return _award(row) if row else None

    def get(self, award: AwardId) -> Award:
        row = self._run(select(awards).filter_by(id=award)).mappings().first()
        if row is None:
            raise NoAward
        return _award(row)

    def move(self, award: AwardId, stage: Stage, at: datetime) -> Award:
        moved = update(awards).filter_by(id=award).values(stage=stage, ends_at=at)
        return _award(self._run(moved.returning(*awards.c)).mappings().one())

    def due(self, now: datetime) -> Sequence[Award]:
        over = select(awards).where(awards.c.stage != Stage.PUBLISHED, awards.c.ends_at <= now)
        locked = over.with_for_update(skip_locked=True)
        return [_award(row) for row in self._claims.mappings("awards", locked, awards.c.id)]

    def nominate(self, award: AwardId, nominee: int, building: int, by: int, household: int) -> bool:
        known = self._run(select(nominees.c.id).filter_by(award_id=award, telegram_id=nominee)).scalar()
        row = {"award_id": award, "telegram_id": nominee, "building": building}
        blank = {"points": 0, "shortlisted": False, "votes": 0, "chosen": False}
        nominee_id = known or self._run(insert(nominees).values(row | blank).returning(nominees.c.id)).scalar_one()
        key = {"nominee_id": nominee_id, "household_id": household}
        if self._run(select(nominations).filter_by(**key)).first() is None:
            self._run(insert(nominations).values(key | {"nominated_by": by}))
        return known is None

    def nominated(self, award: AwardId, nominee: int, household: int) -> bool:
        theirs = select(nominations).join(nominees, nominees.c.id == nominations.c.nominee_id)
        one = (nominees.c.award_id == award, nominees.c.telegram_id == nominee)
        return self._run(theirs.where(*one, nominations.c.household_id == household)).first() is not None

    def count_by(self, award: AwardId, household: int) -> int:
        theirs = nominations.join(nominees, nominees.c.id == nominations.c.nominee_id)
        counted = select(func.count()).select_from(theirs).where(nominees.c.award_id == award)
        return self._run(counted.where(nominations.c.household_id == household)).scalar_one()

    def nominees(self, award: AwardId, *, shortlisted: bool = False) -> Sequence[Nominee]:
        them = _nominees().where(nominees.c.award_id == award)
        if shortlisted:
            them = them.where(nominees.c.shortlisted)
        return [_nominee(row) for row in self._run(them).mappings()]

    def nominee(self, award: AwardId, telegram_id: int) -> Nominee | None:
        one = _nominees().where(nominees.c.award_id == award, nominees.c.telegram_id == telegram_id)
        row = self._run(one).mappings().first()
        return _nominee(row) if row else None

    def save(self, nominee: Nominee) -> None:
        now = {
            "points": nominee.points,
            "shortlisted": nominee.shortlisted,
            "votes": nominee.votes,
            "chosen": nominee.chosen,
        }
        self._run(update(nominees).filter_by(id=nominee.id).values(now))

    def vote(self, award: AwardId, voter: int, nominee: NomineeId) -> None:
        key = {"award_id": award, "voter_id": voter}
        if self._run(update(votes).filter_by(**key).values(nominee_id=nominee)).rowcount == 0:
            self._run(insert(votes).values(key | {"nominee_id": nominee}))

    def vote_of(self, award: AwardId, voter: int) -> NomineeId | None:
        chosen = self._run(select(votes.c.nominee_id).filter_by(award_id=award, voter_id=voter)).scalar()
        return NomineeId(chosen) if chosen is not None else None

    def count_and_forget_votes(self, award: AwardId) -> Mapping[NomineeId, int]:
        counted = select(votes.c.nominee_id, func.count()).filter_by(award_id=award).group_by(votes.c.nominee_id)
        found = {NomineeId(nominee): count for nominee, count in self._run(counted)}
        self._run(delete(votes).filter_by(award_id=award))
        return found

    def won_by(self, community: CommunityId, telegram_id: int) -> Sequence[int]:
        won = select(awards.c.year).join(nominees, nominees.c.award_id == awards.c.id)
        mine = won.where(awards.c.community_id == community, nominees.c.telegram_id == telegram_id, nominees.c.chosen)
        return self._run(mine.order_by(awards.c.year)).scalars().all()


def _nominees() -> Select[tuple[object, ...]]:
    """With their names as the roll has them now, and how many households nominated each."""
    count = select(func.count()).where(nominations.c.nominee_id == nominees.c.id).scalar_subquery()
    on_roll = and_(
        residents.c.telegram_id == nominees.c.telegram_id,
        residents.c.community_id == awards.c.community_id,
        residents.c.left_at.is_(None),
    )
    out = and_(opted_out.c.telegram_id == nominees.c.telegram_id, opted_out.c.community_id == awards.c.community_id)
    joined = (
        nominees.join(awards, awards.c.id == nominees.c.award_id)
        .outerjoin(residents, on_roll)
        .outerjoin(opted_out, out)
    )
    is_out = opted_out.c.telegram_id.is_not(None)
    found = select(nominees, residents.c.name, count.label("nominations"), is_out.label("opted_out"))
    return found.select_from(joined).order_by(nominees.c.building, nominees.c.id)


def _award(row: RowMapping) -> Award:
    return Award(
        id=AwardId(row["id"]),
        community=row["community_id"],
        year=row["year"],
        way="vote" if row["way"] == "vote" else "rank",
        stage=Stage(row["stage"]),
        ends_at=row["ends_at"],
    )


def _nominee(row: RowMapping) -> Nominee:
    return Nominee(
        id=NomineeId(row["id"]),
        award=AwardId(row["award_id"]),
        telegram_id=row["telegram_id"],
        building=row["building"],
        name=row["name"] or "",
        nominations=row["nominations"],
        points=row["points"],
        shortlisted=row["shortlisted"],
        votes=row["votes"],
        chosen=row["chosen"],
        opted_out=row["opted_out"],
    )
