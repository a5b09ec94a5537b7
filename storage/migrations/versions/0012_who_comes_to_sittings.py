"""Who comes to sittings"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_sittings_starts_at", "sittings", ["starts_at"], unique=False)
    op.create_table(
        "sitting_subscriptions",
        sa.Column("community_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("since", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_sitting_subscriptions_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "telegram_id", name=op.f("pk_sitting_subscriptions")),
    )
    with op.batch_alter_table("sitting_subscriptions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sitting_subscriptions_telegram_id"), ["telegram_id"], unique=False)

    op.create_table(
        "sitting_alternates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("until", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("settled_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_sitting_alternates_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting_alternates")),
        sa.UniqueConstraint("sitting_id", "telegram_id", name=op.f("uq_sitting_alternates_sitting_id_telegram_id")),
    )
    with op.batch_alter_table("sitting_alternates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sitting_alternates_telegram_id"), ["telegram_id"], unique=False)
        batch_op.create_index(
            "ix_sitting_alternates_until",
            ["until"],
            unique=False,
            sqlite_where=sa.text("settled_at IS NULL"),
            postgresql_where=sa.text("settled_at IS NULL"),
        )

    op.create_table(
        "sitting_reminders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("due_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("reached", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("missed_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_sitting_reminders_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting_reminders")),
        sa.UniqueConstraint("sitting_id", "kind", "hours", name=op.f("uq_sitting_reminders_sitting_id_kind_hours")),
    )
    with op.batch_alter_table("sitting_reminders", schema=None) as batch_op:
        batch_op.create_index(
            "ix_sitting_reminders_due_at",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("sent_at IS NULL AND missed_at IS NULL"),
            postgresql_where=sa.text("sent_at IS NULL AND missed_at IS NULL"),
        )

    op.create_table(
        "sitting_signups",
        sa.Column("sitting_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("coming", sa.Boolean(), nullable=False),
        sa.Column("speaks_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_sitting_signups_sitting_id")),
        sa.PrimaryKeyConstraint("sitting_id", "telegram_id", name=op.f("pk_sitting_signups")),
    )
    with op.batch_alter_table("sitting_signups", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sitting_signups_telegram_id"), ["telegram_id"], unique=False)


def downgrade() -> None:
    op.drop_table("sitting_signups")
    op.drop_table("sitting_reminders")
    op.drop_table("sitting_alternates")
    op.drop_table("sitting_subscriptions")
    op.drop_index("ix_sittings_starts_at", table_name="sittings")
