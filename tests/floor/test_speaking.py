"""Asking for the floor and having it: by turns, in private, with more time in 长辈版."""

from tests.floor.evening import LAMPS, LIFT, checks_in, evening, moderate_too, opens
from tests.neighbours import Clock, Look, Neighbourhood, Someone


async def test_the_sides_alternate_and_each_is_told_when_it_is_their_turn(
    town: Neighbourhood, clock: Clock, moderator: Someone, elder: Someone, liaison: Someone, supervisor: Someone,
    look: Look,
) -> None:  # fmt: skip
    await evening(town, clock, [moderator], LIFT)
    code = await opens(moderator)
    await elder.says("/speak")
    assert await elder.reads() == "请先签到，再排队发言。"
    await checks_in(code, moderator, elder, liaison, supervisor)
    await elder.says("/speak")
    assert await elder.reads() == "现在不在议这一项。"
    await moderator.says("/chair")
    await moderator.taps(f"开始议：{LIFT}")

    await elder.starts("speak")
    assert await elder.reads() == f"正在议：{LIFT}。您想怎么说？"
    await elder.taps("赞成")
    assert await elder.reads() == "记下了，下一位就是您，请在3分钟内说完。"
    await liaison.says("/speak")
    await liaison.taps("赞成")
    assert await liaison.reads() == "记下了，您前面还有1位。轮到您时告诉您，请在2分钟内说完。"
    await supervisor.says("/speak")
    await supervisor.taps("反对")
    await called_in_turn(town, moderator, elder, liaison, supervisor)
    assert look("SELECT telegram_id, seconds, called_at IS NULL, ended_at IS NULL FROM floor_turns ORDER BY id") == [
        (elder.telegram_id, 180, 0, 0),
        (liaison.telegram_id, 120, 1, 0),
        (supervisor.telegram_id, 120, 0, 0),
    ]


async def called_in_turn(
    town: Neighbourhood, moderator: Someone, elder: Someone, liaison: Someone, supervisor: Someone
) -> None:
    await moderator.taps("看看现在情况")
    waiting = "等着的第1位：王秀英（赞成）\n等着的第2位：孙国强（反对）\n等着的第3位：陈建国（赞成）"
    assert waiting in await moderator.reads()

    await moderator.taps("请下一位（3人在等）")
    assert (await elder.reads()).endswith("\n轮到您发言了，请在3分钟内说完。")
    assert "正在发言：王秀英（赞成），3分钟" in await moderator.reads()
    board = (await liaison.screen(town.group))["messages"][-1]["text"]
    assert board.endswith("正在发言：第1位，还有2位在等。")
    assert "王秀英" not in board
    await moderator.taps("请下一位（2人在等）")
    assert "轮到您发言了" in await supervisor.reads()
    await liaison.taps("不说了")
    assert await liaison.reads() == "好的，不排了。想说时可以再点。"
    await moderator.taps("请下一位（2人在等）")
    await moderator.taps("说完了，谢谢")


async def test_twice_each_and_no_more(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator], LIFT)
    await checks_in(await opens(moderator), liaison)
    await moderator.says("/chair")
    await moderator.taps(f"开始议：{LIFT}")
    for _ in range(2):
        await liaison.says("/speak")
        await liaison.taps("只想说说")
        await liaison.taps("赞成")
        assert "下一位就是您" in await liaison.reads()
        await moderator.taps("看看现在情况")
        await moderator.taps("请下一位（1人在等）")
        await moderator.taps("说完了，谢谢")
    await liaison.says("/speak")
    await liaison.taps("赞成")
    assert await liaison.reads() == "这一项您说过2次了，请让别人说说。"
    assert look("SELECT stand FROM floor_turns") == [("other",), ("other",)]


async def test_a_second_tap_on_the_same_button_calls_nobody_else(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, supervisor: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator], LIFT)
    await checks_in(await opens(moderator), liaison, supervisor)
    await moderator.says("/chair")
    await moderator.taps(f"开始议：{LIFT}")
    for one in (liaison, supervisor):
        await one.says("/speak")
        await one.taps("赞成")
    for _ in range(3):
        await moderator.forges("un:2:1:0")
    assert look("SELECT called_at IS NULL, ended_at IS NULL FROM floor_turns ORDER BY id") == [(0, 1), (1, 1)]


async def test_who_chairs_does_not_argue_until_another_chairs(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator], LIFT)
    await moderate_too(town, liaison)
    await checks_in(await opens(moderator), moderator, liaison)
    await moderator.says("/chair")
    await moderator.taps(f"开始议：{LIFT}")
    await moderator.says("/speak")
    assert await moderator.reads() == "您在主持，想发言请先把主持交给别人。"
    await moderator.taps("交给别人主持")
    await moderator.taps("陈建国")
    assert await moderator.reads() == "现在由陈建国主持，您可以排队发言了。"
    assert "现在由您主持议事日。" in await liaison.reads()
    await moderator.says("/speak")
    await moderator.taps("反对")
    assert "下一位就是您" in await moderator.reads()
    await liaison.taps("主持台")
    await liaison.taps("请下一位（1人在等）")
    assert "轮到您发言了" in await moderator.reads()
    assert look("SELECT deed, by FROM floor_log WHERE deed LIKE '%over'") == [
        ("handed_over", moderator.telegram_id),
        ("took_over", liaison.telegram_id),
    ]


async def test_who_wanted_to_speak_at_sign_up_asks_by_one_tap(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, supervisor: Someone, look: Look
) -> None:
    await liaison.forges("ts:2:1")
    await supervisor.forges("ts:2:1")
    await evening(town, clock, [moderator], LIFT, LAMPS)
    await checks_in(await opens(moderator), liaison)
    await moderator.says("/chair")
    await moderator.taps(f"开始议：{LIFT}")
    assert f"正在议：{LIFT}。您报名说过想发言，想怎么说？" in await liaison.reads()
    assert "您报名说过想发言" not in await supervisor.reads()
    await liaison.taps("赞成")
    await moderator.taps("结束这一项")
    assert look("SELECT called_at IS NULL, ended_at IS NULL FROM floor_turns") == [(1, 0)]
    await moderator.taps(f"开始议：{LAMPS}")
    assert "您报名说过想发言" not in await liaison.reads()
    await liaison.forges("uf:2:1:pro")
    assert await liaison.reads() == "现在不在议这一项。"
