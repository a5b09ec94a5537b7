"""The tables of outcomes: what came of each closed vote, and the resolutions.

The books themselves hold what DESIGN asks: no resolution without a vote of residents. A resolution refers to the
statement of a vote together with its outcome, and that has to be `carried`; there are people who could vote, ballots,
and some of them for it.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage import personal
from storage.agenda_tables import SAID_TO_ALL
from storage.personal import PROGRAM
from storage.roll import communities
from storage.schema import Moment, metadata
from storage.vote_tables import votes

statements = Table(
    "statements",
    metadata,
    Column("vote_id", ForeignKey(votes.c.id), primary_key=True, autoincrement=False),
    Column("outcome", String(16), nullable=False),
    Column("tally", Text, nullable=False),  # JSON: how many say what
    Column("digest", String(64), nullable=False),
    Column("stated_at", Moment, nullable=False),
    Column("stage", String(16), nullable=False),
    Column("until", Moment),
    Column("due_at", Moment),
    UniqueConstraint("vote_id", "outcome"),
)
_waits = statements.c.due_at.is_not(None)
Index("ix_statements_due_at", statements.c.due_at, sqlite_where=_waits, postgresql_where=_waits)
personal.declare(
    statements,
    keep={"outcome digest stage": PROGRAM, "tally": "figures: nobody's ballot can be told from them"},
)

resolutions = Table(
    "resolutions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("vote_id", Integer, nullable=False, unique=True),
    Column("outcome", String(16), nullable=False),
    Column("electorate", String(16), nullable=False),
    Column("entitled", Integer, nullable=False),
    Column("ballots", Integer, nullable=False),
    Column("agreed", Integer, nullable=False),
    Column("winner", String(100), nullable=False),
    Column("at", Moment, nullable=False),
    ForeignKeyConstraint(["vote_id", "outcome"], [statements.c.vote_id, statements.c.outcome]),
    UniqueConstraint("community_id", "number"),
    CheckConstraint("outcome = 'carried'", name="carried"),
    CheckConstraint("0 < agreed AND agreed <= ballots AND ballots <= entitled", name="voted"),
)
personal.declare(resolutions, keep={"outcome electorate": PROGRAM, "winner": SAID_TO_ALL})
