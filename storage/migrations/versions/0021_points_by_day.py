"""Entries of points are found by their day, for the books of a month"""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_points_entries_when", "points_entries", ["community_id", "day"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_points_entries_when", "points_entries")
