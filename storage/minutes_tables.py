"""The tables of minutes, and of what people found wrong in them."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    RowMapping,
    String,
    Table,
    Text,
)

from bot.minutes.model.erratum import Verdict
from bot.rights.model import Heading
from storage import personal
from storage.personal import NOBODY, PROGRAM, Traces
from storage.roll import communities
from storage.schema import Moment, metadata
from storage.sittings import sittings

ON_RECORD = "the community's record of a public sitting; it names nobody"

minutes = Table(
    "minutes",
    metadata,
    Column("sitting_id", ForeignKey(sittings.c.id), primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("record", Text, nullable=False),
    Column("chair", BigInteger, nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("due_at", Moment, index=True),
    Column("note", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("reminders", Integer, nullable=False),
    Column("approved_at", Moment),
    Column("approved_by", BigInteger, index=True),
    Column("published_at", Moment),
    Column("final_at", Moment),
    Column("balloted", Text, nullable=False, server_default="[]"),  # JSON
)
Index("ix_minutes_state", minutes.c.community_id, minutes.c.state)
personal.declare(
    minutes,
    Traces(lambda person: minutes.c.chair == person, {"chair": NOBODY}, Heading.MINUTES, "", file="note"),
    Traces(
        lambda person: minutes.c.approved_by == person,
        {"approved_by": NOBODY},
        Heading.MINUTES,
        "approved_at",
        file="approved_at",
    ),
    keep={
        "record": ON_RECORD,
        "note": "said by the chair to the whole community, in office",
        "state": PROGRAM,
        "balloted": "figures of votes; they name nobody",
    },
)


def _words(erratum: RowMapping) -> object:
    """What was taken over into the minutes belongs to all; what was not goes with its author."""
    return erratum["words"] if erratum["verdict"] == Verdict.ACCEPTED else ""


def _verdict(erratum: RowMapping) -> object:
    return Verdict.GONE if erratum["verdict"] == Verdict.PENDING else erratum["verdict"]


errata = Table(
    "errata",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sitting_id", ForeignKey(minutes.c.sitting_id), nullable=False, index=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("key", String(64), nullable=False, unique=True),
    Column("author", BigInteger, nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("decided_by", BigInteger, index=True),
    Column("decided_at", Moment),
)
_known = errata.c.author != NOBODY
Index(
    "uq_errata_author",
    errata.c.sitting_id,
    errata.c.author,
    unique=True,
    sqlite_where=_known,
    postgresql_where=_known,
)
personal.declare(
    errata,
    Traces(
        lambda person: errata.c.author == person,
        {"author": NOBODY, "words": _words, "verdict": _verdict, "reason": ""},
        Heading.MINUTES,
        "words at",
        file="words at verdict reason decided_at",
        subject="erratum",
    ),
    Traces(
        lambda person: errata.c.decided_by == person,
        {"decided_by": NOBODY},
        Heading.MINUTES,
        "decided_at",
        file="decided_at",
    ),
    keep={"key": PROGRAM},
)
