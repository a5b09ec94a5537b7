"""The tables of sittings as they are held: who chaired, who was there, what was treated, who spoke."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from bot.rights.model import Heading
from storage import personal
from storage.agenda_tables import items
from storage.personal import NOBODY, PROGRAM, Traces, gone
from storage.roll import communities
from storage.schema import Moment, metadata
from storage.sittings import sittings

sessions = Table(
    "floor_sessions",
    metadata,
    Column("sitting_id", ForeignKey(sittings.c.id), primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False, index=True),
    Column("opened_at", Moment),
    Column("chair", BigInteger, nullable=False, index=True),
    Column("code", String(4), nullable=False),
    Column("closed_at", Moment),
    Column("adjourned", Boolean, nullable=False),
    Column("with_quorum", Boolean, nullable=False),
    Column("people", Integer),
    Column("remote", Integer),
    Column("counted", Integer),
    Column("seats", Integer),
    Column("needed", Integer),
    Column("invited", BigInteger, nullable=False, server_default="0"),  # the greatest Telegram id that was written to
)
personal.declare(
    sessions,
    Traces(
        lambda person: sessions.c.chair == person, {"chair": NOBODY}, Heading.SITTINGS, "opened_at", file="opened_at"
    ),
    Traces(lambda person: sessions.c.invited == person, {"invited": NOBODY}),
    keep={"code": PROGRAM},
)

check_ins = Table(
    "floor_check_ins",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sitting_id", ForeignKey(sittings.c.id), nullable=False),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("origin", String(8), nullable=False),
    Column("at", Moment, nullable=False),
    Column("forgotten", Integer, nullable=False),  # keeps those apart who have had their data deleted
    UniqueConstraint("sitting_id", "telegram_id", "forgotten"),
)
personal.declare(
    check_ins,
    Traces(
        lambda person: check_ins.c.telegram_id == person,
        {"telegram_id": NOBODY, "forgotten": lambda row: row["id"]},
        Heading.SITTINGS,
        "at",
        file="origin at",
    ),
    keep={"origin": PROGRAM},
)

tries = Table(
    "floor_tries",
    metadata,
    Column("sitting_id", ForeignKey(sittings.c.id), nullable=False),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("wrong", Integer, nullable=False),
    PrimaryKeyConstraint("sitting_id", "telegram_id"),
)
personal.declare(
    tries,
    Traces(lambda person: tries.c.telegram_id == person, gone("telegram_id"), Heading.TRIES, "wrong"),
)

treated = Table(
    "floor_treated",
    metadata,
    Column("sitting_id", ForeignKey(sittings.c.id), nullable=False),
    Column("item_id", ForeignKey(items.c.id), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("opened_by", BigInteger, nullable=False, index=True),
    Column("closed_at", Moment),
    Column("voted", Boolean, nullable=False),
    Column("talk_only", String(16)),
    Column("yes", Integer),
    Column("no", Integer),
    Column("abstained", Integer),
    Column("outcome", String(16)),
    Column("balloted", Boolean, nullable=False, server_default=false()),
    PrimaryKeyConstraint("sitting_id", "item_id"),
)
personal.declare(
    treated,
    Traces(lambda person: treated.c.opened_by == person, {"opened_by": NOBODY}, Heading.SITTINGS, "opened_at",
           file="opened_at"),
    keep={"talk_only outcome": PROGRAM},
)  # fmt: skip

turns = Table(
    "floor_turns",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sitting_id", ForeignKey(sittings.c.id), nullable=False, index=True),
    Column("item_id", ForeignKey(items.c.id), nullable=False, index=True),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("stand", String(8), nullable=False),
    Column("seconds", Integer, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("called_at", Moment),
    Column("ended_at", Moment),
)
personal.declare(
    turns,
    Traces(
        lambda person: turns.c.telegram_id == person,
        {"telegram_id": NOBODY},
        Heading.SITTINGS,
        "asked_at",
        file="stand asked_at called_at",
    ),
    keep={"stand": PROGRAM},
)

log = Table(
    "floor_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sitting_id", ForeignKey(sittings.c.id), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("deed", String(16), nullable=False),
    Column("by", BigInteger, nullable=False, index=True),
    Column("item_id", ForeignKey(items.c.id), index=True),
    Column("words", Text, nullable=False),
)
personal.declare(
    log,
    Traces(lambda person: log.c.by == person, {"by": NOBODY}, Heading.SITTINGS, "at", file="deed at"),
    keep={"deed": PROGRAM, "words": "figures that the chair has counted, and digits"},
)

tasks = Table(
    "floor_tasks",
    metadata,
    Column("sitting_id", ForeignKey(sittings.c.id), nullable=False),
    Column("task", String(8), nullable=False),
    Column("done_at", Moment, nullable=False),
    PrimaryKeyConstraint("sitting_id", "task"),
)
personal.declare(tasks, keep={"task": PROGRAM})
