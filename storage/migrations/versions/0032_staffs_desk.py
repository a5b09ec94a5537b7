"""Which commands are offered to whom, measures in groups, and when what is due was last seen to"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0032"
down_revision = "0031"
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
    op.create_table(
        "measures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("by_name", sa.String(length=128), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("until", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("pace", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("whom_id", sa.BigInteger(), nullable=True),
        sa.Column("whom_name", sa.String(length=128), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("media", sa.String(length=16), nullable=False),
        sa.Column("file_id", sa.String(length=200), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_measures_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measures")),
        sa.UniqueConstraint("community_id", "number", name=op.f("uq_measures_community_id_number")),
        sa.UniqueConstraint("key", name=op.f("uq_measures_key")),
    )
    op.create_index(
        "ix_measures_running",
        "measures",
        ["chat_id", "until"],
        sqlite_where=sa.text("ended = 0"),
        postgresql_where=sa.text("NOT ended"),
    )
    op.create_table(
        "measure_turns",
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("spoke_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("held_until", storage.schema.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["measure_id"], ["measures.id"], name=op.f("fk_measure_turns_measure_id")),
        sa.PrimaryKeyConstraint("measure_id", "telegram_id", name=op.f("pk_measure_turns")),
    )
    op.create_table(
        "sweeps",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sweeps")),
    )


def downgrade() -> None:
    op.drop_table("sweeps")
    op.drop_table("measure_turns")
    op.drop_table("measures")
    op.drop_table("command_menus")
