"""Standing committees, and somebody who administers each community: its oldest moderator"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "committees",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("founded_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("ended_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_committees_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committees")),
    )
    op.create_index("ix_committees_community_id", "committees", ["community_id"])
    op.create_table(
        "committee_categories",
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=32), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["committee_id"], ["committees.id"], name=op.f("fk_committee_categories_committee_id")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_committee_categories_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "category", name=op.f("pk_committee_categories")),
    )
    op.create_index("ix_committee_categories_committee_id", "committee_categories", ["committee_id"])
    op.add_column("appointments", sa.Column("committee_id", sa.Integer(), nullable=True))
    op.execute(
        "INSERT INTO appointments (community_id, telegram_id, role, starts_at, reason)"
        " SELECT community_id, telegram_id, 'admin', starts_at, 'unsaid' FROM appointments WHERE id IN"
        " (SELECT min(id) FROM appointments WHERE role = 'moderator' AND ended_at IS NULL GROUP BY community_id)"
    )


def downgrade() -> None:
    op.execute("DELETE FROM appointments WHERE role IN ('admin', 'chair', 'member')")
    op.drop_column("appointments", "committee_id")
    op.drop_table("committee_categories")
    op.drop_table("committees")
