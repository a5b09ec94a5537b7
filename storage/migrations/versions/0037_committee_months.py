"""The committees' reports of each month"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "committee_months",
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("made_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("work", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["committee_id"], ["committees.id"], name=op.f("fk_committee_months_committee_id")),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_committee_months_community_id")),
        sa.PrimaryKeyConstraint("committee_id", "month", name=op.f("pk_committee_months")),
    )
    op.create_index(op.f("ix_committee_months_community_id"), "committee_months", ["community_id"], unique=False)
    op.execute(
        "INSERT INTO report_dates (community_id, report, due_at)"
        " SELECT community_id, 'month', due_at FROM report_dates WHERE report = 'top_ten'"
    )


def downgrade() -> None:
    op.execute("DELETE FROM report_dates WHERE report = 'month'")
    op.drop_table("committee_months")
