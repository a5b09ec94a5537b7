"""Good deeds that two people vouch for, and samples of sorted waste"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "points_deeds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("doer", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("building", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("told_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("verdict", sa.String(length=8), nullable=True),
        sa.Column("decider", sa.BigInteger(), nullable=True),
        sa.Column("decided_by", sa.String(length=128), nullable=False),
        sa.Column("decided_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_points_deeds_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_points_deeds")),
        sa.UniqueConstraint("key", name=op.f("uq_points_deeds_key")),
    )
    with op.batch_alter_table("points_deeds", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_points_deeds_decider"), ["decider"], unique=False)
        batch_op.create_index(batch_op.f("ix_points_deeds_doer"), ["doer"], unique=False)

    op.create_table(
        "points_samples",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("household_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("good", sa.Boolean(), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_points_samples_community_id")),
        sa.ForeignKeyConstraint(["household_id"], ["households.id"], name=op.f("fk_points_samples_household_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_points_samples")),
        sa.UniqueConstraint("household_id", "day", name=op.f("uq_points_samples_household_id_day")),
    )
    with op.batch_alter_table("points_samples", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_points_samples_by"), ["by"], unique=False)
        batch_op.create_index("ix_points_samples_when", ["community_id", "day"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("points_samples", schema=None) as batch_op:
        batch_op.drop_index("ix_points_samples_when")
        batch_op.drop_index(batch_op.f("ix_points_samples_by"))

    op.drop_table("points_samples")
    with op.batch_alter_table("points_deeds", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_points_deeds_doer"))
        batch_op.drop_index(batch_op.f("ix_points_deeds_decider"))

    op.drop_table("points_deeds")
