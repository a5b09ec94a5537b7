"""指导边界: guides read where they stop, and what they try besides is refused, counted and in the log."""

import pytest

from bot.agenda.model.item import Item, ItemId, Point, Scope, Side
from bot.agenda.model.refusals import AdvisedBefore
from bot.agenda.model.steps import Step
from bot.agenda.service import moving
from bot.kit.people import CommunityId, Reader
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Look, Neighbourhood, Someone

SUNSHINE = CommunityId(1)


async def agrees(guide: Someone) -> None:
    await guide.starts()
    await guide.taps("Ordinary")
    await guide.taps("I agree")


async def test_a_guide_reads_the_boundary_and_what_is_tried_besides_is_counted(
    guide: Someone, supervisor: Someone, look: Look
) -> None:
    await agrees(guide)
    await guide.says("/boundary")
    assert "Guides advise. Residents decide." in await guide.reads()
    assert "stands in the log: 0 times this year" in await guide.reads()
    await guide.says("/role")
    assert "this is for residents and whom they have chosen: appoint and dismiss" in await guide.reads()
    await guide.taps("Where guides stop")
    assert "1 times this year" in await guide.reads()
    await supervisor.says("/log")
    assert "周老师（指导员）：想做留给居民定的事，被婉拒" in await supervisor.reads()
    assert look("SELECT count(*) FROM audit_log WHERE what = 'Overstepped'") == [(1,)]


async def test_what_others_are_refused_is_not_counted(liaison: Someone, look: Look) -> None:
    await liaison.says("/role")
    assert look("SELECT count(*) FROM audit_log WHERE what = 'Overstepped'") == [(0,)]


async def test_everybody_reads_it_by_its_name_and_from_the_roles(elder: Someone, moderator: Someone) -> None:
    await moderator.says("指导边界")
    assert "指导员出主意，居民拿主意。" in await moderator.reads()
    await moderator.says("/tiers")
    await moderator.taps("指导边界")
    assert "尤其是用人和用钱的事，只提建议" in await moderator.reads()
    await elder.says("指导边界")
    assert "指导员出主意，居民拿主意。" in await elder.reads()
    assert "接着看" in await elder.buttons()


async def test_who_advised_on_an_item_decides_nothing_about_it_as_something_else(
    town: Neighbourhood, moderator: Someone
) -> None:
    """Dismissed as a guide and made a moderator: others look after the item."""
    reader = Reader(moderator.telegram_id, moderator.name, community=SUNSHINE, known=True)

    def advised(uow: UnitOfWork) -> ItemId:
        told = ("换路灯", "3号楼", "太暗", "换上")
        step = Step.COLLECTING
        item = uow.agenda.add(Item(ItemId(0), SUNSHINE, 0, "boundary", 5000001, *told, uow.now, step, uow.now))
        uow.agenda.add_point(Point(0, item.id, Side.ADVICE, reader.telegram_id, "先问问物业", None, uow.now))
        return item.id

    item = await town.running.town.do(advised)
    with pytest.raises(AdvisedBefore):
        await town.running.town.do(moving.set_scope, None, reader, item, Scope.RESIDENTS)
