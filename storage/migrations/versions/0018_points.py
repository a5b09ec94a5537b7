"""Points: accounts, and entries that are only ever added and move the balances themselves"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

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


def upgrade() -> None:
    op.create_table(
        "points_accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("holder", sa.BigInteger(), nullable=False),
        sa.Column("balance", sa.BigInteger(), server_default="0", nullable=False),
        sa.CheckConstraint("balance >= 0 OR kind = 'issue'", name=op.f("ck_points_accounts_never_below_zero")),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_points_accounts_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_points_accounts")),
        sa.UniqueConstraint("community_id", "kind", "holder", name=op.f("uq_points_accounts_community_id_kind_holder")),
    )
    op.create_table(
        "points_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=16), nullable=False),
        sa.Column("evidence", sa.String(length=64), nullable=False),
        sa.Column("giver_id", sa.Integer(), nullable=True),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reverses", sa.Integer(), nullable=True),
        sa.CheckConstraint("amount > 0", name=op.f("ck_points_entries_something")),
        sa.CheckConstraint("source_id <> target_id", name=op.f("ck_points_entries_two_sides")),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_points_entries_community_id")),
        sa.ForeignKeyConstraint(["giver_id"], ["points_accounts.id"], name=op.f("fk_points_entries_giver_id")),
        sa.ForeignKeyConstraint(["reverses"], ["points_entries.id"], name=op.f("fk_points_entries_reverses")),
        sa.ForeignKeyConstraint(["source_id"], ["points_accounts.id"], name=op.f("fk_points_entries_source_id")),
        sa.ForeignKeyConstraint(["target_id"], ["points_accounts.id"], name=op.f("fk_points_entries_target_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_points_entries")),
        sa.UniqueConstraint("community_id", "evidence", name=op.f("uq_points_entries_community_id_evidence")),
        sa.UniqueConstraint("reverses", name=op.f("uq_points_entries_reverses")),
    )
    with op.batch_alter_table("points_entries", schema=None) as batch_op:
        batch_op.create_index("ix_points_entries_giver", ["giver_id", "day"], unique=False)
        batch_op.create_index("ix_points_entries_source", ["source_id", "day"], unique=False)
        batch_op.create_index("ix_points_entries_target", ["target_id", "day"], unique=False)

    op.create_table(
        "points_notes",
        sa.Column("entry_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["points_entries.id"], name=op.f("fk_points_notes_entry_id")),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_points_notes")),
    )
    for statement in POSTGRESQL if op.get_bind().dialect.name == "postgresql" else SQLITE:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("points_notes")
    op.drop_table("points_entries")
    op.drop_table("points_accounts")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION points_entries_move")
        op.execute("DROP FUNCTION points_entries_stay")
