"""The tables of the outbox: posts and board states that are owed, and which message each board is."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.rights.model import Heading
from storage import personal
from storage.personal import PROGRAM, Traces, gone
from storage.schema import Moment, metadata

boards = Table(
    "boards",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("name", String(64), nullable=False, index=True),
    Column("pinned", Boolean, nullable=False),
    Column("message_id", BigInteger),
    Column("posted_at", Moment),  # when Telegram first took it
    UniqueConstraint("chat_id", "name"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("cause", String(200), nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("board_id", ForeignKey(boards.c.id), index=True),
    Column("revision", Integer, nullable=False, default=0),
    Column("method", String(64), nullable=False),
    Column("params", Text, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("claimed", Boolean, nullable=False, default=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("last_error", Text),
    Column("done_at", Moment),
    Column("outcome", String(200)),
    Column("until", Moment),  # from then on it is of no use
    sqlite_autoincrement=True,  # a row that is forgotten while it is in flight leaves its number to no other
)
STILL_OWED = outbox.c.done_at.is_(None)
TURN = (outbox.c.priority, outbox.c.due_at, outbox.c.id)
_done = outbox.c.done_at.is_not(None)
Index("ix_outbox_done_at", outbox.c.done_at, sqlite_where=_done, postgresql_where=_done)
Index("ix_outbox_turn", *TURN, sqlite_where=STILL_OWED, postgresql_where=STILL_OWED)
Index("ix_outbox_chat_turn", outbox.c.chat_id, *TURN, sqlite_where=STILL_OWED, postgresql_where=STILL_OWED)
personal.declare(
    boards,
    Traces(lambda person: boards.c.chat_id == person, gone("chat_id name message_id"), Heading.MESSAGES),
)
personal.declare(
    outbox,
    Traces(
        lambda person: outbox.c.chat_id == person,
        gone("chat_id cause params"),
        Heading.MESSAGES,
        "due_at",
        file="params due_at done_at outcome",
    ),
    keep={"method": PROGRAM, "last_error outcome": "Telegram's word, without what it quotes"},
)
