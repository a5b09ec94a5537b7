"""Surveys and reports"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

REOPENED = sa.text("deed = 'reopen'")


def upgrade() -> None:
    op.create_table(
        "survey_questions",
        sa.Column("concern_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("closing", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["concern_id"], ["concerns.id"], name=op.f("fk_survey_questions_concern_id")),
        sa.PrimaryKeyConstraint("concern_id", name=op.f("pk_survey_questions")),
    )
    op.create_table(
        "survey_counts",
        sa.Column("community_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("dimension", sa.String(length=16), nullable=False),
        sa.Column("part", sa.String(length=16), nullable=False),
        sa.Column("score", sa.String(length=1), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_survey_counts_community_id")),
        sa.PrimaryKeyConstraint("community_id", "month", "dimension", "part", "score", name=op.f("pk_survey_counts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "report_dates",
        sa.Column("community_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("due_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_report_dates_community_id")),
        sa.PrimaryKeyConstraint("community_id", "report", name=op.f("pk_report_dates")),
    )
    op.create_index(op.f("ix_report_dates_due_at"), "report_dates", ["due_at"], unique=False)
    op.create_table(
        "top_ten",
        sa.Column("community_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("rank", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("concern_id", sa.Integer(), nullable=False),
        sa.Column("households", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_top_ten_community_id")),
        sa.ForeignKeyConstraint(["concern_id"], ["concerns.id"], name=op.f("fk_top_ten_concern_id")),
        sa.PrimaryKeyConstraint("community_id", "month", "rank", name=op.f("pk_top_ten")),
        sa.UniqueConstraint(
            "community_id", "month", "concern_id", name=op.f("uq_top_ten_community_id_month_concern_id")
        ),
    )
    op.create_index("ix_concerns_raised", "concerns", ["community_id", "raised_at"], unique=False)
    op.create_index("ix_concerns_closed", "concerns", ["community_id", "closed_at"], unique=False)
    op.create_index(
        "ix_concern_history_reopened",
        "concern_history",
        ["at"],
        unique=False,
        sqlite_where=REOPENED,
        postgresql_where=REOPENED,
    )


def downgrade() -> None:
    op.drop_index("ix_concern_history_reopened", "concern_history")
    op.drop_index("ix_concerns_closed", "concerns")
    op.drop_index("ix_concerns_raised", "concerns")
    op.drop_table("top_ten")
    op.drop_table("report_dates")
    op.drop_table("survey_counts")
    op.drop_table("survey_questions")
