"""What residents tell: albums and locations; who has met it too"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("concerns", sa.Column("told_by", sa.BigInteger(), nullable=True))
    op.add_column("concerns", sa.Column("named", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("concerns", sa.Column("more_photos", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("concerns", sa.Column("latitude", sa.Float(), nullable=True))
    op.add_column("concerns", sa.Column("longitude", sa.Float(), nullable=True))
    alike = ["community_id", "building", "category", "state", "id"]
    op.create_index("ix_concerns_alike", "concerns", alike, unique=False)
    op.create_table(
        "concern_supporters",
        sa.Column("concern_id", sa.Integer(), nullable=False),
        sa.Column("household_id", sa.Integer(), nullable=False),
        sa.Column("resident_id", sa.Integer(), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["concern_id"], ["concerns.id"], name=op.f("fk_concern_supporters_concern_id")),
        sa.ForeignKeyConstraint(["household_id"], ["households.id"], name=op.f("fk_concern_supporters_household_id")),
        sa.ForeignKeyConstraint(["resident_id"], ["residents.id"], name=op.f("fk_concern_supporters_resident_id")),
        sa.PrimaryKeyConstraint("concern_id", "household_id", name=op.f("pk_concern_supporters")),
    )
    op.create_index(op.f("ix_concern_supporters_resident_id"), "concern_supporters", ["resident_id"], unique=False)


def downgrade() -> None:
    op.drop_table("concern_supporters")
    op.drop_index("ix_concerns_alike", "concerns")
    for column in ("longitude", "latitude", "more_photos", "named", "told_by"):
        op.drop_column("concerns", column)
