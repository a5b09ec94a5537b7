"""Inquiries and months of supervision"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inquiries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(length=8), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("supervisor", sa.BigInteger(), nullable=False),
        sa.Column("addressee", sa.BigInteger(), nullable=True),
        sa.Column("opened_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("due_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("look_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("reminded", sa.Boolean(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_inquiries_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiries")),
        sa.UniqueConstraint("community_id", "number", name=op.f("uq_inquiries_community_id_number")),
    )
    op.create_index(op.f("ix_inquiries_addressee"), "inquiries", ["addressee"], unique=False)
    op.create_index(op.f("ix_inquiries_look_at"), "inquiries", ["look_at"], unique=False)
    op.create_index(
        "ix_inquiries_open",
        "inquiries",
        ["community_id"],
        unique=False,
        sqlite_where=sa.text("state != 'closed'"),
        postgresql_where=sa.text("state != 'closed'"),
    )
    op.create_index(op.f("ix_inquiries_supervisor"), "inquiries", ["supervisor"], unique=False)

    op.create_table(
        "pack_dates",
        sa.Column("community_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("due_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_pack_dates_community_id")),
        sa.PrimaryKeyConstraint("community_id", name=op.f("pk_pack_dates")),
    )
    op.create_index(op.f("ix_pack_dates_due_at"), "pack_dates", ["due_at"], unique=False)

    op.create_table(
        "packs",
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("made_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("noted_by", sa.BigInteger(), nullable=True),
        sa.Column("noted_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("look_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_packs_community_id")),
        sa.PrimaryKeyConstraint("community_id", "month", name=op.f("pk_packs")),
    )
    op.create_index(op.f("ix_packs_look_at"), "packs", ["look_at"], unique=False)
    op.create_index(op.f("ix_packs_noted_by"), "packs", ["noted_by"], unique=False)

    op.create_table(
        "inquiry_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inquiry_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["inquiry_id"], ["inquiries.id"], name=op.f("fk_inquiry_lines_inquiry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiry_lines")),
        sa.UniqueConstraint("key", name=op.f("uq_inquiry_lines_key")),
    )
    op.create_index(op.f("ix_inquiry_lines_by"), "inquiry_lines", ["by"], unique=False)
    op.create_index(op.f("ix_inquiry_lines_inquiry_id"), "inquiry_lines", ["inquiry_id"], unique=False)


def downgrade() -> None:

    op.drop_table("inquiry_lines")

    op.drop_table("packs")

    op.drop_table("pack_dates")

    op.drop_table("inquiries")
