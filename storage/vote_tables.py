"""The tables of votes: what is asked, the roll frozen at the opening, ballots.

Until a vote is closed a ballot is on the roll, sealed under a key that is not in the database. When it is closed,
detached ballots move into a table of their own under random receipts: nothing there leads back to the roll, and rows
have no order but that of their receipts.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    select,
)

from bot.rights.model import Heading
from storage import personal
from storage.agenda_tables import SAID_TO_ALL, items
from storage.owners import owners
from storage.personal import NOBODY, PROGRAM, Traces
from storage.roll import communities, has_place, households, residents
from storage.schema import Moment, metadata
from storage.sittings import sittings

votes = Table(
    "votes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("key", String(64), nullable=False, unique=True),
    Column("item_id", ForeignKey(items.c.id), nullable=False, index=True),
    Column("sitting_id", ForeignKey(sittings.c.id), nullable=False),
    Column("what", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("rule", Text, nullable=False),  # JSON, as in the record
    Column("secrecy", String(16), nullable=False),
    Column("changeable", Boolean, nullable=False),
    Column("card", Text, nullable=False),  # JSON
    Column("basis", Text, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("opened_by", BigInteger, nullable=False, index=True),
    Column("announced_end", Moment, nullable=False),  # as it was told at the opening
    Column("closes_at", Moment, nullable=False),
    Column("extended_at", Moment),
    Column("extended_by", BigInteger, index=True),
    Column("extension", Text, nullable=False),  # why
    Column("entitled", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("ended_at", Moment),
    Column("reason", Text, nullable=False),
    Column("took_part", Integer),
    Column("outcome", String(16)),
    Column("key_kept", Boolean, nullable=False),  # whether there may still be a key to its ballots
    Column("charter", Integer, nullable=False, server_default="0"),
    UniqueConstraint("community_id", "number"),
)
_runs = votes.c.state == "open"
Index("ix_votes_running", votes.c.closes_at, sqlite_where=_runs, postgresql_where=_runs)
Index("uq_votes_one_an_item", votes.c.item_id, unique=True, sqlite_where=_runs, postgresql_where=_runs)
Index("ix_votes_keys", votes.c.id, sqlite_where=votes.c.key_kept, postgresql_where=votes.c.key_kept)
personal.declare(
    votes,
    Traces(lambda person: votes.c.opened_by == person, {"opened_by": NOBODY}, Heading.AGENDA, "opened_at"),
    Traces(lambda person: votes.c.extended_by == person, {"extended_by": NOBODY}),
    keep={
        "key digest rule secrecy state outcome": PROGRAM,
        "what words card basis extension reason": SAID_TO_ALL,
    },
)

entries = Table(
    "vote_entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("vote_id", ForeignKey(votes.c.id), nullable=False),
    Column("household_id", ForeignKey(households.c.id)),
    Column("resident_id", ForeignKey(residents.c.id)),
    Column("owner_id", ForeignKey(owners.c.id)),
    Column("seat", BigInteger),  # Telegram id of the representative
    Column("label", String(128), nullable=False),
    Column("building", Integer),
    Column("age_band", String(8)),
    Column("tenure", String(8)),
    Column("represented", Boolean, nullable=False),  # the household has named who casts it
    Column("origin", String(8)),  # empty until a ballot was cast
    Column("sealed", LargeBinary),  # until the vote is over
    Column("choice", Text),  # of a named vote that is closed, JSON
    UniqueConstraint("vote_id", "household_id"),
    UniqueConstraint("vote_id", "resident_id"),
    UniqueConstraint("vote_id", "owner_id"),
    UniqueConstraint("vote_id", "seat"),
    postgresql_with={"fillfactor": 50},  # a ballot stays on its page: who casts beside it has read none of its indexes
)
Index("ix_vote_entries_label", entries.c.vote_id, entries.c.label)
NAMED_VOTE = "a named vote is kept as it was cast: the law's time for contesting it"
personal.declare(
    entries,
    Traces(
        lambda person: (entries.c.seat == person)
        | entries.c.resident_id.in_(select(residents.c.id).where(has_place(person))),
        {"seat": lambda row: row["seat"] and -row["id"], "label": ""},
    ),
    keep={"origin": PROGRAM, "age_band tenure": "figures by age and tenure, without a name", "choice": NAMED_VOTE,
          "sealed": "a ballot that nobody can read; it goes when the vote is over"},
)  # fmt: skip

voters = Table(
    "vote_voters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("vote_id", ForeignKey(votes.c.id), nullable=False),
    Column("entry_id", ForeignKey(entries.c.id), nullable=False, index=True),
    Column("resident_id", ForeignKey(residents.c.id), index=True),
    Column("telegram_id", BigInteger, index=True),  # nobody yet, where they have not joined
    UniqueConstraint("vote_id", "telegram_id"),
)
personal.declare(
    voters,
    Traces(lambda person: voters.c.telegram_id == person, {"telegram_id": None}, Heading.AGENDA, file="vote_id"),
)

units = Table(
    "vote_units",
    metadata,
    Column("vote_id", ForeignKey(votes.c.id), nullable=False),
    Column("entry_id", ForeignKey(entries.c.id), nullable=False, index=True),
    Column("unit", String(40), nullable=False),
    Column("building", Integer, nullable=False),
    Column("area", String(16), nullable=False),  # exact decimal m²
    Column("state", String(16), nullable=False),
    PrimaryKeyConstraint("vote_id", "unit"),
)
personal.declare(units, keep={"unit area": "of the flat, whoever owns it", "state": PROGRAM})

ballots = Table(
    "vote_ballots",
    metadata,
    Column("vote_id", ForeignKey(votes.c.id), nullable=False),
    Column("receipt", String(10), nullable=False),
    Column("choice", Text, nullable=False),  # JSON
    PrimaryKeyConstraint("vote_id", "receipt"),
    sqlite_with_rowid=False,
)
personal.declare(ballots, keep={"receipt choice": "nobody can tell whose it is: that is what a secret ballot means"})

changed = Table(
    "vote_cards",
    metadata,
    Column("vote_id", ForeignKey(votes.c.id), primary_key=True, autoincrement=False),
)
"""Votes whose card in the group shows an older turnout."""
personal.declare(changed)

papers = Table(
    "vote_papers",
    metadata,
    Column("entry_id", ForeignKey(entries.c.id), primary_key=True, autoincrement=False),
    Column("typed_by", BigInteger, nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),
)
personal.declare(
    papers,
    Traces(lambda person: papers.c.typed_by == person, {"typed_by": NOBODY}),
    keep={"sealed": "a ballot on paper until a second person has typed it in; nobody can read it"},
)

reminders = Table(
    "vote_reminders",
    metadata,
    Column("vote_id", ForeignKey(votes.c.id), nullable=False),
    Column("hours", Integer, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
    Column("reached", BigInteger, nullable=False),  # the greatest Telegram id that was written to
    PrimaryKeyConstraint("vote_id", "hours"),
)
personal.declare(
    reminders,
    # whoever was told last leaves a number below their own: nobody is told twice, nobody is left out
    Traces(lambda person: reminders.c.reached == person, {"reached": lambda row: row["reached"] - 1}),
)
