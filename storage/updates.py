"""Which updates have had their effect; never what was in them."""

from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Column, Connection, Table, delete, select

from bot.kit.town import UpdateKey
from storage import personal
from storage.schema import Moment, metadata
from storage.upsert import each

KEPT = timedelta(hours=48)
"""Telegram redelivers for 24 hours at most."""

updates = Table(
    "updates",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("handled_at", Moment, nullable=False, index=True),
)
personal.declare(updates, keep={"bot_id update_id": "the bot's and Telegram's counters; never whose update it was"})


NOTED = each(lambda upsert: upsert(updates).on_conflict_do_nothing())


def first_time(connection: Connection, key: UpdateKey, now: datetime) -> bool:
    """Note that the update has its effect now; False if it had it before."""
    row = {"bot_id": key.bot_id, "update_id": key.update_id, "handled_at": now}
    return NOTED[connection.dialect.name].changes(connection, row) == 1


def was_handled(connection: Connection, key: UpdateKey) -> bool:
    """Whether the update had its effect."""
    found = select(updates.c.update_id).filter_by(bot_id=key.bot_id, update_id=key.update_id)
    return connection.execute(found).first() is not None


def forget_old(connection: Connection, now: datetime) -> None:
    """Drop what Telegram will not send again."""
    connection.execute(delete(updates).where(updates.c.handled_at < now - KEPT))
