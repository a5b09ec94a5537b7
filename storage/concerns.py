"""Concerns and their history."""

import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Interval,
    Row,
    RowMapping,
    String,
    Table,
    Text,
    UniqueConstraint,
    insert,
    select,
    update,
)

from bot.concerns.model.concern import Concern, ConcernId, Line
from bot.concerns.model.life import Deed
from bot.concerns.model.refusals import NoConcern
from bot.config import Response
from bot.kit.people import CommunityId
from bot.rights.model import Heading
from storage import personal
from storage.concern_rows import concern_of, line_of, moving
from storage.personal import PROGRAM, Traces
from storage.residents import SqlResidents
from storage.roll import accounts, communities, residents
from storage.schema import Moment, metadata

concerns = Table(
    "concerns",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("key", String(64), nullable=False, unique=True),
    Column("author_id", ForeignKey(residents.c.id), nullable=False),
    Column("text", Text, nullable=False),
    Column("photo", String(200)),
    Column("voice", String(200)),
    Column("place", Text, nullable=False),
    Column("building", Integer),
    Column("category", String(16), nullable=False),
    Column("origin", String(16), nullable=False),
    Column("raised_at", Moment, nullable=False),
    Column("due_at", Moment),
    Column("state", String(16), nullable=False),
    Column("handler_id", BigInteger),
    Column("handler_name", String(128)),
    Column("due", String(16)),
    Column("due_since", Moment),
    Column("due_run", Integer, nullable=False),
    Column("due_passed", Integer, nullable=False),
    Column("look_at", Moment),  # the next mark of its clock
    Column("promise", Text, nullable=False),
    Column("partner", String(16)),
    Column("time_left", Interval),
    Column("original_id", ForeignKey("concerns.id")),
    Column("answered_at", Moment),
    Column("closed_at", Moment),
    Column("author_telegram_id", BigInteger),  # who raised it, wherever they live now
    UniqueConstraint("community_id", "number"),
)
Index("ix_concerns_author", concerns.c.author_telegram_id, concerns.c.id)
_clock = concerns.c.look_at.is_not(None)
Index("ix_concerns_look_at", concerns.c.look_at, sqlite_where=_clock, postgresql_where=_clock)
_open = concerns.c.closed_at.is_(None)
Index(
    "ix_concerns_open", concerns.c.community_id, concerns.c.due_at,
    sqlite_where=_open, postgresql_where=_open,
)  # fmt: skip
_joined = concerns.c.original_id.is_not(None)
Index("ix_concerns_original", concerns.c.original_id, sqlite_where=_joined, postgresql_where=_joined)

concern_numbers = Table(
    "concern_numbers",
    metadata,
    Column("community_id", ForeignKey(communities.c.id), primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)

concern_history = Table(
    "concern_history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("concern_id", ForeignKey(concerns.c.id), nullable=False, index=True),
    Column("deed", String(16), nullable=False),
    Column("by", BigInteger, nullable=False),
    Column("at", Moment, nullable=False),
    Column("words", Text, nullable=False),
    Column("photo", String(200)),
)
_DOORS = re.compile(r"\d+号楼(\d+单元)?")


def _which_building(concern: RowMapping) -> str:
    """What stays of a place: building and unit. A room, or words of one's own, can tell who it was."""
    found = _DOORS.search(concern["place"])
    return found.group() if found else ""


personal.declare(
    concerns,
    Traces(
        lambda person: concerns.c.author_telegram_id == person,
        {"author_telegram_id": None, "text": "", "photo": None, "voice": None, "place": _which_building, "promise": ""},
        Heading.CONCERNS,
        "number text place raised_at",
        file="number text photo voice place building category origin raised_at due_at state",
        subject="concern",
    ),
    Traces(
        lambda person: concerns.c.handler_id == person,
        {"handler_id": None, "handler_name": None},
        Heading.DEEDS,
        "number",
        file="number",
        subject="handled",
    ),
    keep={"key category origin state due partner time_left": PROGRAM},
)
personal.declare(concern_numbers)
personal.declare(
    concern_history,
    Traces(
        lambda person: concern_history.c.by == person,
        {"by": personal.NOBODY, "words": "", "photo": None},
        Heading.DEEDS,
        "deed at",
        file="deed at words",
    ),
    Traces(
        lambda person: (
            (concern_history.c.deed == "hand_over")
            & concern_history.c.words.in_(select(accounts.c.name).filter_by(telegram_id=person))
        ),
        {"words": ""},  # to whom it was handed
    ),
    keep={"deed": PROGRAM},
)


class SqlConcerns:
    """Implements `bot.concerns.repository.Concerns`."""

    def __init__(self, connection: Connection, residents: SqlResidents, rules: Response) -> None:
        self._run = connection.execute
        self._residents = residents
        self._rules = rules

    def next_number(self, community: CommunityId) -> int:
        counting = update(concern_numbers).filter_by(community_id=community).values(last=concern_numbers.c.last + 1)
        number = self._run(counting.returning(concern_numbers.c.last)).scalar()
        if number is None:
            number = 1
            self._run(insert(concern_numbers).values(community_id=community, last=number))
        return int(number)

    def add(self, concern: Concern) -> Concern:
        row = {
            "community_id": concern.community,
            "number": concern.number,
            "key": concern.key,
            "author_id": concern.author.id,
            "author_telegram_id": concern.author.telegram_id,
            "text": concern.told.text,
            "photo": concern.told.photo,
            "voice": concern.told.voice,
            "place": concern.where,
            "building": concern.building,
            "category": concern.category,
            "origin": concern.origin,
            "raised_at": concern.raised_at,
        } | moving(concern, self._rules)
        return self._one(self._run(insert(concerns).values(row).returning(*concerns.c)).one())

    def save(self, concern: Concern) -> None:
        self._run(update(concerns).filter_by(id=concern.id).values(moving(concern, self._rules)))

    def note(
        self, concern: Concern, deed: Deed | None, by: int, at: datetime, words: str = "", photo: str | None = None
    ) -> int:
        row = {"concern_id": concern.id, "deed": deed or "raise", "by": by, "at": at, "words": words, "photo": photo}
        return int(self._run(insert(concern_history).values(row).returning(concern_history.c.id)).scalar_one())

    def line(self, line: int) -> Line:
        row = self._run(select(concern_history).filter_by(id=line)).first()
        if row is None:
            raise NoConcern
        return line_of(row._mapping)

    def lines(self, concern: ConcernId) -> Sequence[Line]:
        found = select(concern_history).filter_by(concern_id=concern).order_by(concern_history.c.id)
        return [line_of(row._mapping) for row in self._run(found)]

    def to_look_at(self, now: datetime, most: int) -> Sequence[Concern]:
        due = select(concerns).where(concerns.c.look_at <= now).order_by(concerns.c.look_at, concerns.c.id)
        return [self._one(row) for row in self._run(due.limit(most))]

    def duplicates(self, original: ConcernId) -> Sequence[Concern]:
        found = select(concerns).filter_by(original_id=original).order_by(concerns.c.id)
        return [self._one(row) for row in self._run(found)]

    def with_id(self, concern: ConcernId) -> Concern:
        row = self._run(select(concerns).filter_by(id=concern)).first()
        if row is None:
            raise NoConcern
        return self._one(row)

    def with_key(self, key: str) -> Concern | None:
        row = self._run(select(concerns).filter_by(key=key)).first()
        return self._one(row) if row else None

    def numbered(self, community: CommunityId | None, number: int) -> Concern:
        row = self._run(select(concerns).filter_by(community_id=community, number=number)).first()
        if row is None:
            raise NoConcern(number)
        return self._one(row)

    def of(self, community: CommunityId, telegram_id: int, most: int) -> Sequence[Concern]:
        theirs = select(concerns).filter_by(community_id=community, author_telegram_id=telegram_id)
        newest = theirs.order_by(concerns.c.id.desc()).limit(most)
        return [self._one(row) for row in self._run(newest)]

    def _one(self, row: Row[tuple[object, ...]]) -> Concern:
        return concern_of(row._mapping, self._residents.resident(row._mapping["author_id"]))
