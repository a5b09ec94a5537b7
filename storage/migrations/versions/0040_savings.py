"""Money saved and raised"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "savings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("fen", sa.Integer(), nullable=False),
        sa.Column("proofs", sa.Text(), nullable=False),
        sa.Column("proved", sa.Integer(), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("struck_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("struck_by", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_savings_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_savings")),
        sa.UniqueConstraint("community_id", "number", name=op.f("uq_savings_community_id_number")),
        sa.UniqueConstraint("key", name=op.f("uq_savings_key")),
    )
    op.create_index(op.f("ix_savings_by"), "savings", ["by"], unique=False)
    op.create_index(op.f("ix_savings_struck_by"), "savings", ["struck_by"], unique=False)


def downgrade() -> None:
    op.drop_table("savings")
