"""The charters of communities, under which version a vote was opened, and what is due and has failed"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "charters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("vote_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("number = 1 OR vote_id IS NOT NULL", name=op.f("ck_charters_resolved")),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_charters_community_id")),
        sa.ForeignKeyConstraint(["vote_id"], ["resolutions.vote_id"], name=op.f("fk_charters_vote_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charters")),
        sa.UniqueConstraint("community_id", "number", name=op.f("uq_charters_community_id_number")),
        sa.UniqueConstraint("vote_id", name=op.f("uq_charters_vote_id")),
    )
    op.create_table(
        "due_failures",
        sa.Column("sweep", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("again_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sweep", "key", name=op.f("pk_due_failures")),
    )
    op.drop_column("votes", "close_again_at")
    op.add_column("votes", sa.Column("charter", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    op.drop_column("votes", "charter")
    op.add_column("votes", sa.Column("close_again_at", storage.schema.Moment(timezone=True), nullable=True))
    op.drop_table("due_failures")
    op.drop_table("charters")
