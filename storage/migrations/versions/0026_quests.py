"""What somebody tried of the quests"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "quest_attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("quest", sa.String(length=32), nullable=False),
        sa.Column("tried_on", sa.Date(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_quest_attempts_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quest_attempts")),
        sa.UniqueConstraint(
            "community_id", "telegram_id", "quest", name=op.f("uq_quest_attempts_community_id_telegram_id_quest")
        ),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("quest_attempts")
