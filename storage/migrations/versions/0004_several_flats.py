"""Who has several flats; which files wait for an answer"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("residents", sa.Column("held_by", sa.BigInteger(), nullable=True))
    op.create_index(op.f("ix_residents_held_by"), "residents", ["held_by"])
    waits = sa.text("state = 'open'")
    op.create_index(
        "ix_roll_imports_waiting", "roll_imports", ["changed_at"], sqlite_where=waits, postgresql_where=waits
    )


def downgrade() -> None:
    op.drop_index("ix_roll_imports_waiting", table_name="roll_imports")
    op.drop_index(op.f("ix_residents_held_by"), table_name="residents")
    op.drop_column("residents", "held_by")
