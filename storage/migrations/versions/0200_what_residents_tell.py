"""What residents tell: albums and locations"""

import sqlalchemy as sa
from alembic import op

revision = "0200"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("concerns", sa.Column("more_photos", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("concerns", sa.Column("latitude", sa.Float(), nullable=True))
    op.add_column("concerns", sa.Column("longitude", sa.Float(), nullable=True))


def downgrade() -> None:
    for column in ("longitude", "latitude", "more_photos"):
        op.drop_column("concerns", column)
