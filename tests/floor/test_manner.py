"""An older resident who chairs, taps only and reads large print; and what is left of somebody who is forgotten."""

from bot.rights.service import forget_whom_it_is_time_to_forget
from tests.floor.evening import LAMPS, LIFT, checks_in, evening, moderate_too, opens
from tests.neighbours import Clock, Look, Neighbourhood, Someone


async def test_in_large_print_everything_is_reached_by_few_large_buttons(
    town: Neighbourhood, clock: Clock, elder: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    """Every screen is looked at when the test ends."""
    await evening(town, clock, [elder, liaison], LIFT, LAMPS)
    await moderate_too(town, elder)
    await checks_in(await opens(elder), elder, liaison)
    await elder.taps("主持台")
    assert (await elder.reads()).endswith("到会2人\n够法定人数")
    await elder.taps("看更多")
    await elder.taps("看更多")
    await elder.taps(f"开始议：{LIFT}")
    assert f"正在议：{LIFT}" in await elder.reads()
    await liaison.says("/speak")
    await liaison.taps("赞成")
    await elder.taps("看更多")
    await elder.taps("看看现在情况")
    await elder.taps("请下一位（1人在等）")
    assert "正在发言：陈建国" in await elder.reads()
    await elder.taps("数票记结果")
    for button in ("2人", "0人", "0人"):
        await elder.taps(button)
    assert "赞成2，反对0，弃权0：通过。" in await elder.reads()
    await elder.taps("对，记下")
    await elder.taps("结束这一项")
    await elder.taps("看更多")
    await elder.taps("交给别人主持")
    await elder.taps("返回")
    await elder.taps("看更多")
    await elder.taps("散会")
    await elder.taps("散会")
    assert (await elder.reads()).startswith("散会了，到会2人。")
    assert look("SELECT outcome FROM floor_treated") == [("adopted",)]
    await elder.says("/sittings")
    assert await elder.reads() == "近一年2次议事日，开成1次，50%。"
    await moderator.says_in_group("/sittings")
    assert "开成1次" in await moderator.reads_in_group()


async def test_of_somebody_who_is_forgotten_only_the_count_is_left(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, elder: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator, liaison], LIFT)
    await checks_in(await opens(moderator), moderator, liaison, elder)
    await moderator.says("/chair")
    await moderator.taps(f"开始议：{LIFT}")
    await liaison.says("/speak")
    await liaison.taps("赞成")
    await moderator.taps("看看现在情况")
    await moderator.taps("请下一位（1人在等）")
    await liaison.says("/deleteme")
    await liaison.taps((await liaison.buttons())[0])
    await clock.passes(days=8)
    await town.running.town.do(forget_whom_it_is_time_to_forget)
    assert look("SELECT telegram_id FROM floor_turns") == [(0,)]
    assert sorted(look("SELECT telegram_id FROM floor_check_ins")) == [(0,), (5000001,), (5000005,)]
    assert look("SELECT people, with_quorum FROM floor_sessions WHERE sitting_id = 2") == [(3, 1)]
