"""我支持: in private and in the group, once a household, and what follows from enough of them."""

from bot.agenda.model.steps import Step
from tests.agenda.items import there_is
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.rights.test_deletion import read_to_the_end


async def test_with_the_fifth_household_it_comes_onto_the_agenda(
    town: Neighbourhood, elder: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    await there_is(town, Step.COLLECTING, households=4)
    await elder.says("议题")
    assert await elder.reads() == "议题1：西门口装一盏路灯\n征集支持，4户支持"
    await elder.taps("看这个议题")
    await read_to_the_end(elder)
    await elder.taps("我支持")
    assert "议题1现在是：①提议" in await elder.reads()
    assert "请看看这件事归谁定" in await moderator.reads()
    await liaison.says("/agenda 1")
    await liaison.taps("我支持")
    await liaison.taps("我支持")
    assert "您家支持议题1。谢谢您" in await liaison.reads()
    assert look("SELECT count(*) FROM agenda_supporters") == [(6,)]
    await liaison.says("/agenda 1")
    await liaison.taps("不再支持")
    assert look("SELECT step FROM agenda_items") == [("proposed",)]


async def test_support_is_taken_back_and_never_moves_an_item_back(
    town: Neighbourhood, liaison: Someone, look: Look
) -> None:
    await there_is(town, Step.PROPOSED)
    await liaison.says("/agenda 1")
    await liaison.taps("我支持")
    await liaison.taps("看这个议题")
    await liaison.taps("不再支持")
    assert "不再支持议题1" in await liaison.reads()
    assert look("SELECT count(*) FROM agenda_supporters") == [(0,)]
    await there_is(town, Step.REVIEWING)
    await liaison.forges("as:2:1")
    assert "议题2现在是③审议，支持的户数已经定下来了" in await liaison.reads()


async def test_at_night_nobody_is_woken_by_a_step(
    town: Neighbourhood, elder: Someone, liaison: Someone, clock: Clock
) -> None:
    await there_is(town, Step.COLLECTING, households=4)
    await clock.passes(hours=13)
    await liaison.forges("as:1:1")
    assert "①提议" not in await elder.reads()
    await clock.passes(hours=9)
    assert "①提议" in await elder.reads()


async def test_in_the_group_an_alert_says_that_it_is_noted(
    town: Neighbourhood, liaison: Someone, outsider: Someone, look: Look
) -> None:
    await there_is(town, Step.DELIBERATING)
    await liaison.says_in_group("/agenda 1")
    await liaison.taps_in_group("我支持")
    assert (await liaison.screen(town.group))["alerts"][-1]["text"] == "记下了，您家支持议题1。谢谢您。"
    assert look("SELECT count(*) FROM agenda_supporters") == [(1,)]
    await outsider.starts()
    await outsider.forges("as:1:1")
    assert look("SELECT count(*) FROM agenda_supporters") == [(1,)]


async def test_what_is_over_takes_no_support(town: Neighbourhood, liaison: Someone) -> None:
    await there_is(town, Step.DROPPED, reason="不办")
    await liaison.forges("as:1:1")
    assert "议题1已经结束" in await liaison.reads()
    await liaison.says("议题")
    assert "现在没有议题" in await liaison.reads()
