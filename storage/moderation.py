"""Measures in groups, and when who spoke while a slow mode runs."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    RowMapping,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    func,
    insert,
    select,
    update,
)

from bot.kit.people import CommunityId
from bot.moderation.model import Kind, Measure, NoMeasure, Said, Turn
from bot.rights.model import Heading
from storage import personal
from storage.personal import NOBODY, PROGRAM, Traces, gone
from storage.roll import communities
from storage.schema import Moment, metadata

measures = Table(
    "measures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("key", String(64), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("rule", Integer, nullable=False),
    Column("by_id", BigInteger, nullable=False),
    Column("by_name", String(128), nullable=False),
    Column("at", Moment, nullable=False),
    Column("until", Moment),
    Column("pace", Integer, nullable=False),
    Column("message_id", Integer),  # what it is about; None for a whole group
    Column("whom_id", BigInteger),
    Column("whom_name", String(128), nullable=False),
    Column("words", Text, nullable=False),
    Column("media", String(16), nullable=False),
    Column("file_id", String(200), nullable=False),
    Column("why", Text, nullable=False),
    Column("ended", Boolean, nullable=False),
    Column("undone", Boolean, nullable=False),
    UniqueConstraint("community_id", "number"),
)
_runs = ~measures.c.ended
Index("ix_measures_running", measures.c.chat_id, measures.c.until, sqlite_where=_runs, postgresql_where=_runs)

measure_turns = Table(
    "measure_turns",
    metadata,
    Column("measure_id", ForeignKey(measures.c.id), primary_key=True),
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", Integer, nullable=False),
    Column("spoke_at", Moment, nullable=False),
    Column("held_until", Moment),
)
personal.declare(
    measures,
    Traces(
        lambda person: measures.c.whom_id == person,
        {"whom_id": NOBODY, "whom_name": "", "words": "", "file_id": ""},
        Heading.MEASURES,
        "number at",
        file="number kind rule at until words why ended",
        subject="measure",
    ),
    Traces(lambda person: measures.c.by_id == person, {"by_id": NOBODY, "by_name": ""}, Heading.LOG, "at"),
    keep={
        "key kind media": PROGRAM,
        "chat_id": "the number of a group, not of a person",
        "why": "what a moderator told everybody",
    },
)
personal.declare(measure_turns, Traces(lambda person: measure_turns.c.telegram_id == person, gone("telegram_id")))


class SqlMeasures:
    """Implements `bot.moderation.repository.Measures`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def add(self, measure: Measure) -> Measure:
        last = select(func.coalesce(func.max(measures.c.number), 0)).filter_by(community_id=measure.community)
        said = measure.said
        row = {
            "community_id": measure.community,
            "number": self._run(last).scalar_one() + 1,
            "chat_id": measure.chat_id,
            "key": measure.key,
            "kind": measure.kind,
            "rule": measure.rule,
            "by_id": measure.by,
            "by_name": measure.by_name[:128],
            "at": measure.at,
            "until": measure.until,
            "pace": measure.pace,
            "message_id": said.message_id if said else None,
            "whom_id": said.telegram_id if said else None,
            "whom_name": said.name[:128] if said else "",
            "words": said.words if said else "",
            "media": said.media if said else "",
            "file_id": said.file_id if said else "",
            "why": measure.why,
            "ended": measure.over,
            "undone": measure.undone,
        }
        return _measure(self._run(insert(measures).values(row).returning(*measures.c)).mappings().one())

    def save(self, measure: Measure) -> None:
        changing = {"ended": measure.over, "undone": measure.undone}
        self._run(update(measures).filter_by(id=measure.id).values(changing))

    def get(self, measure: int) -> Measure:
        row = self._run(select(measures).filter_by(id=measure)).mappings().first()
        if row is None:
            raise NoMeasure
        return _measure(row)

    def with_key(self, key: str) -> Measure | None:
        row = self._run(select(measures).filter_by(key=key)).mappings().first()
        return _measure(row) if row else None

    def latest(self, community: CommunityId, most: int) -> Sequence[Measure]:
        newest = select(measures).filter_by(community_id=community).order_by(measures.c.id.desc()).limit(most)
        return [_measure(row) for row in self._run(newest).mappings()]

    def slow_in(self, chat_id: int, at: datetime) -> Measure | None:
        running = select(measures).where(
            _runs, measures.c.chat_id == chat_id, measures.c.until > at, measures.c.at <= at,
            measures.c.kind == Kind.SLOW,
        )  # fmt: skip
        row = self._run(running).mappings().first()
        return _measure(row) if row else None

    def due(self, now: datetime, most: int) -> Sequence[Measure]:
        due = select(measures).where(_runs, measures.c.until <= now).order_by(measures.c.until).limit(most)
        return [_measure(row) for row in self._run(due.with_for_update(skip_locked=True)).mappings().all()]

    def turn(self, measure: int, telegram_id: int) -> Turn | None:
        row = self._run(select(measure_turns).filter_by(measure_id=measure, telegram_id=telegram_id)).first()
        return Turn(row.telegram_id, row.message_id, row.spoke_at, row.held_until) if row else None

    def keep_turn(self, measure: int, turn: Turn) -> None:
        whose = {"measure_id": measure, "telegram_id": turn.telegram_id}
        self._run(delete(measure_turns).filter_by(**whose))
        said = {"message_id": turn.message_id, "spoke_at": turn.spoke_at, "held_until": turn.held_until}
        self._run(insert(measure_turns).values(whose | said))

    def held(self, measure: int, now: datetime) -> Sequence[int]:
        still = (
            select(measure_turns.c.telegram_id).filter_by(measure_id=measure).where(measure_turns.c.held_until > now)
        )
        return self._run(still).scalars().all()

    def forget_turns(self, measure: int) -> None:
        self._run(delete(measure_turns).filter_by(measure_id=measure))


def _measure(row: RowMapping) -> Measure:
    said = None
    if row["message_id"] is not None:
        said = Said(row["message_id"], row["whom_id"], row["whom_name"], row["words"], row["media"], row["file_id"])
    return Measure(
        community=row["community_id"],
        chat_id=row["chat_id"],
        key=row["key"],
        kind=Kind(row["kind"]),
        rule=row["rule"],
        by=row["by_id"],
        by_name=row["by_name"],
        at=row["at"],
        until=row["until"],
        pace=row["pace"],
        said=said,
        why=row["why"],
        over=row["ended"],
        undone=row["undone"],
        number=row["number"],
        id=row["id"],
    )
