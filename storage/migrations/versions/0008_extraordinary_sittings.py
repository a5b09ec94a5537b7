"""Extraordinary sittings"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sittings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("starts_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("called_by", sa.BigInteger(), nullable=False),
        sa.Column("called_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("called_off_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_sittings_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sittings")),
        sa.UniqueConstraint("key", name=op.f("uq_sittings_key")),
    )
    with op.batch_alter_table("sittings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sittings_called_by"), ["called_by"], unique=False)
        batch_op.create_index("ix_sittings_to_come", ["community_id", "starts_at"], unique=False)


def downgrade() -> None:
    op.drop_table("sittings")
