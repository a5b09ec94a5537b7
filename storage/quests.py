"""What somebody tried of the quests."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    UniqueConstraint,
    insert,
    select,
    update,
)

from bot.quests.model import Attempt, Whose
from bot.rights.model import Heading
from storage import personal
from storage.personal import Traces, gone
from storage.roll import communities
from storage.schema import metadata

quest_attempts = Table(
    "quest_attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("telegram_id", BigInteger, nullable=False),
    Column("quest", String(32), nullable=False),
    Column("tried_on", Date, nullable=False),
    Column("done", Boolean, nullable=False),
    UniqueConstraint("community_id", "telegram_id", "quest"),
    sqlite_autoincrement=True,  # the ledger's evidence names the number; a given back one would look paid
)
personal.declare(
    quest_attempts,
    Traces(
        lambda person: quest_attempts.c.telegram_id == person,
        gone("telegram_id quest"),
        Heading.HONOURS,
        file="quest tried_on done",
    ),
)


class SqlQuestBook:
    """Implements `bot.quests.repository.QuestBook`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def of(self, whose: Whose) -> Sequence[Attempt]:
        theirs = select(quest_attempts).filter_by(**_key(whose)).order_by(quest_attempts.c.id)
        return [_attempt(row) for row in self._run(theirs)]

    def note(self, whose: Whose, quest: str, day: date, done: bool) -> Attempt:
        key, now = {**_key(whose), "quest": quest}, {"tried_on": day, "done": done}
        again = update(quest_attempts).filter_by(**key).values(now).returning(*quest_attempts.c)
        row = self._run(again).first()
        if row is None:
            row = self._run(insert(quest_attempts).values({**key, **now}).returning(*quest_attempts.c)).one()
        return _attempt(row)


def _key(whose: Whose) -> dict[str, int]:
    return {"community_id": whose.community, "telegram_id": whose.telegram_id}


def _attempt(row: Row[tuple[object, ...]]) -> Attempt:
    return Attempt(row.id, row.quest, row.tried_on, row.done)
