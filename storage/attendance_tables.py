"""The tables of who comes to sittings, of reminders, and of alternates who were asked."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from bot.rights.model import Heading
from storage import personal
from storage.personal import NOBODY, PROGRAM, Traces, gone
from storage.roll import communities
from storage.schema import Moment, metadata
from storage.sittings import sittings

signups = Table(
    "sitting_signups",
    metadata,
    Column("sitting_id", ForeignKey(sittings.c.id), primary_key=True, autoincrement=False),
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("coming", Boolean, nullable=False),
    Column("speaks_at", Moment),  # since when they want to speak
    Column("at", Moment, nullable=False),
    Column("waits", Integer),  # their number in the line for a seat
    UniqueConstraint("sitting_id", "waits"),
)
subscriptions = Table(
    "sitting_subscriptions",
    metadata,
    Column("community_id", ForeignKey(communities.c.id), primary_key=True, autoincrement=False),
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("since", Moment, nullable=False),
)
reminders = Table(
    "sitting_reminders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sitting_id", ForeignKey(sittings.c.id), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("hours", Integer, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("reached", BigInteger, nullable=False),  # the greatest Telegram id that was written to
    Column("sent_at", Moment),
    Column("missed_at", Moment),
    UniqueConstraint("sitting_id", "kind", "hours"),
)
NOT_OVER = reminders.c.sent_at.is_(None) & reminders.c.missed_at.is_(None)
Index("ix_sitting_reminders_due_at", reminders.c.due_at, sqlite_where=NOT_OVER, postgresql_where=NOT_OVER)
asks = Table(
    "sitting_alternates",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sitting_id", ForeignKey(sittings.c.id), nullable=False),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("asked_at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("settled_at", Moment),  # they answered, or were silent for too long
    UniqueConstraint("sitting_id", "telegram_id"),
)
_open = asks.c.settled_at.is_(None)
Index("ix_sitting_alternates_until", asks.c.until, sqlite_where=_open, postgresql_where=_open)
personal.declare(
    signups,
    Traces(
        lambda person: signups.c.telegram_id == person,
        gone("telegram_id"),
        Heading.COMING,
        "at",
        file="sitting_id coming speaks_at at waits",
    ),
)
personal.declare(
    subscriptions,
    Traces(lambda person: subscriptions.c.telegram_id == person, gone("telegram_id"), Heading.COMING, "since"),
)
personal.declare(
    reminders,
    Traces(lambda person: reminders.c.reached == person, {"reached": NOBODY}),
    keep={"kind": PROGRAM},
)
personal.declare(
    asks,
    Traces(
        lambda person: asks.c.telegram_id == person,
        gone("telegram_id"),
        Heading.COMING,
        "asked_at",
        file="sitting_id asked_at until",
    ),
)
