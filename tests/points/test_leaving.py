"""Whose points they are when people move, leave, or have their data deleted."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.config import Config
from bot.points.model.ledger import Reward, Rule
from bot.points.service import leaving
from bot.points.service.looking import household
from bot.residents.model import Resident, ResidentJoined, ResidentTakenOff
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.points.ledgers import CHEN, NOON, SUNSHINE, check_books, ledger
from tests.points.test_conversation import earns
from tests.rights.test_deletion import asks_deletion

BALANCES = "SELECT kind, balance FROM points_accounts WHERE kind IN ('person', 'household') ORDER BY id"


async def thanked_and_forgotten(elder: Someone, moderator: Someone, clock: Clock) -> None:
    await moderator.says("/award")
    await moderator.taps("3号楼")
    await moderator.taps("3-2-502 王秀英")
    await moderator.taps("5分")
    await moderator.says("教大家剪窗花")
    await asks_deletion(elder)
    await clock.passes(days=7)


async def test_points_of_who_is_forgotten_end_and_their_entries_have_no_name(
    elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await thanked_and_forgotten(elder, moderator, clock)
    assert look(BALANCES) == [("person", 0), ("person", 0)]
    assert look("SELECT count(*) FROM points_accounts WHERE holder = 5000001") == [(0,)]
    assert look("SELECT count(*) FROM points_notes") == [(0,)]
    assert look("SELECT count(*) FROM points_entries WHERE rule = 'award'") == [(1,)]
    assert look("SELECT sum(balance) FROM points_accounts") == [(0,)]
    await moderator.says("/books")
    assert "账是平的" in await moderator.reads()


@pytest.mark.sqlite
async def test_what_they_were_thanked_for_is_not_in_the_file(
    elder: Someone, moderator: Someone, clock: Clock, tmp_path: Path
) -> None:
    await thanked_and_forgotten(elder, moderator, clock)
    assert "剪窗花".encode() not in (tmp_path / "yishi.db").read_bytes()


async def test_a_giver_who_is_forgotten_has_no_name_in_the_books(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await earns(town, CHEN, Rule.TASK, "task-1", "浇花")
    await asks_deletion(liaison)
    await clock.passes(days=7)
    await moderator.says("/books")
    assert "陈建国" not in await moderator.reads()
    assert look("SELECT count(*) FROM points_accounts WHERE holder = 5000002") == [(0,)]


async def test_what_is_kept_names_the_points(town: Neighbourhood, liaison: Someone) -> None:
    await earns(town, CHEN, Rule.TASK, "task-1", "浇花")
    await liaison.says("/mydata")
    read = await liaison.reads()
    for _ in range(5):
        if "接着看" not in await liaison.buttons():
            break
        await liaison.taps("接着看")
        read += await liaison.reads()
    assert "您的积分" in read


def test_a_households_points_move_with_the_last_of_it(uncommitted: Database, config: Config) -> None:
    with ledger(uncommitted, config) as (connection, at):
        uow = at(NOON)
        before, there = (_members(uow, *door) for door in ((3, 2, "502"), (5, 1, "202")))
        uow.ledger.reward(Reward(household(before[0]), Rule.SORTING, "sample-1"))
        moves = ResidentJoined(replace(there[0], telegram_id=5000001), before[0])
        uow.residents.leave(before[0].id, NOON)
        leaving.follow_moving(uow, moves)
        assert uow.ledger.balance(household(before[0])) == 2
        for other in before[1:]:
            uow.residents.leave(other.id, NOON)
        leaving.follow_moving(uow, replace(moves, both=True))
        assert uow.ledger.balance(household(before[0])) == 2
        for _ in range(2):
            leaving.follow_moving(uow, moves)
            assert uow.ledger.balance(household(before[0])) == 0
            assert uow.ledger.balance(household(there[0])) == 2
        check_books(connection)


def test_points_of_a_household_that_is_taken_off_the_roll_end(uncommitted: Database, config: Config) -> None:
    with ledger(uncommitted, config) as (connection, at):
        uow = at(NOON)
        members = _members(uow, 3, 2, "502")
        uow.ledger.reward(Reward(household(members[0]), Rule.SORTING, "sample-1"))
        for member in members:
            assert uow.ledger.balance(household(member)) == 2
            uow.residents.leave(member.id, NOON)
            leaving.follow_taking_off(uow, ResidentTakenOff(member, 1))
        assert uow.ledger.balance(household(members[0])) == 0
        check_books(connection)


def _members(uow: UnitOfWork, building: int, unit: int, room: str) -> Sequence[Resident]:
    return uow.residents.household_members(uow.residents.household_at(SUNSHINE, building, unit, room).id)
