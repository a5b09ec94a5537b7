"""The tables of points. Entries are only ever added, and each moves the balances of its two accounts: by triggers,
so that nothing that writes can forget it. Who rebuilds a table (Alembic's batch mode) makes them anew.
"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    Select,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
    or_,
    select,
)

from bot.points.model.ledger import Kind
from bot.rights.model import Heading
from storage import personal
from storage.personal import PROGRAM, Traces, gone
from storage.roll import communities
from storage.schema import Moment, metadata

accounts = Table(
    "points_accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("holder", BigInteger, nullable=False),  # a Telegram id, a household's, or 0: see `Kind`
    Column("balance", BigInteger, nullable=False, server_default="0"),
    UniqueConstraint("community_id", "kind", "holder"),
    CheckConstraint("balance >= 0 OR kind = 'issue'", name="never_below_zero"),
)
entries = Table(
    "points_entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("source_id", ForeignKey(accounts.c.id), nullable=False),
    Column("target_id", ForeignKey(accounts.c.id), nullable=False),
    Column("amount", Integer, nullable=False),
    Column("rule", String(16), nullable=False),
    Column("evidence", String(64), nullable=False),
    Column("giver_id", ForeignKey(accounts.c.id)),
    Column("at", Moment, nullable=False),
    Column("day", Date, nullable=False),  # the community's
    Column("reverses", Integer, ForeignKey("points_entries.id"), unique=True),
    UniqueConstraint("community_id", "evidence"),
    CheckConstraint("amount > 0", name="something"),
    CheckConstraint("source_id <> target_id", name="two_sides"),
)
Index("ix_points_entries_target", entries.c.target_id, entries.c.day)
Index("ix_points_entries_source", entries.c.source_id, entries.c.day)
Index("ix_points_entries_when", entries.c.community_id, entries.c.day)
Index("ix_points_entries_giver", entries.c.giver_id, entries.c.day)
SQLITE = (
    """
    CREATE TRIGGER points_entries_move AFTER INSERT ON points_entries BEGIN
        UPDATE points_accounts SET balance = balance - NEW.amount WHERE id = NEW.source_id;
        UPDATE points_accounts SET balance = balance + NEW.amount WHERE id = NEW.target_id;
    END
    """,
    """
    CREATE TRIGGER points_entries_stay BEFORE UPDATE ON points_entries BEGIN
        SELECT RAISE(ABORT, 'entries of points are only ever added');
    END
    """,
    """
    CREATE TRIGGER points_entries_remain BEFORE DELETE ON points_entries BEGIN
        SELECT RAISE(ABORT, 'entries of points are only ever added');
    END
    """,
)
POSTGRESQL = (
    """
    CREATE FUNCTION points_entries_move() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE points_accounts SET balance = balance - NEW.amount WHERE id = NEW.source_id;
        UPDATE points_accounts SET balance = balance + NEW.amount WHERE id = NEW.target_id;
        RETURN NULL;
    END $$
    """,
    """
    CREATE FUNCTION points_entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'entries of points are only ever added';
    END $$
    """,
    """
    CREATE TRIGGER points_entries_move AFTER INSERT ON points_entries
        FOR EACH ROW EXECUTE FUNCTION points_entries_move()
    """,
    """
    CREATE TRIGGER points_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON points_entries
        FOR EACH STATEMENT EXECUTE FUNCTION points_entries_stay()
    """,
)


@event.listens_for(entries, "after_create")
def _make_triggers(_: Table, connection: Connection, **__: object) -> None:
    for statement in POSTGRESQL if connection.dialect.name == "postgresql" else SQLITE:
        connection.exec_driver_sql(statement)


notes = Table(
    "points_notes",
    metadata,
    Column("entry_id", ForeignKey(entries.c.id), primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
)


def _theirs(person: int) -> Select[int]:
    return select(accounts.c.id).where(accounts.c.kind == Kind.PERSON, accounts.c.holder == person)


personal.declare(
    accounts,
    Traces(
        lambda person: (accounts.c.kind == Kind.PERSON) & (accounts.c.holder == person),
        {"holder": lambda row: -row["id"]},  # the entries stay, of somebody without a name
        Heading.POINTS,
        "balance",
        file="balance",
        subject="points",
    ),
    keep={"kind": PROGRAM, "balance": "the sum of its entries"},
)
personal.declare(
    entries,
    Traces(
        lambda person: or_(entries.c.target_id.in_(_theirs(person)), entries.c.source_id.in_(_theirs(person))),
        {},
        Heading.POINTS,
        "",
        file="amount rule evidence at",
    ),
    keep={"rule": PROGRAM, "evidence": "names what was done by its number, and nobody by name"},
)
personal.declare(
    notes,
    Traces(
        lambda person: notes.c.entry_id.in_(
            select(entries.c.id).where(
                or_(entries.c.target_id.in_(_theirs(person)), entries.c.source_id.in_(_theirs(person)))
            )
        ),
        gone("text"),
        Heading.POINTS,
        "text",
    ),
)
