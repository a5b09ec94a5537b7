"""Voice messages that are still to be listened to"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "recordings",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("voice", sa.String(length=256), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("told_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_recordings_community_id")),
        sa.PrimaryKeyConstraint("chat_id", "telegram_id", name=op.f("pk_recordings")),
    )
    op.create_index(op.f("ix_recordings_told_at"), "recordings", ["told_at"])


def downgrade() -> None:
    op.drop_table("recordings")
