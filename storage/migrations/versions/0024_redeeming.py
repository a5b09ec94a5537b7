"""What points can be exchanged for, and what was kept for whom"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

OPEN = sa.text("state IN ('reserved', 'handed')")


def upgrade() -> None:
    op.create_table(
        "goods",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("called", sa.String(length=64), nullable=False),
        sa.Column("price", sa.Integer(), nullable=False),
        sa.Column("left", sa.Integer(), nullable=False),
        sa.Column("each", sa.Integer(), nullable=False),
        sa.Column("photo", sa.String(length=200), nullable=True),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_goods_community_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goods")),
        sa.UniqueConstraint("key", name=op.f("uq_goods_key")),
    )
    with op.batch_alter_table("goods", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goods_community_id"), ["community_id"], unique=False)

    op.create_table(
        "redemptions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("community_id", sa.Integer(), nullable=False),
        sa.Column("good_id", sa.Integer(), nullable=False),
        sa.Column("called", sa.String(length=64), nullable=False),
        sa.Column("price", sa.Integer(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=4), nullable=False),
        sa.Column("reserved_at", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("until", storage.schema.Moment(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("due_at", storage.schema.Moment(timezone=True), nullable=True),
        sa.Column("reminded", sa.Boolean(), nullable=False),
        sa.Column("handed_by", sa.BigInteger(), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["community_id"], ["communities.id"], name=op.f("fk_redemptions_community_id")),
        sa.ForeignKeyConstraint(["good_id"], ["goods.id"], name=op.f("fk_redemptions_good_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redemptions")),
        sa.UniqueConstraint("key", name=op.f("uq_redemptions_key")),
    )
    with op.batch_alter_table("redemptions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_redemptions_due_at"), ["due_at"], unique=False)
        batch_op.create_index("ix_redemptions_good_id_telegram_id", ["good_id", "telegram_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_redemptions_handed_by"), ["handed_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_redemptions_telegram_id"), ["telegram_id"], unique=False)
        batch_op.create_index(
            "uq_redemptions_open_code",
            ["community_id", "code"],
            unique=True,
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        )


def downgrade() -> None:
    with op.batch_alter_table("redemptions", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_redemptions_open_code",
            sqlite_where=OPEN,
            postgresql_where=OPEN,
        )
        batch_op.drop_index(batch_op.f("ix_redemptions_telegram_id"))
        batch_op.drop_index(batch_op.f("ix_redemptions_handed_by"))
        batch_op.drop_index("ix_redemptions_good_id_telegram_id")
        batch_op.drop_index(batch_op.f("ix_redemptions_due_at"))

    op.drop_table("redemptions")
    with op.batch_alter_table("goods", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_goods_community_id"))

    op.drop_table("goods")
