"""Changes of settings"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "setting_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.BigInteger(), nullable=False),
        sa.Column("made_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("from_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_setting_changes_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting_changes")),
        sa.UniqueConstraint("key", name=op.f("uq_setting_changes_key")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_setting_changes_newest", "setting_changes", ["community_id", "id"])


def downgrade() -> None:
    op.drop_table("setting_changes")
