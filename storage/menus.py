"""Who was last offered which commands by Telegram's menu."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BigInteger, Column, Connection, Table, Text, delete, exists, insert, select, union

from storage import personal
from storage.personal import PROGRAM, Traces, gone
from storage.roles import appointments, in_force
from storage.schema import Moment, metadata

command_menus = Table(
    "command_menus",
    metadata,
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("offered", Text, nullable=False),  # a language and names of commands
    Column("again_at", Moment, index=True),  # the end of the first term
)
personal.declare(
    command_menus,
    Traces(lambda person: command_menus.c.telegram_id == person, gone("telegram_id")),
    keep={"offered": PROGRAM},
)


class SqlCommandMenus:
    """Implements `bot.menu.repository.CommandMenus`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def offered(self, telegram_id: int) -> str:
        found = self._run(select(command_menus.c.offered).filter_by(telegram_id=telegram_id)).scalar()
        return str(found or "")

    def note(self, telegram_id: int, offered: str, again_at: datetime | None) -> None:
        self._run(delete(command_menus).filter_by(telegram_id=telegram_id))
        row = {"telegram_id": telegram_id, "offered": offered, "again_at": again_at}
        self._run(insert(command_menus).values(row))

    def due(self, now: datetime, most: int) -> Sequence[int]:
        noted = exists().where(command_menus.c.telegram_id == appointments.c.telegram_id)
        never = select(appointments.c.telegram_id).where(in_force(now), ~noted)
        ended = select(command_menus.c.telegram_id).where(command_menus.c.again_at <= now)
        return self._run(union(never, ended).limit(most)).scalars().all()
