"""Those who answer: moderators and building liaisons."""

import pytest

from bot.concerns.model.refusals import NoDraft
from bot.concerns.service import telling
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from tests.concerns.test_conversation import finished, reported
from tests.neighbours import Look, Neighbourhood, Someone


async def test_two_take_it_on_and_the_second_is_told_kindly(
    elder: Someone, moderator: Someone, liaison: Someone
) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await moderator.taps("转楼栋联络员")
    assert "已转给陈建国" in await moderator.reads()
    assert f"#{number}" in await liaison.reads()
    await moderator.forges("k:1")
    assert f"#{number} 刚刚由陈建国认领" in await moderator.reads()
    await liaison.taps("回复")
    await liaison.says("我下午去看看")
    assert "我下午去看看" in await elder.reads()


async def test_a_liaison_answers_in_the_own_building_only(elder: Someone, liaison: Someone, moderator: Someone) -> None:
    elsewhere = await reported(elder, "5号楼1单元的路灯不亮")
    await liaison.says(f"/reply {elsewhere} 我去看看")
    assert "由管理员和楼栋联络员来办" in await liaison.reads()
    await moderator.taps("转楼栋联络员")
    assert "5号楼还没有联络员" in await moderator.reads()


async def test_a_supervisor_reads_and_changes_nothing(elder: Someone, supervisor: Someone) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await supervisor.says(f"/reply {number} 快去修")
    assert "由管理员和楼栋联络员来办" in await supervisor.reads()


async def test_a_guide_from_outside_is_told_no_in_english(elder: Someone, guide: Someone) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await guide.says(f"/reply {number} do this")
    assert "There is no concern" in await guide.reads()


async def test_a_wrong_reply_is_answered_with_how_to(moderator: Someone) -> None:
    for wrong in ("/reply", "/reply 12", "/reply abc hello"):
        await moderator.says(wrong)
        assert "例如写：/reply 12" in await moderator.reads()
    await moderator.says("/reply 999 好的")
    assert "没有 #999" in await moderator.reads()


async def test_a_long_concern_is_short_on_its_card_and_whole_at_a_tap(elder: Someone, moderator: Someone) -> None:
    await elder.taps("反映问题")
    await elder.says("路灯不亮，" * 800)
    await elder.taps("3号楼2单元")
    await elder.taps("对，就这样")
    await moderator.taps("看全文和附件")
    assert "".join((await moderator.reads()).split()).count("路灯不亮") == 800


async def test_an_old_card_says_that_the_concern_is_closed(elder: Someone, moderator: Someone) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await finished(moderator, "换好了")
    await elder.taps("解决了")
    await moderator.says(f"/reply {number} 还有一句")
    assert f"#{number} 已经办结" in await moderator.reads()


async def test_nobody_else_has_the_last_word(elder: Someone, moderator: Someone, liaison: Someone) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await moderator.says(f"/reply {number} 换好了")
    await liaison.says(f"/reply {number} 我也看过了")
    assert "已发出" in await liaison.reads()


async def test_only_its_author_is_shown_what_became_of_a_draft(town: Neighbourhood, elder: Someone, look: Look) -> None:
    await reported(elder, "3号楼2单元的路灯不亮")
    key = look("SELECT key FROM concerns")[0][0]
    neighbour = Reader(5000002, "陈建国", community=CommunityId(1), known=True)
    with pytest.raises(NoDraft):
        await town.running.town.do(telling.raise_draft, None, neighbour, Place(5000002, 5000002), key)


async def test_who_turns_to_another_concern_answers_nobody_with_the_next_words(
    elder: Someone, moderator: Someone
) -> None:
    await reported(elder, "3号楼2单元的路灯不亮")
    await moderator.taps("回复")
    await reported(elder, "3号楼电梯坏了")
    await moderator.taps("认领")
    await moderator.says("这句话不是给谁的答复")
    assert "这句话" not in await elder.reads()


async def test_a_closed_concern_waits_for_no_answer(elder: Someone, moderator: Someone, liaison: Someone) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await moderator.taps("转楼栋联络员")
    await liaison.taps("回复")
    await finished(moderator, "换好了")
    await elder.taps("解决了")
    await liaison.says("我也看过了")
    assert f"#{number} 已经办结" in await liaison.reads()
    await liaison.says("你好")
    assert "已经办结" not in await liaison.reads()


async def test_a_caption_is_an_answer_too(elder: Someone, moderator: Someone) -> None:
    await reported(elder, "3号楼2单元的路灯不亮")
    await moderator.taps("回复")
    await moderator.sends("photo", caption="灯泡换好了")
    assert "灯泡换好了" in await elder.reads()
    assert (await elder.screen())["messages"][-2]["photo"]


async def test_not_now_answers_nobody_with_the_next_words(elder: Someone, moderator: Someone) -> None:
    await reported(elder, "3号楼2单元的路灯不亮")
    await moderator.taps("回复")
    await moderator.taps("先不写")
    assert "先放下" in await moderator.reads()
    await moderator.says("这句话不是给谁的答复")
    assert "这句话" not in await elder.reads()
