"""The tables of agenda items: what is proposed, who supports it, what is said, worded and put beside it."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.rights.model import Heading
from storage import personal
from storage.concern_tables import concerns
from storage.personal import NOBODY, PROGRAM, Traces
from storage.roll import communities, households
from storage.schema import Moment, metadata
from storage.sittings import sittings

SAID_TO_ALL = "said to the whole community about a common matter"

items = Table(
    "agenda_items",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("key", String(64), nullable=False, unique=True),
    Column("proposer", BigInteger, nullable=False, index=True),
    Column("what", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("wanted", Text, nullable=False),
    Column("proposed_at", Moment, nullable=False),
    Column("step", String(16), nullable=False),
    Column("stepped_at", Moment, nullable=False),
    Column("concern_id", ForeignKey(concerns.c.id), index=True),
    Column("scope", String(16)),
    Column("version", Integer, nullable=False),
    Column("sitting_id", ForeignKey(sittings.c.id), index=True),
    Column("position", Integer, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("outcome", String(16)),
    Column("joined_to", Integer),
    Column("reason", Text, nullable=False),
    UniqueConstraint("community_id", "number"),
)
Index("ix_agenda_items_steps", items.c.community_id, items.c.step)
personal.declare(
    items,
    Traces(
        lambda person: items.c.proposer == person,
        {"proposer": NOBODY},
        Heading.AGENDA,
        "what proposed_at",
        file="number what place why wanted proposed_at step",
    ),
    keep={"key step scope outcome": PROGRAM, "what place why wanted reason": SAID_TO_ALL},
)

supporters = Table(
    "agenda_supporters",
    metadata,
    Column("item_id", ForeignKey(items.c.id), nullable=False),
    Column("household_id", ForeignKey(households.c.id), nullable=False),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("item_id", "household_id"),
)
personal.declare(
    supporters,
    Traces(lambda person: supporters.c.telegram_id == person, {"telegram_id": NOBODY}, Heading.AGENDA, "at"),
)

wordings = Table(
    "agenda_wordings",
    metadata,
    Column("item_id", ForeignKey(items.c.id), nullable=False),
    Column("version", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("frozen_at", Moment, nullable=False),
    Column("frozen_by", BigInteger, nullable=False, index=True),
    PrimaryKeyConstraint("item_id", "version"),
)
personal.declare(
    wordings,
    Traces(lambda person: wordings.c.frozen_by == person, {"frozen_by": NOBODY}, Heading.AGENDA, "frozen_at"),
    keep={"words": SAID_TO_ALL, "digest": PROGRAM},
)

points = Table(
    "agenda_points",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item_id", ForeignKey(items.c.id), nullable=False, index=True),
    Column("side", String(16), nullable=False),
    Column("author", BigInteger, nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("voice", Text),
    Column("at", Moment, nullable=False),
    Column("answers", Integer),
    Column("verdict", String(16)),
    Column("expertise", String(16)),  # of a guide's advice
)
personal.declare(
    points,
    Traces(
        lambda person: points.c.author == person,
        {"author": NOBODY, "words": "", "voice": None},
        Heading.AGENDA,
        "words at",
        file="side words at",
    ),
    keep={"side verdict expertise": PROGRAM},
)

papers = Table(
    "agenda_papers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item_id", ForeignKey(items.c.id), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("file", Text),
    Column("by", BigInteger, nullable=False, index=True),
    Column("at", Moment, nullable=False),
)
personal.declare(
    papers,
    Traces(lambda person: papers.c.by == person, {"by": NOBODY}, Heading.AGENDA, "title at"),
    keep={"kind": PROGRAM, "title file": SAID_TO_ALL},
)

history = Table(
    "agenda_history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item_id", ForeignKey(items.c.id), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("deed", String(24), nullable=False),
    Column("by", BigInteger, index=True),  # nobody for what time brought about
    Column("words", Text, nullable=False),
)
personal.declare(
    history,
    Traces(lambda person: history.c.by == person, {"by": NOBODY}, Heading.AGENDA, "at"),
    keep={"deed": PROGRAM, "words": SAID_TO_ALL},
)
