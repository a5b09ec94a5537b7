"""Thanks, the yearly award, certificates, and who wants to stand in no list"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "awards",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(length=8), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("ends_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_awards_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_awards")),
        sa.UniqueConstraint("community_id", "year", name=op.f("uq_awards_community_id_year")),
    )
    with op.batch_alter_table("awards", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_awards_stage"), ["stage"], unique=False)

    op.create_table(
        "certificates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("honour", sa.String(length=16), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("made_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_certificates_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
        sa.UniqueConstraint("code", name=op.f("uq_certificates_code")),
        sa.UniqueConstraint(
            "community_id",
            "telegram_id",
            "honour",
            "year",
            name=op.f("uq_certificates_community_id_telegram_id_honour_year"),
        ),
    )
    with op.batch_alter_table("certificates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_certificates_telegram_id"), ["telegram_id"], unique=False)

    op.create_table(
        "honour_optouts",
        sa.Column("community_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_honour_optouts_community_id")),
        sa.PrimaryKeyConstraint("community_id", "telegram_id", name=op.f("pk_honour_optouts")),
    )
    op.create_table(
        "thanks_dates",
        sa.Column("community_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("step", sa.String(length=8), nullable=False),
        sa.Column("due_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_thanks_dates_community_id")),
        sa.PrimaryKeyConstraint("community_id", name=op.f("pk_thanks_dates")),
    )
    with op.batch_alter_table("thanks_dates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_thanks_dates_due_at"), ["due_at"], unique=False)

    op.create_table(
        "award_nominees",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("award_id", sa.Integer(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("building", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("shortlisted", sa.Boolean(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["award_id"], ["awards.id"], name=op.f("fk_award_nominees_award_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_award_nominees")),
        sa.UniqueConstraint("award_id", "telegram_id", name=op.f("uq_award_nominees_award_id_telegram_id")),
    )
    with op.batch_alter_table("award_nominees", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_award_nominees_telegram_id"), ["telegram_id"], unique=False)

    op.create_table(
        "award_nominations",
        sa.Column("nominee_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("household_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("nominated_by", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["household_id"], ["households.id"], name=op.f("fk_award_nominations_household_id")),
        sa.ForeignKeyConstraint(["nominee_id"], ["award_nominees.id"], name=op.f("fk_award_nominations_nominee_id")),
        sa.PrimaryKeyConstraint("nominee_id", "household_id", name=op.f("pk_award_nominations")),
    )
    with op.batch_alter_table("award_nominations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_award_nominations_nominated_by"), ["nominated_by"], unique=False)

    op.create_table(
        "award_votes",
        sa.Column("award_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("voter_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("nominee_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["award_id"], ["awards.id"], name=op.f("fk_award_votes_award_id")),
        sa.ForeignKeyConstraint(["nominee_id"], ["award_nominees.id"], name=op.f("fk_award_votes_nominee_id")),
        sa.PrimaryKeyConstraint("award_id", "voter_id", name=op.f("pk_award_votes")),
    )


def downgrade() -> None:
    op.drop_table("award_votes")
    with op.batch_alter_table("award_nominations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_award_nominations_nominated_by"))

    op.drop_table("award_nominations")
    with op.batch_alter_table("award_nominees", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_award_nominees_telegram_id"))

    op.drop_table("award_nominees")
    with op.batch_alter_table("thanks_dates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_thanks_dates_due_at"))

    op.drop_table("thanks_dates")
    op.drop_table("honour_optouts")
    with op.batch_alter_table("certificates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_certificates_telegram_id"))

    op.drop_table("certificates")
    with op.batch_alter_table("awards", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_awards_stage"))

    op.drop_table("awards")
