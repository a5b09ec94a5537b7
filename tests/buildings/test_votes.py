"""How many of a building have not voted yet; never who, and what."""

from dataclasses import replace

import pytest

from bot.buildings import service
from bot.kit.people import Reader
from bot.roles.model import Appointment, NotAllowed, Role
from tests.booth.evening import of_households
from tests.votes.hall import SECOND, SUNSHINE, Hall

CHEN = Reader(5000002, "陈建国", community=SUNSHINE, known=True)


async def test_it_counts_the_own_building_alone(hall: Hall) -> None:
    """陈建国 sees to building 3; of the two who vote one lives there."""
    near, far = await hall.joins(6000001, 3, 1, "101"), await hall.joins(6000002, 4, 1, "101")
    vote = await hall.opens(of_households())
    hall.clock.moment += SECOND
    before = (await hall.town.ask(service.look, CHEN, 3)).votes[0]
    assert (before.entitled, before.not_yet) == (60, 60)
    await hall.casts(far, vote, "yes")
    assert (await hall.town.ask(service.look, CHEN, 3)).votes[0].not_yet == 60
    await hall.casts(near, vote, "no")
    assert (await hall.town.ask(service.look, CHEN, 3)).votes[0].not_yet == 59


async def test_a_vote_of_another_building_is_not_shown(hall: Hall) -> None:
    await hall.opens(of_households(4))
    assert (await hall.town.ask(service.look, CHEN, 3)).votes == []


async def test_another_building_is_refused_and_two_are_both_seen(hall: Hall) -> None:
    with pytest.raises(NotAllowed):
        await hall.town.ask(service.look, CHEN, 4)
    assert await hall.town.ask(service.mine, CHEN) == [3]
    await hall.town.do(lambda uow: uow.roles.appoint(Appointment(SUNSHINE, CHEN.telegram_id, Role.LIAISON, 4)))
    assert await hall.town.ask(service.mine, CHEN) == [3, 4]
    assert (await hall.town.ask(service.look, CHEN, 4)).others
    elsewhere = replace(CHEN, telegram_id=5000007)
    with pytest.raises(NotAllowed):  # the supervisor
        await hall.town.ask(service.look, elsewhere, 3)
