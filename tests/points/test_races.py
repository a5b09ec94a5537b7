"""Eight writers at once: points are conserved, nobody's balance is below zero, each thing pays once, caps hold."""

import asyncio
import random
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.config import Config
from bot.kit.refusals import Refused
from bot.points.model.ledger import Kind, Owner, Posting, Reward, Rule
from bot.points.model.refusals import NotEnoughPoints
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from storage.unit_of_work import SqlUnitOfWork
from tests.databases import LINK, WRITERS, Books, sql
from tests.points.ledgers import CHEN, HELD, ISSUE, LIN, NOON, SUNSHINE, WANG, check_books
from tests.storage.works import never_committed

pytestmark = pytest.mark.both
PEOPLE = (WANG, CHEN, LIN)
ROUNDS = 10


async def at_once(books: Books, *works: Callable[[UnitOfWork], object]) -> list[object]:
    """What each answers, or why it was refused; the writers begin together."""

    async def one(work: Callable[[UnitOfWork], object]) -> object:
        try:
            return await books.write(work, NOON)
        except Refused as refusal:
            return refusal

    return list(await asyncio.gather(*map(one, works)))


def rewards(owner: Owner, rule: Rule, evidence: str) -> Callable[[UnitOfWork], object]:
    return lambda uow: uow.ledger.reward(Reward(owner, rule, evidence))


def spends(owner: Owner, amount: int, evidence: str) -> Callable[[UnitOfWork], object]:
    return lambda uow: uow.ledger.post(Posting(owner, HELD, amount, Rule.RESERVING, evidence))


def check(database: Database, config: Config) -> None:
    with never_committed(database) as connection:
        check_books(connection)
        uow = SqlUnitOfWork(connection, NOON, config.community, LINK)
        for owner in PEOPLE:
            assert uow.ledger.room(owner, Rule.ATTENDING).by_day >= 0


async def test_eight_writers_conserve_points(database: Database, config: Config) -> None:
    chance = random.Random(20261202)  # noqa: S311 - the same each time
    with database.books(config.community, LINK) as books:
        for _ in range(ROUNDS):
            works = []
            for _ in range(WRITERS):
                owner, number = chance.choice(PEOPLE), chance.randrange(30)
                rule = chance.choice((Rule.TASK, Rule.QUEST, Rule.VOTING))
                works.append(
                    chance.choice((rewards(owner, rule, f"thing-{number}"), spends(owner, 3, f"order-{number}")))
                )
            await at_once(books, *works)
    check(database, config)
    with sql(database) as ask:
        assert ask("SELECT count(*) FROM points_entries") > [(5,)]


async def test_of_eight_who_spend_the_last_points_one_does(database: Database, config: Config) -> None:
    with database.books(config.community, LINK) as books:
        await books.write(rewards(WANG, Rule.ATTENDING, "sitting-1"), NOON)
        answers = await at_once(books, *(spends(WANG, 5, f"order-{n}") for n in range(WRITERS)))
        assert sum(isinstance(answer, NotEnoughPoints) for answer in answers) == WRITERS - 1
        assert await books.read(lambda uow: uow.ledger.balance(WANG), NOON) == 0
    check(database, config)


async def test_the_same_thing_eight_times_at_once_pays_once(database: Database, config: Config) -> None:
    with database.books(config.community, LINK) as books:
        await at_once(books, *(rewards(WANG, Rule.TASK, "task-1") for _ in range(WRITERS)))
        assert await books.read(lambda uow: uow.ledger.balance(WANG), NOON) == 5
    check(database, config)


async def test_eight_different_things_at_once_stay_within_the_caps(database: Database, config: Config) -> None:
    with database.books(config.community, LINK) as books:
        await at_once(books, *(rewards(WANG, Rule.TASK, f"task-{n}") for n in range(WRITERS)))
        assert await books.read(lambda uow: uow.ledger.balance(WANG), NOON) == config.community.points.task.a_day
        await books.write(rewards(WANG, Rule.TASK, "task-tomorrow"), NOON + timedelta(days=1))
        assert await books.read(lambda uow: uow.ledger.balance(WANG), NOON) == 15
    check(database, config)


async def test_a_months_budget_is_filled_once_however_many_begin_the_month(database: Database, config: Config) -> None:
    with database.books(config.community, LINK) as books:
        await at_once(books, *(rewards(PEOPLE[n % 3], Rule.TASK, f"task-{n}") for n in range(WRITERS)))
        assert await books.read(lambda uow: uow.ledger.balance(ISSUE), NOON) == -config.community.points.budget
        left = await books.read(lambda uow: uow.ledger.balance(uow.ledger.this_month(SUNSHINE, Kind.BUDGET)), NOON)
        assert left == config.community.points.budget - 30
    check(database, config)
