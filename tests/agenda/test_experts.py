"""请专家: residents ask for a field, its guides hear of it, and who asked hears of the advice."""

import pytest

from bot.agenda.model.steps import Step
from bot.kit.people import CommunityId
from bot.roles.model import Expertise, Role
from bot.unit_of_work import UnitOfWork
from tests.agenda.items import steps_on, there_is
from tests.agenda.test_points import joins_as_guide
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.rights.test_deletion import asks_deletion, read_to_the_end

SUNSHINE = CommunityId(1)


async def asks(who: Someone, field: str) -> None:
    await who.says("/agenda 1")
    await who.taps("请专家")
    await who.taps(field)


async def advises(guide: Someone, words: str) -> None:
    await guide.taps("Write advice")
    await guide.says(words)
    await guide.taps("Yes, that is right")


def no_guides(uow: UnitOfWork) -> None:
    for guide in uow.roles.holders(SUNSHINE, Role.GUIDE):
        for held in uow.roles.held_by(SUNSHINE, guide.telegram_id):
            uow.roles.end(held, 5000005)


async def test_an_expert_is_asked_answers_by_name_and_who_asked_is_told(
    town: Neighbourhood, guide: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    await there_is(town, Step.DELIBERATING)
    await joins_as_guide(guide)
    await liaison.says("/agenda 1")
    await liaison.taps("请专家")
    assert "第1号议题，想请哪方面的专家？" in await liaison.reads()
    assert (await liaison.buttons())[:2] == ["规划", "别的专家"]
    await liaison.taps("规划")
    assert "已经去请规划方面的专家了。有了建议，我告诉您。" in await liaison.reads()
    assert "Residents would like your advice on item 1." in await guide.reads()
    await asks(moderator, "规划")
    assert "规划方面的专家已经请过了。建议来了，会写在议题下面。" in await moderator.reads()
    assert look("SELECT item_id, expertise, asked_by FROM agenda_experts") == [(1, "planning", liaison.telegram_id)]

    await advises(guide, "路灯朝路面照，不照窗户。")
    assert "您为第1号议题请的专家给建议了。" in await liaison.reads()
    assert "给建议了" not in await moderator.reads()
    await liaison.taps("看建议")
    assert "建议（周老师，规划）：路灯朝路面照，不照窗户。" in await liaison.reads()
    await moderator.says("/agenda 1")
    assert "建议（周老师，规划）：路灯朝路面照，不照窗户。" in await moderator.reads()
    await moderator.says("/log")
    assert "陈建国（楼栋联络员）：请了专家" in await moderator.reads()


async def test_an_older_resident_asks_by_large_buttons(town: Neighbourhood, elder: Someone, guide: Someone) -> None:
    await there_is(town, Step.REVIEWING)
    await joins_as_guide(guide)
    await elder.says("议题")
    await elder.taps("看这个议题")
    await read_to_the_end(elder)
    await elder.taps("请专家")
    assert await elder.reads() == "第1号议题，想请哪方面的专家？"
    await elder.taps("规划")
    assert await elder.reads() == "已经去请规划方面的专家了。有了建议，我告诉您。"
    await advises(guide, "先看看夜里有多暗。")
    assert (await elder.reads()).endswith("\n您为第1号议题请的专家给建议了。")
    await elder.taps("看建议")
    assert "建议（周老师，规划）：先看看夜里有多暗。" in await read_to_the_end(elder)


async def test_where_there_is_nobody_moderators_are_told_once(
    town: Neighbourhood, supervisor: Someone, liaison: Someone, moderator: Someone
) -> None:
    await there_is(town, Step.DELIBERATING)
    await town.running.town.do(no_guides)
    await liaison.says("/agenda 1")
    await liaison.taps("请专家")
    assert "我们还没有这样的专家。要请管理员去找一位吗？" in await liaison.reads()
    await liaison.taps("好，请去找")
    assert "已经告诉管理员了。找到专家后，您可以再来这里请。" in await liaison.reads()
    assert "居民想为第1号议题请专家，我们还没有这样的人。找到后用 /role 任命指导员。" in await moderator.reads()
    await supervisor.forges("aep:1:0")
    await supervisor.taps("好，请去找")
    assert "管理员已经知道了。找到专家后，您可以再来这里请。" in await supervisor.reads()
    await supervisor.forges("aea:1:law")
    assert "我们还没有这样的专家" in await supervisor.reads()


async def test_those_of_another_field_hear_nothing(town: Neighbourhood, liaison: Someone, guide: Someone) -> None:
    await there_is(town, Step.DELIBERATING)
    await joins_as_guide(guide)
    await liaison.forges("aea:1:law")
    assert "我们还没有这样的专家" in await liaison.reads()
    assert "would like your advice" not in await guide.reads()
    assert await town.running.town.ask(lambda uow: uow.roles.fields(SUNSHINE)) == [Expertise.PLANNING]


async def test_guides_supervisors_and_strangers_ask_nobody(
    town: Neighbourhood, guide: Someone, outsider: Someone, look: Look
) -> None:
    await there_is(town, Step.DELIBERATING)
    await joins_as_guide(guide)
    await guide.says("/agenda 1")
    assert "Ask an expert" not in await guide.buttons()
    for data in ("aep:1:0", "aea:1:planning", "aes:1"):
        await guide.forges(data)
        assert "Guides advise and take no side" in await guide.reads()
    await outsider.starts()
    await outsider.taps("普通版")
    await outsider.taps("我同意")
    await outsider.forges("aea:1:planning")
    assert look("SELECT * FROM agenda_experts") == []


@pytest.mark.parametrize("step", [Step.COLLECTING, Step.RESOLVING, Step.PUBLISHED, Step.DONE])
async def test_experts_are_asked_while_advice_is_given(
    town: Neighbourhood, liaison: Someone, guide: Someone, look: Look, step: Step
) -> None:
    await joins_as_guide(guide)
    await there_is(town, step)
    await liaison.says("/agenda 1")
    assert "请专家" not in await liaison.buttons()
    await liaison.forges("aea:1:planning")
    assert "第1号议题" in await liaison.reads() or "议题1" in await liaison.reads()
    assert look("SELECT * FROM agenda_experts") == []


async def test_asked_twice_at_once_and_every_update_twice_it_is_one_request(
    town: Neighbourhood, liaison: Someone, guide: Someone, look: Look
) -> None:
    item = await there_is(town, Step.DELIBERATING)
    await joins_as_guide(guide)
    await town.playground.post("faults", kind="repeat", count=10_000)
    await asks(liaison, "规划")
    assert "已经去请规划方面的专家了" in await liaison.reads()
    assert "已经请过了" not in await liaison.reads()
    await steps_on(town, item, Step.REVIEWING)
    await asks(liaison, "规划")
    assert "已经请过了" in await liaison.reads()
    assert look("SELECT count(*) FROM agenda_experts") == [(1,)]
    assert (await guide.reads()).count("would like your advice") == 1


async def test_who_has_had_their_data_deleted_is_told_nothing(
    town: Neighbourhood, liaison: Someone, guide: Someone, clock: Clock, look: Look
) -> None:
    await there_is(town, Step.DELIBERATING)
    await joins_as_guide(guide)
    await asks(liaison, "规划")
    await asks_deletion(liaison)
    await clock.passes(days=7)
    assert look("SELECT asked_by FROM agenda_experts") == [(0,)]
    await advises(guide, "先量一量。")
    assert look("SELECT count(*) FROM outbox WHERE cause LIKE '%advised%'") == [(0,)]
