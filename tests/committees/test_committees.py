"""Committees: who sets them up, whose concerns are their own, and what is theirs no more when they or a term end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.committees import service
from bot.committees.model import BadName, CategoryTaken, Committee, NoCommittee
from bot.concerns.forms import Draft
from bot.concerns.model.concern import Concern
from bot.concerns.model.told import Told
from bot.concerns.service import staff, telling
from bot.inbox.model import Filter
from bot.inbox.service import looking
from bot.kit.people import Reader
from bot.roles import service as roles
from bot.roles.model import NotAllowed, Reason, Role
from bot.unit_of_work import UnitOfWork
from tests.votes.hall import CHAIR, SUNSHINE, Hall

WANG = Reader(5000001, "王秀英", community=SUNSHINE, known=True)
"""Of building 3; becomes a member."""
LIAISON = Reader(5000002, "陈建国", community=SUNSHINE, known=True)
ENVIRONMENT = "环境治理委员会"


def concern(uow: UnitOfWork, key: str, category: str) -> Concern:
    draft = replace(Draft(key).tells(Told("到处都是")), where="12号楼", building=12, category=category)
    return telling.raise_in_group(uow, CHAIR, draft)


def committee(uow: UnitOfWork) -> Committee:
    """Sees to waste; 王秀英 is on it for a year."""
    made = service.found(uow, CHAIR, ENVIRONMENT)
    service.assign(uow, CHAIR, made.id, "waste", its_own=True)
    changes = roles.look_up(uow, CHAIR, WANG.telegram_id).changes
    roles.appoint(uow, CHAIR, WANG.telegram_id, Role.COMMITTEE_MEMBER, made.id, 1, Reason.VOLUNTEERED, changes)
    return made


async def test_its_members_see_and_take_on_its_concerns_in_whichever_building(hall: Hall) -> None:
    made = await hall.town.do(committee)
    waste = await hall.town.do(concern, None, "1-1", "waste")
    lift = await hall.town.do(concern, None, "1-2", "lift")
    assert (waste.category, lift.category) == ("waste", "lift")
    found = await hall.town.ask(looking.look, WANG, Filter(), 0)
    assert [one.number for one in found.concerns] == [waste.number]
    with pytest.raises(NotAllowed):
        await hall.town.do(staff.claim, None, WANG, lift.id)
    assert (await hall.town.do(staff.claim, None, WANG, waste.id)).handler is not None
    assert (await hall.town.ask(service.see, WANG, made.id)).members == ["王秀英"]


async def test_what_belongs_to_none_goes_the_usual_way(hall: Hall) -> None:
    await hall.town.do(committee)
    lift = await hall.town.do(concern, None, "1-1", "lift")
    assert (await hall.town.ask(looking.look, WANG, Filter(), 0)).concerns == []
    assert [one.id for one in (await hall.town.ask(looking.look, CHAIR, Filter(), 0)).concerns] == [lift.id]


async def test_a_kind_belongs_to_one_committee_at_most_and_can_be_given_away(hall: Hall) -> None:
    first = await hall.town.do(committee)
    second = await hall.town.do(service.found, None, CHAIR, "安全调解委员会")
    with pytest.raises(CategoryTaken) as taken:
        await hall.town.do(lambda uow: service.assign(uow, CHAIR, second.id, "waste", its_own=True))
    assert taken.value.by == ENVIRONMENT
    for _ in range(2):
        await hall.town.do(lambda uow: service.assign(uow, CHAIR, first.id, "waste", its_own=False))
    seen = await hall.town.do(lambda uow: service.assign(uow, CHAIR, second.id, "waste", its_own=True))
    assert seen.committee.categories == {"waste"}
    assert hall.rows("SELECT category, committee_id FROM committee_categories") == [("waste", second.id)]


async def test_with_its_end_or_that_of_a_term_its_members_see_nothing_more(hall: Hall) -> None:
    made = await hall.town.do(committee)
    year = hall.clock.moment
    hall.clock.moment = year + timedelta(days=366)
    with pytest.raises(NotAllowed):
        await hall.town.ask(looking.look, WANG, Filter(), 0)
    hall.clock.moment = year
    await hall.town.do(service.end, None, CHAIR, made.id)
    with pytest.raises(NotAllowed):
        await hall.town.ask(looking.look, WANG, Filter(), 0)
    with pytest.raises(NoCommittee):
        await hall.town.ask(service.see, WANG, made.id)


@pytest.mark.parametrize("reader", [WANG, LIAISON])
async def test_only_who_may_sets_one_up(hall: Hall, reader: Reader) -> None:
    with pytest.raises(NotAllowed):
        await hall.town.do(service.found, None, reader, ENVIRONMENT)


async def test_twice_the_same_name_is_one_and_a_name_has_its_bounds(hall: Hall) -> None:
    first, second = [await hall.town.do(service.found, None, CHAIR, ENVIRONMENT) for _ in range(2)]
    assert first.id == second.id
    await hall.town.do(service.found, None, CHAIR, "会" * 20)
    for name in (" ", "会" * 21):
        with pytest.raises(BadName):
            await hall.town.do(service.found, None, CHAIR, name)
