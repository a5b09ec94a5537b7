"""To whom a concern is handed, and what has happened to it."""

from tests.concerns.test_conversation import finished, reported
from tests.neighbours import Clock, Look, Someone

LAMP, LIFT = "3号楼2单元的路灯不亮", "5号楼电梯坏了"


async def test_it_is_handed_to_a_person_by_name(
    elder: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    number = await reported(elder, LAMP)
    await moderator.taps("转给别人")
    assert f"#{number} 交给谁来办？" in await moderator.reads()
    await moderator.taps("陈建国")
    assert f"#{number} 已转给陈建国" in await moderator.reads()
    assert f"林芳把 #{number}（{LAMP}）转给您了，请您来办。" in await liaison.reads()
    assert look("SELECT deed, by, words FROM concern_history WHERE deed = 'hand_over'") == [
        ("hand_over", moderator.telegram_id, "陈建国")
    ]
    await moderator.taps("转给别人")
    assert (await moderator.buttons())[0] == "林芳"
    await moderator.taps("林芳")
    await moderator.forges(f"kg:1:{moderator.telegram_id}")
    assert len(look("SELECT id FROM concern_history WHERE deed = 'hand_over'")) == 2
    assert "转给您" not in await moderator.reads()


async def test_only_who_may_hand_it_over_is_offered_to(elder: Someone, liaison: Someone, moderator: Someone) -> None:
    await reported(elder, LAMP)
    await moderator.taps("转楼栋联络员")
    assert "转给别人" in await moderator.buttons()
    assert "回复" in await liaison.buttons()
    assert "转给别人" not in await liaison.buttons()
    await liaison.says("/inbox")
    await liaison.taps(f"#1 {LAMP}")
    assert "转给别人" not in await liaison.buttons()


async def test_it_is_handed_to_nobody_who_may_not_see_to_it(
    elder: Someone, liaison: Someone, supervisor: Someone, moderator: Someone
) -> None:
    await reported(elder, LIFT)
    for other in (liaison, supervisor, elder):  # the liaison is another building's
        await moderator.forges(f"kg:1:{other.telegram_id}")
        assert "请另选一位" in await moderator.reads()
    await liaison.forges(f"kg:1:{moderator.telegram_id}")
    assert "由管理员和楼栋联络员来办" in await liaison.reads()


async def test_the_history_says_who_did_what_and_when(
    elder: Someone, moderator: Someone, supervisor: Someone, clock: Clock
) -> None:
    number = await reported(elder, LAMP)
    await clock.passes(hours=13)
    await clock.passes(hours=10)
    await moderator.taps("转楼栋联络员")
    await moderator.says(f"/reply {number} 下午去看")
    await finished(moderator, "换好了")
    await elder.taps("没解决")
    await elder.says("还是黑的")
    await supervisor.says(f"/history {number}")
    told = (await supervisor.reads()).splitlines()
    assert told[:4] == [
        f"#{number} 的经过",
        "11月25日 星期三 上午10点 王秀英：反映",
        "11月25日 星期三 晚上10点 时间过了50%，提醒了一次",
        "11月26日 星期四 早上5点12分 时间过了80%，提醒了一次",
    ]
    assert [line.split(" ", 3)[-1] for line in told[4:]] == [
        "林芳：转给陈建国", "林芳：答复：下午去看", "林芳：办好了：换好了", "王秀英：没解决",
        "王秀英：没解决：还是黑的",
    ]  # fmt: skip


async def test_a_wrong_history_is_answered_with_how_to(moderator: Someone, elder: Someone) -> None:
    for wrong in ("/history", "/history abc", "/history 12345678901"):
        await moderator.says(wrong)
        assert "例如写：/history 12" in await moderator.reads()
    await moderator.says("/history 999")
    assert "没有 #999" in await moderator.reads()
    await reported(elder, LAMP)
    await elder.says("/history 1")
    assert "由管理员和楼栋联络员来办" in await elder.reads()
