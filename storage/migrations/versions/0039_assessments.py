"""How well sittings deliberated"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "assessments",
        sa.Column("sitting_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("chair", sa.BigInteger(), nullable=False),
        sa.Column("until", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("due_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("asked", sa.BigInteger(), nullable=False),
        sa.Column("raters", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_assessments_community_id")),
        sa.ForeignKeyConstraint(["sitting_id"], ["sittings.id"], name=op.f("fk_assessments_sitting_id")),
        sa.PrimaryKeyConstraint("sitting_id", name=op.f("pk_assessments")),
    )
    op.create_index(op.f("ix_assessments_chair"), "assessments", ["chair"], unique=False)
    op.create_index(op.f("ix_assessments_community_id"), "assessments", ["community_id"], unique=False)
    op.create_index(op.f("ix_assessments_due_at"), "assessments", ["due_at"], unique=False)
    op.create_table(
        "assessment_ratings",
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["assessments.sitting_id"], name=op.f("fk_assessment_ratings_sitting_id")
        ),
        sa.PrimaryKeyConstraint("sitting_id", "telegram_id", name=op.f("pk_assessment_ratings")),
    )
    op.create_index(op.f("ix_assessment_ratings_telegram_id"), "assessment_ratings", ["telegram_id"], unique=False)


def downgrade() -> None:
    op.drop_table("assessment_ratings")
    op.drop_table("assessments")
