"""Telling a concern, as residents and moderators meet it."""

from tests.neighbours import Someone, number_in


async def test_an_older_resident_reports_a_dark_stairwell_and_has_the_last_word(
    elder: Someone, moderator: Someone
) -> None:
    await elder.taps("反映问题")
    await elder.says("3号楼2单元的路灯不亮")
    assert "对吗" in await elder.reads()
    await elder.taps("对，就这样")
    number = number_in(await elder.reads())
    assert "星期四 上午10点前" in await elder.reads()

    assert f"#{number} · 照明" in await moderator.reads()
    await moderator.taps("认领")
    assert "林芳正在跟进" in await elder.reads()
    await moderator.taps("回复")
    await moderator.says("电工今天下午来换灯泡。")

    assert "电工今天下午来换灯泡。" in await elder.reads()
    await elder.taps("解决了")
    assert "已办结" in await elder.reads()
    assert "已经解决" in await moderator.reads()
