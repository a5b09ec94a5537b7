"""Committees as those meet them who set them up, sit on them, or only look."""

from tests.concerns.test_conversation import reported
from tests.neighbours import Clock, Look, Someone

WASTE, LIFT = "5号楼门口堆满垃圾", "5号楼电梯坏了"
ENVIRONMENT = "环境治理委员会"


async def set_up(moderator: Someone) -> None:
    """The committee for the environment; it sees to waste."""
    await moderator.says("/committees")
    await moderator.taps(f"设立{ENVIRONMENT}")
    await moderator.taps("开始管：垃圾")


async def appoint(moderator: Someone) -> None:
    """王秀英, by taps alone."""
    await moderator.taps("任命委员")
    await moderator.taps("3号楼")
    await moderator.taps("王秀英")
    await moderator.taps("任命委员")
    await moderator.taps(ENVIRONMENT)
    await moderator.taps("1年")
    await moderator.taps("自己报名")
    await moderator.taps("任命")


async def all_pages(somebody: Someone, on: str = "接着看") -> str:
    told = await somebody.reads()
    while on in (await somebody.buttons())[:1]:
        await somebody.taps(on)
        told += await somebody.reads()
    return told


async def test_one_is_set_up_and_takes_on_a_kind(moderator: Someone, elder: Someone) -> None:
    await moderator.says("/committees")
    assert "还没有委员会管、由联络员和管理员来办的：照明、垃圾、" in await moderator.reads()
    await set_up(moderator)
    assert await moderator.reads() == f"{ENVIRONMENT}\n负责：垃圾\n委员：还没有人"
    await moderator.says("/committees")
    assert "由联络员和管理员来办的：照明、停车、" in await moderator.reads()
    await elder.says("/committees")
    assert (await elder.buttons())[:2] == [ENVIRONMENT, "看哪类诉求归谁管"]
    await elder.taps("看哪类诉求归谁管")
    told = await all_pages(elder)
    assert f"垃圾：{ENVIRONMENT}" in told
    assert "电梯：联络员和管理员" in told


async def test_a_kind_that_another_one_has_is_not_taken_on(moderator: Someone) -> None:
    await set_up(moderator)
    await moderator.says("/committees")
    await moderator.taps("设立安全调解委员会")
    await moderator.taps("开始管：垃圾")
    assert f"垃圾由{ENVIRONMENT}负责" in await moderator.reads()


async def test_a_member_is_appointed_by_taps_and_finds_its_concerns_in_the_inbox(
    moderator: Someone, elder: Someone, liaison: Someone
) -> None:
    await set_up(moderator)
    await appoint(moderator)
    assert f"{ENVIRONMENT}的委员" in await elder.reads()
    await reported(liaison, LIFT)
    number = await reported(liaison, WASTE)
    await elder.says("/inbox")
    told = await elder.reads()
    assert f"#{number}" in told + "".join(await elder.buttons())
    assert "开着1件" in told
    await elder.says("/committees")
    await elder.taps(ENVIRONMENT)
    assert f"{ENVIRONMENT}：1位委员。" in await elder.reads()
    assert "开始管" not in "".join(await elder.buttons())


async def test_when_it_ends_its_members_see_nothing_and_the_kind_is_free(
    moderator: Someone, elder: Someone, liaison: Someone
) -> None:
    await set_up(moderator)
    await appoint(moderator)
    await reported(liaison, WASTE)
    await moderator.says("/committees")
    await moderator.taps(ENVIRONMENT)
    await moderator.taps("撤销委员会")
    assert f"撤销{ENVIRONMENT}吗？" in await moderator.reads()
    await moderator.taps("对，撤销")
    assert "现在还没有专业委员会" in await moderator.reads()
    assert "您不再担任" in await elder.reads()
    await elder.says("/inbox")
    assert "由管理员和楼栋联络员来办" in await elder.reads()
    await moderator.says("/inbox")
    assert "开着1件" in await moderator.reads()


async def test_its_month_comes_by_itself_to_members_and_moderators_and_is_there_for_all(
    moderator: Someone, elder: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await set_up(moderator)
    await appoint(moderator)
    await liaison.says("/committees")
    await liaison.taps(ENVIRONMENT)
    await liaison.taps("看月报")
    assert "每月1号会做好上个月的" in await liaison.reads()
    await reported(liaison, LIFT)
    number = await reported(liaison, WASTE)
    await clock.passes(days=2)
    await moderator.says(f"/reply {number} 明天清走")
    await clock.passes(days=5)  # 2 December
    assert look("SELECT committee_id, month FROM committee_months") == [(1, "2026-11-01")]
    for who in (moderator, elder):
        assert f"{ENVIRONMENT}2026年11月月报好了：新反映1件，办结0件，超时" in await who.reads()
    assert "月报好了" not in await liaison.reads()
    await elder.taps("看月报")
    assert "首次答复1件" in await all_pages(elder)
    await liaison.says("/committees")
    await liaison.taps(ENVIRONMENT)
    await liaison.taps("看月报")
    told = await liaison.reads()
    assert told.startswith(f"{ENVIRONMENT}2026年11月月报\n负责：垃圾\n新反映1件，首次答复1件，办结0件。")
    assert "一半的答复在2.0天以内" in told
    assert "满意度：还没有人回答" in told
    await clock.passes(days=31)
    await liaison.says("/committees")
    await liaison.taps(ENVIRONMENT)
    await liaison.taps("看月报")
    assert "2026年12月月报\n负责：垃圾\n新反映0件" in await liaison.reads()
    await liaison.taps("2026年11月")
    assert "新反映1件，首次答复1件" in await liaison.reads()
    sent = look("SELECT cause FROM outbox WHERE cause LIKE 'committee-month-1-202611-%' ORDER BY cause")
    assert sent == [(f"committee-month-1-202611-{one}",) for one in (5000001, 5000005)]
