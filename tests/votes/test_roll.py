"""名册: who may vote is frozen at the opening, and whatever happens to them later changes nothing."""

import pytest

from bot.kit.people import Reader
from bot.residents.model import AgeBand
from bot.unit_of_work import UnitOfWork
from bot.votes.model.refusals import WhyNot
from bot.votes.model.rule import NO, YES
from tests.votes.hall import SUNDAY, SUNSHINE, Hall, join
from tests.votes.people import refused
from tests.votes.rules import HOUSEHOLDS, RESIDENTS


async def test_whoever_moves_later_votes_for_where_they_lived(hall: Hall) -> None:
    mover = await hall.joins(6000001, 4, 1, "101")
    vote = await hall.opens(HOUSEHOLDS)
    await hall.town.do(join, None, mover.telegram_id, (5, 1, "101"), None)
    await hall.casts(mover, vote, YES)
    assert hall.rows("SELECT label FROM vote_entries WHERE origin IS NOT NULL") == [("4-1-101",)]
    new = await hall.joins(6000002, 5, 1, "101")
    await hall.casts(new, vote, NO)
    await hall.at(SUNDAY)
    assert len(await hall.counted(vote)) == 2


@pytest.mark.both
async def test_who_joins_during_the_vote_votes_for_their_place(hall: Hall) -> None:
    vote = await hall.opens(HOUSEHOLDS)
    late = await hall.joins(6000001, 4, 1, "101")
    await hall.casts(late, vote, YES)
    await hall.town.do(add_and_join, None, 6000002)
    assert await refused(hall, Reader(6000002, "新人", community=SUNSHINE, known=True), vote) is WhyNot.CAME_LATER


async def test_who_joins_a_second_place_has_no_second_ballot(hall: Hall) -> None:
    vote = await hall.opens(RESIDENTS)
    late = await hall.joins(6000001, 4, 1, "101")
    await hall.casts(late, vote, YES)
    await hall.joins(6000001, 5, 1, "101")
    again = await hall.casts(late, vote, NO)
    assert again.again
    await hall.at(SUNDAY)
    assert await hall.counted(vote) == [(NO,)]


@pytest.mark.both
async def test_somebody_with_two_flats_is_one_person(hall: Hall) -> None:
    before = (await hall.opens(RESIDENTS)).entitled
    await hall.annuls((await hall.town.ask(lambda uow: uow.votes.running(SUNSHINE, uow.now)))[0], "名册有误")
    two = await hall.joins(6000001, 4, 1, "101")
    await hall.town.do(also_theirs, None, two)
    vote = await hall.opens(RESIDENTS)
    assert vote.entitled == before - 1
    await hall.casts(two, vote, YES)


def also_theirs(uow: UnitOfWork, who: Reader) -> None:
    home = uow.residents.household_at(SUNSHINE, 6, 1, "101")
    place = next(one for one in uow.residents.household_members(home.id) if one.free and one.age_band != "minor")
    assert uow.residents.claim_place(place.id, who.telegram_id, uow.now, both=True)


def add_and_join(uow: UnitOfWork, telegram_id: int) -> None:
    """Somebody who was not on the roll."""
    home = uow.residents.household_at(SUNSHINE, 4, 1, "201")
    new = uow.residents.add_resident(home, "新人", AgeBand.MIDDLE)
    assert uow.residents.claim_place(new.id, telegram_id, uow.now)
