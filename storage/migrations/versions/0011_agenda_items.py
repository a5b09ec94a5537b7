"""Agenda items"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agenda_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("proposer", sa.BigInteger(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("proposed_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("step", sa.String(length=16), nullable=False),
        sa.Column("stepped_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("concern_id", sa.Integer(), nullable=True),
        sa.Column("scope", sa.String(length=16), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("joined_to", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_agenda_items_community_id")),
        sa.ForeignKeyConstraint(["concern_id"], ["concerns.id"], name=op.f("fk_agenda_items_concern_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_agenda_items_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_items")),
        sa.UniqueConstraint("community_id", "number", name=op.f("uq_agenda_items_community_id_number")),
        sa.UniqueConstraint("key", name=op.f("uq_agenda_items_key")),
    )
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_items_concern_id"), ["concern_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_agenda_items_proposer"), ["proposer"], unique=False)
        batch_op.create_index(batch_op.f("ix_agenda_items_sitting_id"), ["sitting_id"], unique=False)
        batch_op.create_index("ix_agenda_items_steps", ["community_id", "step"], unique=False)

    op.create_table(
        "agenda_history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("deed", sa.String(length=24), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], name=op.f("fk_agenda_history_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_history")),
    )
    with op.batch_alter_table("agenda_history", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_history_by"), ["by"], unique=False)
        batch_op.create_index(batch_op.f("ix_agenda_history_item_id"), ["item_id"], unique=False)

    op.create_table(
        "agenda_papers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], name=op.f("fk_agenda_papers_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_papers")),
    )
    with op.batch_alter_table("agenda_papers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_papers_by"), ["by"], unique=False)
        batch_op.create_index(batch_op.f("ix_agenda_papers_item_id"), ["item_id"], unique=False)

    op.create_table(
        "agenda_points",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=16), nullable=False),
        sa.Column("author", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("voice", sa.Text(), nullable=True),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], name=op.f("fk_agenda_points_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_points")),
    )
    with op.batch_alter_table("agenda_points", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_points_author"), ["author"], unique=False)
        batch_op.create_index(batch_op.f("ix_agenda_points_item_id"), ["item_id"], unique=False)

    op.create_table(
        "agenda_supporters",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("household_id", sa.Integer(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["household_id"], ["households.id"], name=op.f("fk_agenda_supporters_household_id")),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], name=op.f("fk_agenda_supporters_item_id")),
        sa.PrimaryKeyConstraint("item_id", "household_id", name=op.f("pk_agenda_supporters")),
    )
    with op.batch_alter_table("agenda_supporters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_supporters_telegram_id"), ["telegram_id"], unique=False)

    op.create_table(
        "agenda_wordings",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("frozen_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("frozen_by", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], name=op.f("fk_agenda_wordings_item_id")),
        sa.PrimaryKeyConstraint("item_id", "version", name=op.f("pk_agenda_wordings")),
    )
    with op.batch_alter_table("agenda_wordings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_wordings_frozen_by"), ["frozen_by"], unique=False)


def downgrade() -> None:
    op.drop_table("agenda_wordings")
    op.drop_table("agenda_supporters")
    op.drop_table("agenda_points")
    op.drop_table("agenda_papers")
    op.drop_table("agenda_history")
    op.drop_table("agenda_items")
