"""The tables of concerns and their history."""

import re

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    Interval,
    RowMapping,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    select,
)

from bot.rights.model import Heading
from storage import personal
from storage.personal import PROGRAM, Traces
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
    Column("told_by", BigInteger),
    Column("named", Boolean, nullable=False, server_default=false()),
    Column("more_photos", JSON, nullable=False, server_default="[]"),
    Column("latitude", Float),
    Column("longitude", Float),
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
    Column("until", Moment),
    Column("partner", String(16)),
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
        {
            "author_telegram_id": None,
            "promise": "",
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
        lambda person: concern_history.c.concern_id.in_(select(concerns.c.id).filter_by(author_telegram_id=person)),
        {"photo": None},  # before and after on one picture: the one half is theirs
    ),
    Traces(
        lambda person: (
            (concern_history.c.deed == "hand_over")
            & concern_history.c.words.in_(select(accounts.c.name).filter_by(telegram_id=person))
        ),
        {"words": ""},  # to whom it was handed
    ),
    keep={"deed until partner": PROGRAM},
)
