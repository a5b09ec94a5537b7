"""Previews of agendas"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_boards_name", "boards", ["name"], unique=False)
    op.create_table(
        "preview_publications",
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("locked_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("board", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_preview_publications_sitting_id")),
        sa.PrimaryKeyConstraint("sitting_id", "days", name=op.f("pk_preview_publications")),
    )
    op.create_table(
        "preview_tasks",
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(length=16), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("due_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_preview_tasks_sitting_id")),
        sa.PrimaryKeyConstraint("sitting_id", "task", "days", name=op.f("pk_preview_tasks")),
    )
    with op.batch_alter_table("preview_tasks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_preview_tasks_due_at"), ["due_at"], unique=False)

    op.create_table(
        "preview_slots",
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], name=op.f("fk_preview_slots_item_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_preview_slots_sitting_id")),
        sa.PrimaryKeyConstraint("sitting_id", "item_id", name=op.f("pk_preview_slots")),
    )


def downgrade() -> None:
    op.drop_table("preview_slots")
    op.drop_table("preview_tasks")
    op.drop_table("preview_publications")
    op.drop_index("ix_boards_name", table_name="boards")
