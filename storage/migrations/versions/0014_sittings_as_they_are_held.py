"""Sittings as they are held"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "floor_check_ins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("origin", sa.String(length=8), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("forgotten", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_floor_check_ins_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_floor_check_ins")),
        sa.UniqueConstraint(
            "sitting_id", "telegram_id", "forgotten", name=op.f("uq_floor_check_ins_sitting_id_telegram_id_forgotten")
        ),
    )
    with op.batch_alter_table("floor_check_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_floor_check_ins_telegram_id"), ["telegram_id"], unique=False)

    op.create_table(
        "floor_sessions",
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("chair", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(length=4), nullable=False),
        sa.Column("closed_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("adjourned", sa.Boolean(), nullable=False),
        sa.Column("with_quorum", sa.Boolean(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("remote", sa.Integer(), nullable=True),
        sa.Column("counted", sa.Integer(), nullable=True),
        sa.Column("seats", sa.Integer(), nullable=True),
        sa.Column("needed", sa.Integer(), nullable=True),
        sa.Column("invited", sa.BigInteger(), nullable=False, server_default="0"),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_floor_sessions_community_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_floor_sessions_sitting_id")),
        sa.PrimaryKeyConstraint("sitting_id", name=op.f("pk_floor_sessions")),
    )
    with op.batch_alter_table("floor_sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_floor_sessions_chair"), ["chair"], unique=False)
        batch_op.create_index(batch_op.f("ix_floor_sessions_community_id"), ["community_id"], unique=False)

    op.create_table(
        "floor_tasks",
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(length=8), nullable=False),
        sa.Column("done_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_floor_tasks_sitting_id")),
        sa.PrimaryKeyConstraint("sitting_id", "task", name=op.f("pk_floor_tasks")),
    )
    _leave_alone_what_is_over()
    op.create_table(
        "floor_tries",
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_floor_tries_sitting_id")),
        sa.PrimaryKeyConstraint("sitting_id", "telegram_id", name=op.f("pk_floor_tries")),
    )
    with op.batch_alter_table("floor_tries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_floor_tries_telegram_id"), ["telegram_id"], unique=False)

    op.create_table(
        "floor_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("deed", sa.String(length=16), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], name=op.f("fk_floor_log_item_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_floor_log_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_floor_log")),
    )
    with op.batch_alter_table("floor_log", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_floor_log_by"), ["by"], unique=False)
        batch_op.create_index(batch_op.f("ix_floor_log_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_floor_log_sitting_id"), ["sitting_id"], unique=False)

    op.create_table(
        "floor_treated",
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("opened_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("opened_by", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("voted", sa.Boolean(), nullable=False),
        sa.Column("talk_only", sa.String(length=16), nullable=True),
        sa.Column("yes", sa.Integer(), nullable=True),
        sa.Column("no", sa.Integer(), nullable=True),
        sa.Column("abstained", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], name=op.f("fk_floor_treated_item_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_floor_treated_sitting_id")),
        sa.PrimaryKeyConstraint("sitting_id", "item_id", name=op.f("pk_floor_treated")),
    )
    with op.batch_alter_table("floor_treated", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_floor_treated_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_floor_treated_opened_by"), ["opened_by"], unique=False)

    op.create_table(
        "floor_turns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("stand", sa.String(length=8), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("asked_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("called_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("ended_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], name=op.f("fk_floor_turns_item_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_floor_turns_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_floor_turns")),
    )
    with op.batch_alter_table("floor_turns", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_floor_turns_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_floor_turns_sitting_id"), ["sitting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_floor_turns_telegram_id"), ["telegram_id"], unique=False)


def _leave_alone_what_is_over() -> None:
    """Sittings that were held before the bot knew anything of it are not to be counted as not held."""
    sittings = sa.table("sittings", sa.column("id"), sa.column("starts_at", storage.schema.Moment()))
    tasks = sa.table("floor_tasks", sa.column("sitting_id"), sa.column("task"), sa.column("done_at"))
    over = sa.select(sittings.c.id, sa.literal("end"), sittings.c.starts_at)
    before = over.where(sittings.c.starts_at < sa.func.current_date())  # this evening's can still be opened
    op.execute(sa.insert(tasks).from_select(["sitting_id", "task", "done_at"], before))


def downgrade() -> None:
    op.drop_table("floor_turns")
    op.drop_table("floor_treated")
    op.drop_table("floor_log")
    op.drop_table("floor_tries")
    op.drop_table("floor_tasks")
    op.drop_table("floor_sessions")
    op.drop_table("floor_check_ins")
