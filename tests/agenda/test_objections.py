"""Objections to a published result: in time or too late, decided by moderators, upheld or not."""

from bot.agenda.model.item import Item, Line
from bot.agenda.model.steps import Step
from bot.unit_of_work import UnitOfWork
from tests.agenda.items import steps_on, there_is
from tests.agenda.test_points import says
from tests.neighbours import Clock, Look, Neighbourhood, Someone


async def decides(moderator: Someone, button: str, why: str) -> None:
    """On an objection to item 1."""
    await moderator.says("/agenda 1")
    await moderator.taps("看大家的看法")
    await moderator.taps(button)
    await moderator.says(why)
    await moderator.taps("对，就这样")


async def resolves(town: Neighbourhood, item: Item) -> None:
    """It is decided once more."""

    def again(uow: UnitOfWork) -> None:
        uow.agenda.note(item.id, Line(uow.now, Step.RESOLVING, None))

    await town.running.town.do(again)
    await steps_on(town, item, Step.PUBLISHED, outcome="rejected")


async def test_an_objection_in_time_is_answered_before_it_goes_on_and_a_late_one_is_refused(
    town: Neighbourhood, liaison: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await there_is(town, Step.PUBLISHED, version=1, outcome="adopted")
    await says(liaison, "我有异议", "没有通知二单元")
    assert "有人对议题1有异议" in await moderator.reads()
    await clock.passes(days=5)
    await liaison.says("/agenda 1")
    await liaison.taps("我有异议")
    assert "异议收到11月30日 星期一 上午10点" in await liaison.reads()
    await moderator.says("/agenda 1")
    await moderator.taps("管理这个议题")
    await moderator.taps("公示结束")
    assert "请先处理议题1的每一条异议" in await moderator.reads()
    await decides(moderator, "不采纳第1条", "已补发通知")
    assert "您对议题1的异议没有采纳。" in await liaison.reads()
    await liaison.taps("看答复")
    assert "异议：没有通知二单元\n没有采纳：已补发通知" in await liaison.reads()
    await moderator.says("/agenda 1")
    await moderator.taps("管理这个议题")
    await moderator.taps("公示结束")
    assert look("SELECT step, outcome FROM agenda_items") == [("carried_out", "adopted")]


async def test_an_upheld_objection_undoes_the_result_and_all_who_objected_hear_of_it(
    town: Neighbourhood, liaison: Someone, elder: Someone, supervisor: Someone, moderator: Someone, look: Look
) -> None:
    item = await there_is(town, Step.PUBLISHED, version=1, outcome="adopted")
    await says(liaison, "我有异议", "没有通知二单元")
    await says(supervisor, "我有异议", "票数不对")
    await moderator.taps("看大家的看法")
    await moderator.taps("采纳第1条")
    assert "为什么采纳这条异议？写200字以内，大家都能看到。" in await moderator.reads()
    await moderator.says("二单元确实没收到通知")
    assert "这次的结果就不算数，要重新表决。对吗？" in await moderator.reads()
    await moderator.taps("对，就这样")
    assert "记下了。这个议题回到③审议，提异议的人会收到答复。" in await moderator.reads()
    assert "您对议题1的异议采纳了，要重新表决。" in await liaison.reads()
    assert "有人对议题1提的异议采纳了，要重新表决，您提的就不用再答复了。" in await supervisor.reads()
    assert "议题1现在是：③审议" in await elder.reads()
    assert look("SELECT step, outcome, sitting_id FROM agenda_items") == [("reviewing", None, None)]
    await moderator.forges("aod:2:dismissed")
    assert "议题1现在是③审议" in await moderator.reads()
    await resolves(town, item)
    await moderator.forges("aod:2:dismissed")
    assert "答复过了，或者不用答复" in await moderator.reads()


async def test_nobody_decides_on_an_objection_of_their_own(
    town: Neighbourhood, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await there_is(town, Step.PUBLISHED, version=1, outcome="adopted")
    await says(moderator, "我有异议", "票数不对")
    await moderator.forges("aod:1:upheld")
    assert "议题1的这条异议是您自己提的，请另一位管理员来处理。" in await moderator.reads()
    await moderator.forges("aw:1")
    assert "答复过了，或者不用答复" in await moderator.reads()
    await liaison.forges("aod:1:upheld")
    assert "管理员" in await liaison.reads()
    assert look("SELECT count(*) FROM agenda_points") == [(1,)]
