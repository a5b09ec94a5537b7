"""What a ballot costs, in statements and in the database's own steps: the same whoever has voted before."""

import re
import sqlite3
from typing import Any

import pytest

from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.kit.town import UpdateKey
from bot.residents import service as residents
from bot.sunshine import GROUP
from bot.votes.model.rule import YES
from bot.votes.model.vote import Vote
from bot.votes.service import casting
from tests.databases import POSTGRESQL
from tests.statements import noted
from tests.votes.hall import Hall
from tests.votes.rules import RESIDENTS

STATEMENTS, STEPS = 5, 1.2
"""At most so many a ballot; so many times the database's steps when a thousand were cast before: the tree is deeper."""


async def tap(hall: Hall, who: Reader, vote: Vote) -> None:
    """As an update comes in: who is it, then their ballot."""
    hall.updates += 1
    key = UpdateKey(1000000, hall.updates)
    stranger = Reader(who.telegram_id, who.name)
    arrival = await hall.town.glance(residents.arrive, stranger, Place(GROUP, who.telegram_id), key)
    await hall.town.do(casting.cast, key, arrival.reader, vote.id, (YES,), str(key))


async def test_a_ballot_is_five_statements_at_most_the_first_and_the_second_time(hall: Hall) -> None:
    voter = await hall.joins(6000001, 4, 1, "101")
    vote = await hall.opens(RESIDENTS)
    first: list[str] = []
    again: list[str] = []
    with noted(lambda statement, _: first.append(statement)):
        await tap(hall, voter, vote)
    with noted(lambda statement, _: again.append(statement)):
        await tap(hall, voter, vote)
    assert (len(first), len(again)) == (STATEMENTS, STATEMENTS - 1), first


@pytest.mark.sqlite
async def test_a_ballot_costs_the_same_when_a_thousand_were_cast_before(hall: Hall) -> None:
    early = await hall.joins(6000001, 4, 1, "101")
    late = await hall.joins(6000002, 4, 1, "201")
    vote = await hall.opens(RESIDENTS)
    cost_of_the_first = await _steps(hall, early, vote)
    hall.rows(
        "UPDATE vote_entries SET origin = 'chat', sealed = zeroblob(60) WHERE id IN"
        " (SELECT e.id FROM vote_entries e JOIN vote_voters v ON v.entry_id = e.id"
        "  WHERE v.telegram_id IS NULL LIMIT 1000)"
    )
    assert await _steps(hall, late, vote) <= cost_of_the_first * STEPS


@pytest.mark.parametrize("kind", [POSTGRESQL], indirect=True)
async def test_for_a_ballot_postgresql_reads_no_roll_as_a_whole(hall: Hall) -> None:
    """It knows how long they are; of what has one row it may well read all."""
    voter = await hall.joins(6000001, 4, 1, "101")
    vote = await hall.opens(RESIDENTS)
    asked: list[tuple[str, Any]] = []
    with noted(lambda *one: asked.append(one)):
        await tap(hall, voter, vote)
    engine = hall.database.engine()
    with engine.connect() as books:
        books.exec_driver_sql("ANALYZE")
        lines = [line for one, values in asked for (line,) in books.exec_driver_sql(f"EXPLAIN {one}", tuple(values))]
    engine.dispose()
    plans = "\n".join(lines)
    assert {"vote_entries", "vote_voters"} <= set(re.findall(r"Scan .*on (\w+)", plans))
    assert not re.search("Seq Scan on vote_(entries|voters)", plans), plans


async def _steps(hall: Hall, who: Reader, vote: Vote) -> int:
    """Steps of SQLite's virtual machine."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    def look(uow: object) -> sqlite3.Connection:
        raw = uow._connection.connection.driver_connection  # type: ignore[attr-defined]
        assert isinstance(raw, sqlite3.Connection)
        return raw

    books = await hall.town.do(look)
    books.set_progress_handler(step, 1)
    await tap(hall, who, vote)
    books.set_progress_handler(None, 1)
    return steps
