"""Workshops, with room for so many and a line for a seat"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sittings", sa.Column("kind", sa.String(length=16), server_default="sitting", nullable=False))
    op.add_column("sittings", sa.Column("seats", sa.Integer(), nullable=True))
    with op.batch_alter_table("sitting_signups", schema=None) as batch_op:
        batch_op.add_column(sa.Column("waits", sa.Integer(), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_sitting_signups_sitting_id_waits"), ["sitting_id", "waits"])


def downgrade() -> None:
    with op.batch_alter_table("sitting_signups", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_sitting_signups_sitting_id_waits"), type_="unique")
        batch_op.drop_column("waits")
    op.execute("DELETE FROM sitting_signups WHERE sitting_id IN (SELECT id FROM sittings WHERE kind = 'workshop')")
    op.execute("DELETE FROM sitting_reminders WHERE sitting_id IN (SELECT id FROM sittings WHERE kind = 'workshop')")
    op.execute("DELETE FROM sittings WHERE kind = 'workshop'")
    op.drop_column("sittings", "seats")
    op.drop_column("sittings", "kind")
