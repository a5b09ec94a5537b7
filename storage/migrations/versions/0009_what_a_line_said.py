"""What a line of the history said: its own day and partner

Lines from before keep none: what the concern has now may have been said later.
"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("concern_history", schema=None) as batch_op:
        batch_op.add_column(sa.Column("until", storage.schema.Moment(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("partner", sa.String(length=16), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("concern_history", schema=None) as batch_op:
        batch_op.drop_column("partner")
        batch_op.drop_column("until")
