"""Votes: their roll, frozen at the opening, and ballots"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "votes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.String(length=16), nullable=False),
        sa.Column("changeable", sa.Boolean(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("opened_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("opened_by", sa.BigInteger(), nullable=False),
        sa.Column("announced_end", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("closes_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("extended_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("extended_by", sa.BigInteger(), nullable=True),
        sa.Column("extension", sa.Text(), nullable=False),
        sa.Column("entitled", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("ended_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("took_part", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("key_kept", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_votes_community_id")),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], name=op.f("fk_votes_item_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_votes_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_votes")),
        sa.UniqueConstraint("community_id", "number", name=op.f("uq_votes_community_id_number")),
        sa.UniqueConstraint("key", name=op.f("uq_votes_key")),
    )
    with op.batch_alter_table("votes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_votes_extended_by"), ["extended_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_votes_item_id"), ["item_id"], unique=False)
        batch_op.create_index(
            "ix_votes_keys",
            ["id"],
            unique=False,
            sqlite_where=sa.text("key_kept"),
            postgresql_where=sa.text("key_kept"),
        )
        batch_op.create_index(batch_op.f("ix_votes_opened_by"), ["opened_by"], unique=False)
        batch_op.create_index(
            "ix_votes_running",
            ["closes_at"],
            unique=False,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )
        batch_op.create_index(
            "uq_votes_one_an_item",
            ["item_id"],
            unique=True,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )

    op.create_table(
        "vote_ballots",
        sa.Column("vote_id", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.String(length=10), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_vote_ballots_vote_id")),
        sa.PrimaryKeyConstraint("vote_id", "receipt", name=op.f("pk_vote_ballots")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "vote_cards",
        sa.Column("vote_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_vote_cards_vote_id")),
        sa.PrimaryKeyConstraint("vote_id", name=op.f("pk_vote_cards")),
    )
    op.create_table(
        "vote_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vote_id", sa.Integer(), nullable=False),
        sa.Column("household_id", sa.Integer(), nullable=True),
        sa.Column("resident_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("seat", sa.BigInteger(), nullable=True),
        sa.Column("label", sa.String(length=128), nullable=False),
        sa.Column("building", sa.Integer(), nullable=True),
        sa.Column("age_band", sa.String(length=8), nullable=True),
        sa.Column("tenure", sa.String(length=8), nullable=True),
        sa.Column("represented", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.String(length=8), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("choice", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["household_id"], ["households.id"], name=op.f("fk_vote_entries_household_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["owners.id"], name=op.f("fk_vote_entries_owner_id")),
        sa.ForeignKeyConstraint(["resident_id"], ["residents.id"], name=op.f("fk_vote_entries_resident_id")),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_vote_entries_vote_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vote_entries")),
        sa.UniqueConstraint("vote_id", "household_id", name=op.f("uq_vote_entries_vote_id_household_id")),
        sa.UniqueConstraint("vote_id", "owner_id", name=op.f("uq_vote_entries_vote_id_owner_id")),
        sa.UniqueConstraint("vote_id", "resident_id", name=op.f("uq_vote_entries_vote_id_resident_id")),
        sa.UniqueConstraint("vote_id", "seat", name=op.f("uq_vote_entries_vote_id_seat")),
    )
    with op.batch_alter_table("vote_entries", schema=None) as batch_op:
        batch_op.create_index("ix_vote_entries_label", ["vote_id", "label"], unique=False)

    op.create_table(
        "vote_reminders",
        sa.Column("vote_id", sa.Integer(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("due_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("reached", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_vote_reminders_vote_id")),
        sa.PrimaryKeyConstraint("vote_id", "hours", name=op.f("pk_vote_reminders")),
    )
    with op.batch_alter_table("vote_reminders", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vote_reminders_due_at"), ["due_at"], unique=False)

    op.create_table(
        "vote_papers",
        sa.Column("entry_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("typed_by", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["vote_entries.id"], name=op.f("fk_vote_papers_entry_id")),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_vote_papers")),
    )
    with op.batch_alter_table("vote_papers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vote_papers_typed_by"), ["typed_by"], unique=False)

    op.create_table(
        "vote_units",
        sa.Column("vote_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("building", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["vote_entries.id"], name=op.f("fk_vote_units_entry_id")),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_vote_units_vote_id")),
        sa.PrimaryKeyConstraint("vote_id", "unit", name=op.f("pk_vote_units")),
    )
    with op.batch_alter_table("vote_units", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vote_units_entry_id"), ["entry_id"], unique=False)

    op.create_table(
        "vote_voters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vote_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("resident_id", sa.Integer(), nullable=True),
        sa.Column("telegram_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["vote_entries.id"], name=op.f("fk_vote_voters_entry_id")),
        sa.ForeignKeyConstraint(["resident_id"], ["residents.id"], name=op.f("fk_vote_voters_resident_id")),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_vote_voters_vote_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vote_voters")),
        sa.UniqueConstraint("vote_id", "telegram_id", name=op.f("uq_vote_voters_vote_id_telegram_id")),
    )
    with op.batch_alter_table("vote_voters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vote_voters_entry_id"), ["entry_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_vote_voters_resident_id"), ["resident_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_vote_voters_telegram_id"), ["telegram_id"], unique=False)

    op.add_column("floor_treated", sa.Column("balloted", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    op.drop_column("floor_treated", "balloted")
    for table in ("voters", "units", "papers", "reminders", "entries", "cards", "ballots"):
        op.drop_table(f"vote_{table}")
    op.drop_table("votes")
