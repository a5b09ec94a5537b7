"""When a vote whose closing has failed is closed again"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("votes", sa.Column("close_again_at", storage.schema.Moment(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("votes", "close_again_at")
