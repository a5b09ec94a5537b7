"""Which commands Telegram's menu offers to whom"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "command_menus",
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("offered", sa.Text(), nullable=False),
        sa.Column("again_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("telegram_id", name=op.f("pk_command_menus")),
    )
    op.create_index(op.f("ix_command_menus_again_at"), "command_menus", ["again_at"])


def downgrade() -> None:
    op.drop_table("command_menus")
