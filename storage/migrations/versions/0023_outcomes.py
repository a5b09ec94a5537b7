"""Outcomes of votes, and resolutions: none without a vote that was carried"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "statements",
        sa.Column("vote_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("tally", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("stated_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("until", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("due_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_statements_vote_id")),
        sa.PrimaryKeyConstraint("vote_id", name=op.f("pk_statements")),
        sa.UniqueConstraint("vote_id", "outcome", name=op.f("uq_statements_vote_id_outcome")),
    )
    op.create_index(
        "ix_statements_due_at",
        "statements",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("due_at IS NOT NULL"),
        postgresql_where=sa.text("due_at IS NOT NULL"),
    )
    op.add_column("minutes", sa.Column("balloted", sa.Text(), server_default="[]", nullable=False))
    op.create_table(
        "resolutions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("vote_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("electorate", sa.String(length=16), nullable=False),
        sa.Column("entitled", sa.Integer(), nullable=False),
        sa.Column("ballots", sa.Integer(), nullable=False),
        sa.Column("agreed", sa.Integer(), nullable=False),
        sa.Column("winner", sa.String(length=100), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.CheckConstraint("outcome = 'carried'", name=op.f("ck_resolutions_carried")),
        sa.CheckConstraint(
            "0 < agreed AND agreed <= ballots AND ballots <= entitled", name=op.f("ck_resolutions_voted")
        ),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_resolutions_community_id")),
        sa.ForeignKeyConstraint(
            ["vote_id", "outcome"],
            ["statements.vote_id", "statements.outcome"],
            name=op.f("fk_resolutions_vote_id_outcome"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resolutions")),
        sa.UniqueConstraint("community_id", "number", name=op.f("uq_resolutions_community_id_number")),
        sa.UniqueConstraint("vote_id", name=op.f("uq_resolutions_vote_id")),
    )


def downgrade() -> None:
    op.drop_column("minutes", "balloted")
    op.drop_table("resolutions")
    op.drop_table("statements")
