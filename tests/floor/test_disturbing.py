"""What nobody is told twice, and numbers that say nothing."""

from tests.floor.evening import LIFT, comes_to, evening, opens
from tests.neighbours import Clock, Neighbourhood, Someone

BEGINS = "议事日现在开始"


async def test_where_the_board_has_come_up_nobody_is_told_once_more_that_it_begins(
    town: Neighbourhood, clock: Clock, moderator: Someone, elder: Someone, liaison: Someone
) -> None:
    for one in (elder, liaison):
        await town.running.town.do(comes_to, None, one.telegram_id)
    await evening(town, clock, [moderator], LIFT, begun=False)
    await opens(moderator)
    await clock.passes(minutes=5)
    await elder.taps("我不在现场，线上参加")
    await clock.passes(minutes=19)
    await clock.passes(minutes=6)
    sent = [call["params"] for call in await town.log("sendMessage") if BEGINS in str(call["params"].get("text"))]
    assert [int(params["chat_id"]) for params in sent] == [liaison.telegram_id]
    await liaison.taps("今天的议事日")
    assert "签到" in await liaison.buttons()


async def test_where_nobody_waits_and_nothing_is_left_no_zero_is_shown(
    town: Neighbourhood, clock: Clock, moderator: Someone, elder: Someone
) -> None:
    await evening(town, clock, [moderator, elder], LIFT)
    await opens(moderator)
    await clock.passes(minutes=1)
    for one in (elder, moderator):
        await one.taps("我不在现场，线上参加")
    await moderator.taps("主持台")
    await moderator.taps(f"开始议：{LIFT}")
    await elder.taps("看预告")
    await elder.taps("今天的议事日")
    await elder.taps("我要发言")
    await elder.taps("赞成")
    await moderator.taps("看看现在情况")
    await moderator.taps("请下一位（1人在等）")
    assert "正在发言：第1位。" in (await elder.screen(town.group))["messages"][-1]["text"]
    for button in ("说完了，谢谢", "结束这一项", "不记结果，结束"):
        await moderator.taps(button)
    assert "议程都议完了。" in await moderator.reads()
    await moderator.taps("散会")
    assert await moderator.reads() == "议程都议完了。散会吗？"
    await moderator.taps("散会")
    assert "三个人占了" not in await moderator.reads()
