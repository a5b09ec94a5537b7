"""运行情况: a moderator reads in words whether everything works."""

from tests.neighbours import Clock, Someone


async def test_on_a_good_day(moderator: Someone, clock: Clock) -> None:
    await clock.passes(minutes=1)
    await moderator.says("/health")
    shown = await moderator.reads()
    assert "一切正常。" in shown
    assert "没有等着发出的消息。" in shown
    assert "上次处理是11月25日 星期三" in shown
    assert "大白话由内置模型来理解。" in shown
    assert "语音只转交，不转文字" in shown
    assert "版本：0.1.0" in shown


async def test_what_was_refused_stands_there_by_its_reason(moderator: Someone, elder: Someone, clock: Clock) -> None:
    await elder.says("/concern 3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await elder.blocks()
    await moderator.says("/reply 1 今天下午电工来修")
    await clock.passes(minutes=1)
    await moderator.says("/health")
    assert "1条：bot was blocked by the user" in await moderator.reads()


async def test_who_may_not_is_told(elder: Someone, supervisor: Someone) -> None:
    await supervisor.says("/health")
    assert "一切正常" in await supervisor.reads()
    await elder.says("/health")
    assert "正常" not in await elder.reads()
