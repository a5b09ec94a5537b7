"""Sittings by the rule are rows too; what comes too late is not sent; boards know when they were first seen"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("sittings", schema=None) as batch_op:
        batch_op.alter_column("called_by", existing_type=sa.BigInteger(), nullable=True)
    op.add_column("outbox", sa.Column("until", storage.schema.Moment(timezone=True), nullable=True))
    op.add_column("boards", sa.Column("posted_at", storage.schema.Moment(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("boards", "posted_at")
    op.drop_column("outbox", "until")
    op.execute("UPDATE sittings SET called_by = 0 WHERE called_by IS NULL")
    with op.batch_alter_table("sittings", schema=None) as batch_op:
        batch_op.alter_column("called_by", existing_type=sa.BigInteger(), nullable=False)
