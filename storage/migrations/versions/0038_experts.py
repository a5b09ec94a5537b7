"""In which field guides advise, and who would like to hear one"""

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("appointments", sa.Column("expertise", sa.String(length=16), nullable=True))
    op.add_column("agenda_points", sa.Column("expertise", sa.String(length=16), nullable=True))
    op.create_table(
        "agenda_experts",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("expertise", sa.String(length=16), nullable=False),
        sa.Column("asked_by", sa.BigInteger(), nullable=False),
        sa.Column("at", storage.schema.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], name=op.f("fk_agenda_experts_item_id")),
        sa.PrimaryKeyConstraint("item_id", "expertise", name=op.f("pk_agenda_experts")),
    )
    op.create_index(op.f("ix_agenda_experts_asked_by"), "agenda_experts", ["asked_by"], unique=False)


def downgrade() -> None:
    op.drop_table("agenda_experts")
    op.drop_column("agenda_points", "expertise")
    op.drop_column("appointments", "expertise")
