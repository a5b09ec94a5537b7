"""Concerns and their history."""

import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    Row,
    RowMapping,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    func,
    insert,
    select,
    update,
)

from bot.concerns.model.concern import Concern, ConcernId, Origin, Staff
from bot.concerns.model.life import Deed, State
from bot.concerns.model.refusals import NoConcern
from bot.concerns.model.told import Spot, Told
from bot.kit.people import CommunityId
from bot.residents.model import ResidentId
from bot.rights.model import Heading
from storage import personal
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
    Column("due_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("handler_id", BigInteger),
    Column("handler_name", String(128)),
    Column("told_by", BigInteger),
    Column("named", Boolean, nullable=False, server_default=false()),
    Column("more_photos", JSON, nullable=False, server_default="[]"),
    Column("latitude", Float),
    Column("longitude", Float),
    UniqueConstraint("community_id", "number"),
)
Index("ix_concerns_author", concerns.c.author_id, concerns.c.id)


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
)
_DOORS = re.compile(r"\d+号楼(\d+单元)?")


def _which_building(concern: RowMapping) -> str:
    """What stays of a place: building and unit. A room, or words of one's own, can tell who it was."""
    found = _DOORS.search(concern["place"])
    return found.group() if found else ""


def _of_theirs(person: int) -> ColumnElement[bool]:
    """By who raised it: the place on the roll from which they did may be another's by now."""
    raised = select(concern_history.c.concern_id).filter_by(by=person, deed="raise")
    return concerns.c.id.in_(raised) | concerns.c.author_id.in_(select(residents.c.id).filter_by(telegram_id=person))


personal.declare(
    concerns,
    Traces(
        _of_theirs,
        {
            "text": "",
            "photo": None,
            "more_photos": [],
            "voice": None,
            "place": _which_building,
            "latitude": None,
            "longitude": None,
            "named": False,
        },
        Heading.CONCERNS,
        "number text place raised_at",
        file="number text photo more_photos voice place latitude longitude building category origin raised_at due_at"
        " state",
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
    keep={"key category origin state": PROGRAM},
)
personal.declare(concern_numbers)
personal.declare(
    concern_history,
    Traces(
        lambda person: concern_history.c.by == person,
        {"by": personal.NOBODY, "words": ""},
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

    def __init__(self, connection: Connection, residents: SqlResidents) -> None:
        self._run = connection.execute
        self._residents = residents

    def next_number(self, community: CommunityId) -> int:
        counting = update(concern_numbers).filter_by(community_id=community).values(last=concern_numbers.c.last + 1)
        number = self._run(counting.returning(concern_numbers.c.last)).scalar()
        if number is None:
            number = 1
            self._run(insert(concern_numbers).values(community_id=community, last=number))
        return int(number)

    def add(self, concern: Concern) -> Concern:
        first, *more = concern.told.photos or (None,)
        row = {
            "community_id": concern.community,
            "number": concern.number,
            "key": concern.key,
            "author_id": concern.author.id,
            "text": concern.told.text,
            "photo": first,
            "more_photos": more,
            "voice": concern.told.voice,
            "place": concern.where,
            "latitude": concern.spot.latitude if concern.spot else None,
            "longitude": concern.spot.longitude if concern.spot else None,
            "building": concern.building,
            "category": concern.category,
            "origin": concern.origin,
            "told_by": concern.told_by,
            "raised_at": concern.raised_at,
            "due_at": concern.due_at,
            "state": concern.state,
        }
        return self.one(self._run(insert(concerns).values(row).returning(*concerns.c)).one())

    def save(self, concern: Concern) -> None:
        row: dict[str, object] = {"state": concern.state, "handler_id": None, "handler_name": None}
        if concern.handler is not None:
            row |= {"handler_id": concern.handler.telegram_id, "handler_name": concern.handler.name}
        self._run(update(concerns).filter_by(id=concern.id).values(row))

    def note(self, concern: Concern, deed: Deed | None, by: int, at: datetime, words: str = "") -> int:
        name = deed or "raise"
        self._run(insert(concern_history).values(concern_id=concern.id, deed=name, by=by, at=at, words=words))
        lines = select(func.count()).select_from(concern_history).filter_by(concern_id=concern.id, deed=name)
        return self._run(lines).scalar_one()

    def with_id(self, concern: ConcernId) -> Concern:
        row = self._run(select(concerns).filter_by(id=concern)).first()
        if row is None:
            raise NoConcern
        return self.one(row)

    def with_key(self, key: str) -> Concern | None:
        row = self._run(select(concerns).filter_by(key=key)).first()
        return self.one(row) if row else None

    def numbered(self, community: CommunityId | None, number: int) -> Concern:
        row = self._run(select(concerns).filter_by(community_id=community, number=number)).first()
        if row is None:
            raise NoConcern(number)
        return self.one(row)

    def of(self, author: ResidentId, most: int) -> Sequence[Concern]:
        newest = select(concerns).filter_by(author_id=author).order_by(concerns.c.id.desc()).limit(most)
        return [self.one(row) for row in self._run(newest)]

    def one(self, row: Row[tuple[object, ...]]) -> Concern:
        """The concern in a row of all its columns."""
        found = row._mapping
        photos = (found["photo"], *found["more_photos"]) if found["photo"] else ()
        return Concern(
            id=ConcernId(found["id"]),
            community=found["community_id"],
            number=found["number"],
            key=found["key"],
            author=self._residents.resident(found["author_id"]),
            told=Told(found["text"], photos, found["voice"]),
            where=found["place"],
            told_by=found["told_by"],
            named=found["named"],
            spot=None if found["latitude"] is None else Spot(found["latitude"], found["longitude"]),
            building=found["building"],
            category=found["category"],
            origin=Origin(found["origin"]),
            raised_at=found["raised_at"],
            due_at=found["due_at"],
            state=State(found["state"]),
            handler=Staff(found["handler_id"], found["handler_name"]) if found["handler_id"] else None,
        )
