"""阳光社区 on the evening of a sitting: sixty neighbours have joined, a secret vote runs, a witness sits there."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from bot.config import Config
from bot.kit.people import Reader
from bot.reactions import REACTIONS
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from bot.votes.model.vote import Vote
from storage.database import Database
from tests.databases import LINK, sql
from tests.votes.hall import SEVEN, Hall, HandClock, join
from tests.votes.rules import RESIDENTS

NEIGHBOURS = range(6000001, 6000061)
NEXT_SITTING = 3
"""Its signing up is open."""
BEGIN = SEVEN + timedelta(minutes=1)
WITNESS = (
    "CREATE TABLE witness (cause TEXT, chat_id INTEGER, method TEXT, params TEXT, board INTEGER)",
    "INSERT INTO witness SELECT cause, chat_id, method, params, board_id FROM outbox",
    """
    CREATE TRIGGER witness_put AFTER INSERT ON outbox BEGIN
        INSERT INTO witness (cause, chat_id, method, params, board)
        VALUES (NEW.cause, NEW.chat_id, NEW.method, NEW.params, NEW.board_id);
    END
    """,
)
"""Writes down whatever is put into the outbox, where its contents are not kept once it is sent."""


async def prepare(database: Database, config: Config) -> Vote:
    """Returns the vote."""
    clock = HandClock()
    with database.books(config.community, LINK) as books:
        hall = Hall(OpenTown(books, clock, REACTIONS), clock, database)
        await hall.at(SEVEN - timedelta(days=8))
        await hall.town.do(move_in)
        with sql(database) as run:
            for person in NEIGHBOURS:
                run("UPDATE residents SET name = ? WHERE telegram_id = ?", name(person), person)
        return await hall.opens(RESIDENTS)


def name(person: int) -> str:
    """There are many of one name on the roll; of these there is one each."""
    return f"邻居{person}"


def move_in(uow: UnitOfWork) -> list[Reader]:
    return [join(uow, person, door, None) for person, door in zip(NEIGHBOURS, doors(), strict=True)]


def doors() -> Iterable[tuple[int, int, str]]:
    return ((8 + n // 30, 1 + n % 30 // 10, f"{1 + n % 10}01") for n in range(len(NEIGHBOURS)))


def seat_witness(path: Path) -> None:
    with closing(sqlite3.connect(path)) as books, books:
        for statement in WITNESS:
            books.execute(statement)
