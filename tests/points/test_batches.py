"""A batch is paid whole or not at all: for want of budget, and for a `kill -9` in the middle of it."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event

from bot.agenda.model.item import Scope
from bot.config import Community, Config
from bot.due import do_what_is_due
from bot.points.model.ledger import Kind, Owner, Posting, Rule
from bot.reactions import REACTIONS
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from bot.votes.model.matters import yes_no
from bot.votes.model.rule import NO, YES
from bot.votes.model.vote import State, Vote
from storage.database import Database
from tests.databases import LINK
from tests.floor.evening import checks_in, evening, opens
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.points.test_earning import CHEN, PAID, SUN, WANG, seat
from tests.votes.hall import LIN, SUNDAY, SUNSHINE, Hall, HandClock

ALL = [("voting", 3, one.telegram_id) for one in (WANG, CHEN, SUN)]
TOLD = "SELECT chat_id FROM outbox WHERE cause LIKE 'points-budget-1-202612-5______'"
SUM = "SELECT sum(balance) FROM points_accounts"


async def voted(hall: Hall, config: Config, left: int) -> Vote:
    """Three of the council have, and so many points are left of the month's budget."""
    await hall.town.do(seat, None, (WANG.telegram_id, CHEN.telegram_id, SUN.telegram_id))
    vote = await hall.opens(yes_no(Scope.COUNCIL, config.community.votes))
    for who, choice in ((WANG, YES), (CHEN, NO), (SUN, YES)):
        await hall.casts(who, vote, choice)
    await hall.town.do(spend(left), None)
    return vote


def spend(left: int) -> Callable[[UnitOfWork], object]:
    """All of the month's budget but so much."""

    def work(uow: UnitOfWork) -> None:
        budget = uow.ledger.this_month(SUNSHINE, Kind.BUDGET)
        gone = uow.ledger.account(budget).balance - left
        uow.ledger.post(Posting(budget, Owner(SUNSHINE, Kind.ISSUE), gone, Rule.LEAVING, "spent"))

    return work


def left_in(uow: UnitOfWork) -> int:
    return uow.ledger.balance(uow.ledger.this_month(SUNSHINE, Kind.BUDGET))


@pytest.mark.both
@pytest.mark.parametrize(("left", "paid", "told"), [(9, ALL, []), (8, [], [(LIN,)])])
async def test_it_pays_all_or_nobody_and_then_moderators_hear_of_it(
    hall: Hall, config: Config, left: int, paid: list[tuple[str, int, int]], told: list[tuple[int]]
) -> None:
    vote = await voted(hall, config, left)
    await hall.at(SUNDAY)
    assert (await hall.vote(vote.id)).state is State.CLOSED, "the vote is counted all the same"
    assert (hall.rows(PAID), hall.rows(TOLD)) == (paid, told)
    assert await hall.town.ask(left_in) == (0 if paid else left)
    await hall.at(SUNDAY + timedelta(hours=1))
    assert (hall.rows(PAID), hall.rows(TOLD), hall.rows(SUM)) == (paid, told, [(0,)])


async def test_a_moderator_reads_that_nobody_of_the_sitting_was_paid(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, supervisor: Someone, look: Look
) -> None:
    await evening(town, clock, [liaison, supervisor])
    code = await opens(moderator)
    await checks_in(code, liaison, supervisor)
    await town.running.town.do(spend(9), None)
    await moderator.says("/chair")
    await moderator.taps("散会")
    await moderator.taps("散会")
    await town.settles()
    assert look(PAID) == []
    said = [message.get("text", "") for message in (await moderator.screen())["messages"]]
    assert said.count("这个月的积分不够发给所有该得的人。账本里看得到去向。") == 1
    await moderator.taps("看积分账本")
    assert "奖励9分" in await moderator.reads()


@pytest.mark.both
@pytest.mark.parametrize(
    ("left", "killed_after", "paid", "told"),
    [(9, "INSERT INTO points_entries", ALL, []), (8, "points-budget-", [], [(LIN,)])],
)
async def test_killed_in_the_middle_it_is_as_if_it_had_not_begun_and_is_done_once(
    hall: Hall, config: Config, left: int, killed_after: str, paid: list[tuple[str, int, int]], told: list[tuple[int]]
) -> None:
    vote = await voted(hall, config, left)
    bot = multiprocessing.get_context("spawn").Process(
        target=close_and_die, args=(hall.database, config.community, killed_after)
    )
    bot.start()
    await asyncio.to_thread(bot.join)
    assert bot.exitcode == -signal.SIGKILL
    assert (await hall.vote(vote.id)).state is State.OPEN
    assert (hall.rows(PAID), hall.rows(TOLD)) == ([], [])
    assert await hall.town.ask(left_in) == left
    await hall.at(SUNDAY)
    await hall.at(SUNDAY + timedelta(hours=1))
    assert (await hall.vote(vote.id)).state is State.CLOSED
    assert (hall.rows(PAID), hall.rows(TOLD), hall.rows(SUM)) == (paid, told, [(0,)])


def close_and_die(database: Database, settings: Community, killed_after: str) -> None:
    """In a process of its own: do what is due on Sunday, up to the statement that says this, and no further."""

    def die(*executed: object) -> None:
        if killed_after in str(executed[2:4]):
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "after_cursor_execute", die)
    clock = HandClock()
    clock.moment = SUNDAY
    with database.books(settings, LINK) as books:
        asyncio.run(do_what_is_due(OpenTown(books, clock, REACTIONS)))
