"""Each month's figures, with the ids of their definitions"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "month_figures",
        sa.Column("community_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("whole", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_month_figures_community_id")),
        sa.PrimaryKeyConstraint("community_id", "month", "measure", name=op.f("pk_month_figures")),
    )


def downgrade() -> None:
    op.drop_table("month_figures")
