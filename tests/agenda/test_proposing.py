"""Proposing an item, as residents and moderators meet it: the form, the read-back, duplicates, support."""

from bot.agenda.model.steps import Step
from tests.agenda.items import LAMP, there_is
from tests.concerns.test_conversation import reported
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.rights.test_deletion import read_to_the_end


async def proposes(who: Someone, what: str = LAMP, why: str = "晚上看不清路") -> None:
    """Tell it all, and confirm."""
    await who.says(f"/propose {what}")
    await who.says("西门口")
    await who.says(why)
    await who.taps("跳过")
    await read_to_the_end(who)
    await who.taps("对，就这样提")


async def test_an_older_resident_proposes_by_taps_and_a_few_words(elder: Someone, look: Look) -> None:
    await elder.starts("propose")
    assert await elder.reads() == "您想提什么？请写一句话，20个字以内。"
    await elder.says(LAMP)
    assert "在什么地方？" in await elder.reads()
    await elder.says("西门口")
    assert "为什么要办？" in await elder.reads()
    await elder.says("晚上看不清路，上个月有位老人在那里摔了一跤，大家都绕着走，孩子放学也怕")
    assert "希望办成什么样？" in await elder.reads()
    await elder.taps("跳过")
    shown = await elder.reads() + await read_to_the_end(elder)
    assert "您说：西门口装一盏路灯\n地点：西门口" in shown
    assert "大家都能看到，不写您的名字。对吗？" in shown
    await elder.taps("改一改")
    await elder.taps("改地点")
    await elder.says("西门外")
    await read_to_the_end(elder)
    await elder.taps("对，就这样提")
    assert await elder.reads() == "记下了，是议题1。有5户支持就排上议程。"
    await elder.taps("看这个议题")
    assert "征集支持，1户支持" in await read_to_the_end(elder)
    assert look("SELECT step, place, proposer FROM agenda_items") == [("collecting", "西门外", elder.telegram_id)]


async def test_the_same_tap_twice_is_one_proposal(elder: Someone, look: Look) -> None:
    await proposes(elder)
    await elder.taps("对，就这样提")
    assert "记下了，是议题1" in await elder.reads()
    assert look("SELECT count(*) FROM agenda_items") == [(1,)]


async def test_who_writes_too_much_or_sends_a_voice_message_is_asked_kindly_once_more(
    elder: Someone, liaison: Someone
) -> None:
    await elder.says("我要提议")
    await elder.sends("voice")
    assert "请您写几个字" in await elder.reads()
    assert "您想提什么" in await elder.reads()
    await elder.says("一" * 21)
    assert "请写成20个字以内" in await elder.reads()
    await elder.says("一" * 20)
    assert "在什么地方" in await elder.reads()
    await elder.taps("不提了")
    await liaison.says("/propose")
    await liaison.taps("不提了")
    await liaison.taps("不提了")
    assert "先不提" in await liaison.reads()


async def test_old_buttons_of_a_proposal_touch_nothing(liaison: Someone, look: Look) -> None:
    await liaison.says("/propose 修凉亭")
    for data in ("qy:1-1", "qe:1-1", "qq:1-1:what", "qr:1-1:0", "qs:1-1:why", "qt:1-1:1", "qn:1-1"):
        await liaison.forges(data)
        assert "没有留下" in await liaison.reads() or "没有这个议题" in await liaison.reads(), data
    await liaison.forges("qx:1-1")
    await liaison.says("小花园")
    assert "为什么要办" in await liaison.reads()
    assert look("SELECT count(*) FROM agenda_items") == [(0,)]


async def test_what_is_the_same_matter_is_supported_and_not_proposed_once_more(
    elder: Someone, liaison: Someone, look: Look
) -> None:
    await proposes(elder)
    await liaison.says("/propose 西门口要装路灯")
    for _ in range(3):
        await liaison.taps("跳过")
    assert "已经有议题1：西门口装一盏路灯。是同一件事吗？" in await liaison.reads()
    await liaison.taps("是，我支持它")
    assert "您家支持议题1了" in await liaison.reads()
    assert look("SELECT count(*) FROM agenda_items") == [(1,)]
    assert look("SELECT count(*) FROM agenda_supporters") == [(2,)]
    await liaison.taps("是，我支持它")
    assert "您家支持议题1了" in await liaison.reads()


async def test_what_is_another_matter_goes_on_as_one_of_its_own(elder: Someone, liaison: Someone, look: Look) -> None:
    await proposes(elder)
    await liaison.says("/propose 西门口要装路灯")
    for _ in range(3):
        await liaison.taps("跳过")
    await liaison.says("不是")
    assert "您说：西门口要装路灯" in await liaison.reads()
    await liaison.says("对")
    assert "是议题2" in await liaison.reads()
    assert look("SELECT count(*) FROM agenda_items") == [(2,)]


async def test_a_concern_becomes_an_item_with_one_tap_and_once(elder: Someone, moderator: Someone, look: Look) -> None:
    number = await reported(elder, "3号楼2单元502室门口的路灯不亮")
    await elder.taps("我的诉求")
    await elder.taps("提成议题")
    assert "为什么要办" in await elder.reads()
    await elder.says("天黑了不安全")
    await elder.taps("跳过")
    shown = await elder.reads() + await read_to_the_end(elder)
    assert "地点：3号楼2单元" in shown
    assert "502" not in shown
    await elder.taps("对，就这样提")
    assert look("SELECT concern_id FROM agenda_items") == [(1,)]
    await moderator.says(f"#{number}")
    await moderator.taps("提成议题")
    assert "这件事已经提成了议题1" in await moderator.reads()
    await moderator.says(f"#{number}")
    assert "11月25日 星期三：成了议题1" in await moderator.reads()
    await moderator.taps("提成议题")
    await moderator.taps("看这个议题")
    assert f"来自诉求#{number}" in await moderator.reads()


async def test_who_raised_a_concern_hears_that_a_moderator_made_it_an_item(elder: Someone, moderator: Someone) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await moderator.says(f"#{number}")
    await moderator.taps("提成议题")
    await moderator.taps("跳过")
    await moderator.taps("跳过")
    await moderator.taps("对，就这样提")
    assert "是议题1，已经排上议程" in await moderator.reads()
    assert f"您反映的#{number}提成了议题1" in await elder.reads()


async def test_a_neighbours_concern_is_not_ones_own_to_propose(elder: Someone, liaison: Someone) -> None:
    await reported(elder, "3号楼2单元的路灯不亮")
    await liaison.forges("qc:1")
    assert "只有反映的人和管理员能提成议题" in await liaison.reads()
    await liaison.forges("qc:99")
    assert "没有这件诉求" in await liaison.reads()


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


async def test_in_the_group_one_person_alone_is_answered(
    town: Neighbourhood, liaison: Someone, moderator: Someone
) -> None:
    await there_is(town, Step.DELIBERATING)
    await liaison.says_in_group("/agenda")
    assert "议题1：西门口装一盏路灯" in await liaison.reads_in_group()
    assert "西门口" not in await moderator.reads_in_group()
    await liaison.says_in_group("/propose 种树")
    assert "请到和我的私聊里提议" in await liaison.reads_in_group()


async def test_links_lead_to_the_item_and_to_what_one_would_like_to_say(
    town: Neighbourhood, liaison: Someone, tenant: Someone
) -> None:
    await there_is(town, Step.DELIBERATING)
    await liaison.starts("item-1")
    assert "②商议" in await liaison.reads()
    await liaison.starts("item-1-con")
    assert "为什么反对？" in await liaison.reads()
    await liaison.starts("item-99")
    assert "没有这个议题" in await liaison.reads()
    await tenant.starts()
    await tenant.taps("普通版")
    await tenant.taps("我同意")
    await tenant.starts("item-1")
    assert "西门口" not in await tenant.reads()


async def test_who_proposed_takes_it_back_and_nobody_else(
    town: Neighbourhood, elder: Someone, liaison: Someone, look: Look
) -> None:
    await there_is(town, Step.DELIBERATING)
    await elder.says("/agenda 1")
    await read_to_the_end(elder)
    while "收回我的提议" not in await elder.buttons():
        await elder.taps("看更多")
    await liaison.forges("ax:1:1")
    assert "只有提议人自己能收回" in await liaison.reads()
    await elder.taps("收回我的提议")
    await elder.taps("确定收回")
    assert "议题1收回了" in await elder.reads()
    assert look("SELECT step FROM agenda_items") == [("dropped",)]
    await elder.taps("确定收回")
    assert "议题1收回了" in await elder.reads()
    await liaison.says("/agenda 1")
    assert "提议人收回了" in await liaison.reads()


async def test_at_night_nobody_is_woken_by_a_step(
    town: Neighbourhood, elder: Someone, liaison: Someone, clock: Clock
) -> None:
    await there_is(town, Step.COLLECTING, households=4)
    await clock.passes(hours=13)
    await liaison.forges("as:1:1")
    assert "①提议" not in await elder.reads()
    await clock.passes(hours=9)
    assert "①提议" in await elder.reads()
