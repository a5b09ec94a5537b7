"""The clocks of concerns

What was answered until now was said to be done: its resident has a week to say otherwise, as after any such answer.
"""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

import storage.schema

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if _on_sqlite():
        with op.batch_alter_table("outbox", recreate="always", table_kwargs={"sqlite_autoincrement": True}):
            pass
    with op.batch_alter_table("concern_history", schema=None) as batch_op:
        batch_op.add_column(sa.Column("photo", sa.String(length=200), nullable=True))

    with op.batch_alter_table("concerns", schema=None) as batch_op:
        batch_op.add_column(sa.Column("due", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("due_since", storage.schema.Moment(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("due_run", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("due_passed", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("look_at", storage.schema.Moment(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("promise", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("partner", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("time_left", sa.Interval(), nullable=True))
        batch_op.add_column(sa.Column("original_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("answered_at", storage.schema.Moment(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("closed_at", storage.schema.Moment(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("author_telegram_id", sa.BigInteger(), nullable=True))
        batch_op.drop_index("ix_concerns_author")
        batch_op.create_index("ix_concerns_author", ["author_telegram_id", "id"], unique=False)
        batch_op.alter_column("due_at", existing_type=sa.DATETIME(), nullable=True)
        batch_op.create_index(
            "ix_concerns_look_at",
            ["look_at"],
            unique=False,
            sqlite_where=sa.text("look_at IS NOT NULL"),
            postgresql_where=sa.text("look_at IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_concerns_open",
            ["community_id", "due_at"],
            unique=False,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.create_index(
            "ix_concerns_original",
            ["original_id"],
            unique=False,
            sqlite_where=sa.text("original_id IS NOT NULL"),
            postgresql_where=sa.text("original_id IS NOT NULL"),
        )
        batch_op.create_foreign_key(batch_op.f("fk_concerns_original_id"), "concerns", ["original_id"], ["id"])
    with op.batch_alter_table("concerns", schema=None) as batch_op:
        for name, kind in (("due_run", sa.Integer()), ("due_passed", sa.Integer()), ("promise", sa.Text())):
            batch_op.alter_column(name, existing_type=kind, existing_nullable=False, server_default=None)
    _wind_clocks(op.get_bind())


CONCERNS = sa.table(
    "concerns",
    *(sa.column(name) for name in ("id", "state", "due", "author_telegram_id")),
    *(
        sa.column(name, storage.schema.Moment(timezone=True))
        for name in ("raised_at", "due_since", "due_at", "look_at", "answered_at", "closed_at")
    ),
)
HISTORY = sa.table(
    "concern_history",
    *(sa.column(name) for name in ("concern_id", "deed", "by")),
    sa.column("at", storage.schema.Moment(timezone=True)),
)
CLOCKS = {
    # state: what is due, since which deed, for how long
    "received": ("first_response", "raise", timedelta(hours=24)),
    "claimed": ("first_response", "raise", timedelta(hours=24)),
    "reopened": ("first_response", "reopen", timedelta(hours=24)),
    "answered": ("last_word", "answer", timedelta(days=7)),
    "confirmed": ("follow_up", "confirm", timedelta(days=28)),
}
BEFORE = {
    "done": "answered", "explained": "answered",
    "acknowledged": "claimed", "simple": "claimed", "planned": "claimed", "forwarded": "claimed", "paused": "claimed",
    "accepted": "confirmed", "uncontradicted": "confirmed", "duplicate": "confirmed", "withdrawn": "confirmed",
}  # fmt: skip


def _on_sqlite() -> bool:
    """PostgreSQL's numbers are not used again anyway."""
    return op.get_bind().dialect.name == "sqlite"


def _wind_clocks(connection: sa.Connection) -> None:
    for row in connection.execute(sa.select(CONCERNS)).all():
        due, deed, lasts = CLOCKS[row.state]
        lines = connection.execute(sa.select(HISTORY).filter_by(concern_id=row.id).order_by(HISTORY.c.at)).all()
        since = max((line.at for line in lines if line.deed == deed), default=row.raised_at)
        wound = {
            "state": "done" if row.state == "answered" else row.state,
            "due": due,
            "due_since": since,
            "due_at": since + lasts,
            "look_at": since + lasts / 2,
            "answered_at": min((line.at for line in lines if line.deed == "answer"), default=None),
            "closed_at": since if row.state == "confirmed" else None,
            "author_telegram_id": next((line.by for line in lines if line.deed == "raise"), None) or None,
        }
        connection.execute(sa.update(CONCERNS).filter_by(id=row.id).values(wound))


def downgrade() -> None:
    if _on_sqlite():
        with op.batch_alter_table("outbox", recreate="always") as outbox:
            outbox.create_primary_key("pk_outbox", ["id"])
    for after, before in BEFORE.items():
        op.execute(sa.update(CONCERNS).filter_by(state=after).values(state=before))
    op.execute(sa.update(CONCERNS).where(CONCERNS.c.due_at.is_(None)).values(due_at=CONCERNS.c.raised_at))
    with op.batch_alter_table("concerns", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_concerns_original_id"), type_="foreignkey")
        batch_op.drop_index(
            "ix_concerns_original",
            sqlite_where=sa.text("original_id IS NOT NULL"),
            postgresql_where=sa.text("original_id IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_concerns_open", sqlite_where=sa.text("closed_at IS NULL"), postgresql_where=sa.text("closed_at IS NULL")
        )
        batch_op.drop_index(
            "ix_concerns_look_at",
            sqlite_where=sa.text("look_at IS NOT NULL"),
            postgresql_where=sa.text("look_at IS NOT NULL"),
        )
        batch_op.alter_column("due_at", existing_type=sa.DATETIME(), nullable=False)
        batch_op.drop_index("ix_concerns_author")
        batch_op.create_index("ix_concerns_author", ["author_id", "id"], unique=False)
        batch_op.drop_column("author_telegram_id")
        batch_op.drop_column("closed_at")
        batch_op.drop_column("answered_at")
        batch_op.drop_column("original_id")
        batch_op.drop_column("time_left")
        batch_op.drop_column("partner")
        batch_op.drop_column("promise")
        batch_op.drop_column("look_at")
        batch_op.drop_column("due_passed")
        batch_op.drop_column("due_run")
        batch_op.drop_column("due_since")
        batch_op.drop_column("due")

    with op.batch_alter_table("concern_history", schema=None) as batch_op:
        batch_op.drop_column("photo")
