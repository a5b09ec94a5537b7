"""Objections are decided, not only answered"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("agenda_points", sa.Column("verdict", sa.String(length=16), nullable=True))


def downgrade() -> None:
    op.drop_column("agenda_points", "verdict")
