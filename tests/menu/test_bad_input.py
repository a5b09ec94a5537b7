"""Whatever comes, there is a clear answer, and nothing is lost."""

import pytest

from tests.neighbours import Clock, Neighbourhood, Someone


@pytest.mark.parametrize("kind", ["sticker", "document", "contact", "location", "video"])
async def test_what_cannot_be_kept_is_said_so(moderator: Someone, kind: str) -> None:
    await moderator.sends(kind)
    assert "这个我看不懂" in await moderator.reads()


async def test_a_sticker_amid_a_concern_asks_the_question_again(elder: Someone) -> None:
    await elder.taps("反映问题")
    await elder.says("门口那个又倒了")
    await elder.sends("sticker")
    assert "这个我看不懂" in await elder.reads()
    assert "什么地方" in await elder.reads()


@pytest.mark.parametrize(
    "text", ["😀" * 2000, "<b>急</b> & <script>", "a" * 4096, "字" * 4096, "   \n  .", "%s {name} {0}"]
)
async def test_any_words_can_be_reported_and_reach_the_moderator(moderator: Someone, elder: Someone, text: str) -> None:
    await elder.says(text)
    await elder.taps("要反映")
    await elder.taps("小区公共地方")
    await elder.taps("照明")
    await elder.taps("对，就这样")
    assert "记下了" in await elder.reads()
    assert text.strip()[:10] in await moderator.reads()


async def test_words_that_mean_nothing_are_offered_as_a_concern_and_not_taken_as_one(
    elder: Someone, moderator: Someone
) -> None:
    await elder.says("门口那个又倒了")
    assert "要反映这件事吗" in await elder.reads()
    await elder.taps("不用")
    assert await moderator.reads() == ""


async def test_who_greets_first_and_then_says_it_is_asked_about_the_matter_alone(elder: Someone) -> None:
    await elder.says("你好")
    await elder.says("3号楼2单元的路灯不亮")
    assert "您说：3号楼2单元的路灯不亮\n地点：3号楼2单元\n类别：照明" in await elder.reads()


async def test_what_was_only_offered_is_not_in_the_next_concern(elder: Someone) -> None:
    await elder.says("门口那个又倒了")
    await elder.taps("返回")
    await elder.taps("反映问题")
    assert "请说说是什么事" in await elder.reads()
    await elder.says("3号楼2单元的路灯不亮")
    assert "您说：3号楼2单元的路灯不亮\n" in await elder.reads()


async def test_a_photo_after_words_is_told_with_them(elder: Someone) -> None:
    await elder.says("3号楼2单元的路灯不亮")
    await elder.sends("photo")
    assert "您说：3号楼2单元的路灯不亮\n" in await elder.reads()


async def test_a_forwarded_message_is_understood_too(elder: Someone) -> None:
    await elder.says("3号楼2单元楼下太吵了", forwarded_from="xiao_li")
    assert "您说：3号楼2单元楼下太吵了" in await elder.reads()


async def test_an_unknown_command_shows_the_way(moderator: Someone) -> None:
    await moderator.says("/nonsense 12")
    assert "我不认识这个命令" in await moderator.reads()


async def test_a_button_of_last_week_says_that_it_is_old(elder: Someone, clock: Clock) -> None:
    await elder.taps("反映问题")
    await elder.says("3号楼2单元的路灯不亮")
    await elder.taps("改一改")
    await elder.taps("不反映了")
    await clock.passes(days=7)
    await elder.taps("对，就这样")
    assert "已经办好或取消了" in await elder.reads()


async def test_a_name_full_of_markup_breaks_no_message(town: Neighbourhood, moderator: Someone) -> None:
    await town.playground.post("people", key="bobby", first_name="<b>Bobby & </b>{x}", language_code="zh-hans")
    bobby = Someone(town, "bobby", 0, "")
    await bobby.starts("code-44705025")
    await bobby.taps("普通版")
    await bobby.taps("我同意")
    await bobby.taps("都不是我")
    await bobby.taps("18–35岁")
    assert "<b>Bobby & </b>{x}" in await bobby.reads()
    await bobby.says("/concern 7号楼3单元路灯不亮")
    await bobby.taps("对，就这样")
    assert "反映人：<b>Bobby & </b>{x}" in await moderator.reads()


async def test_who_blocks_the_bot_disturbs_nobody(elder: Someone, moderator: Someone) -> None:
    await elder.taps("反映问题")
    await elder.says("3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await elder.blocks()
    await moderator.taps("认领")
    assert "由您跟进了" in await moderator.reads()


async def test_an_old_never_mind_drops_no_newer_concern(elder: Someone) -> None:
    await elder.taps("反映问题")
    old = (await elder.screen())["messages"][-1]["message_id"]
    await elder.taps("不反映了")
    await elder.says("3号楼2单元的路灯不亮")
    await elder.taps("不反映了", message_id=old)
    assert "已经办好或取消了" in await elder.reads()
    await elder.taps("反映问题")
    assert "路灯不亮" in await elder.reads()


@pytest.mark.parametrize("data", ["na:1:999999999", "cf:999999999:0"])
async def test_a_button_with_the_number_of_nobody_says_so(liaison: Someone, data: str) -> None:
    await liaison.forges(data)
    assert "以前的" in await liaison.reads()


async def test_a_button_with_a_day_that_never_comes_says_so(moderator: Someone) -> None:
    await moderator.says("/concern 3号楼2单元的路灯不亮")
    await moderator.taps("对，就这样")
    await moderator.taps("回复")
    await moderator.says("电工今天下午来换灯泡。")
    await moderator.taps("写个方案")
    await moderator.says("电工换整条线路")
    await moderator.forges("ky:1:999999999999")
    assert "我这边出了点问题" not in await moderator.reads()
