"""Minutes"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "minutes",
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("chair", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("due_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("approved_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("approved_by", sa.BigInteger(), nullable=True),
        sa.Column("published_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("final_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_minutes_community_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_minutes_sitting_id")),
        sa.PrimaryKeyConstraint("sitting_id", name=op.f("pk_minutes")),
    )
    with op.batch_alter_table("minutes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_minutes_approved_by"), ["approved_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_minutes_chair"), ["chair"], unique=False)
        batch_op.create_index(batch_op.f("ix_minutes_due_at"), ["due_at"], unique=False)
        batch_op.create_index("ix_minutes_state", ["community_id", "state"], unique=False)

    op.create_table(
        "errata",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("author", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_errata_community_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["minutes.sitting_id"], name=op.f("fk_errata_sitting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_errata")),
        sa.UniqueConstraint("key", name=op.f("uq_errata_key")),
    )
    with op.batch_alter_table("errata", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_errata_author"), ["author"], unique=False)
        batch_op.create_index(batch_op.f("ix_errata_decided_by"), ["decided_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_errata_sitting_id"), ["sitting_id"], unique=False)
        batch_op.create_index(
            "uq_errata_author",
            ["sitting_id", "author"],
            unique=True,
            sqlite_where=sa.text("author != 0"),
            postgresql_where=sa.text("author != 0"),
        )


def downgrade() -> None:
    op.drop_table("errata")
    op.drop_table("minutes")
