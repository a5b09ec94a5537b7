"""Groups in which the bot may speak up by itself, and when it last did"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("groups", sa.Column("offers", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("groups", sa.Column("offered_at", storage.schema.Moment(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("groups", "offered_at")
    op.drop_column("groups", "offers")
