"""我的工作台: everything to look after on one page, as far as one may, with what waits."""

from tests.neighbours import Clock, Someone


async def test_a_moderator_opens_it_and_sees_what_is_overdue(moderator: Someone, elder: Someone, clock: Clock) -> None:
    await elder.says("/concern 3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await clock.passes(hours=25)
    await moderator.says("/admin")
    assert "您要看哪一样？" in await moderator.reads()
    buttons = await moderator.buttons()
    assert {"待办诉求（1件超时）", "议题", "投票", "名册", "奖励积分", "任命和解任", "操作记录", "运行情况"} <= set(
        buttons
    )
    await moderator.taps("待办诉求（1件超时）")
    assert "开着1件，超时1件" in await moderator.reads()


async def test_it_is_offered_where_the_inbox_is(moderator: Someone) -> None:
    await moderator.says("/help")
    await moderator.taps("我的工作台")
    assert "运行情况" in await moderator.buttons()


async def test_others_see_only_what_they_may(liaison: Someone, supervisor: Someone, elder: Someone) -> None:
    await liaison.says("/admin")
    assert "待办诉求" in await liaison.buttons()
    assert not {"名册", "奖励积分", "操作记录", "运行情况"} & set(await liaison.buttons())
    await supervisor.says("/admin")
    assert {"操作记录", "运行情况", "积分台账"} <= set(await supervisor.buttons())
    await elder.says("/admin")
    assert "待办诉求" not in "".join(await elder.buttons())
