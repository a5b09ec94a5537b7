"""Moderators appoint and dismiss; neighbours see what there is to become."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.neighbours import Clock, Look, Neighbourhood, Someone


async def pick(moderator: Someone, building: str, name: str) -> None:
    await moderator.says("/role")
    await moderator.taps(building)
    await moderator.taps(name)


async def make_representative(moderator: Someone) -> None:
    """王秀英, of building 3, for three years."""
    await pick(moderator, "3号楼", "王秀英")
    await moderator.taps("任命居民代表")
    await moderator.taps("3号楼")
    await moderator.taps("3年")
    await moderator.taps("居民推选")


async def test_a_representative_is_appointed_and_told_in_kind_words(elder: Someone, moderator: Someone) -> None:
    await make_representative(moderator)
    assert "任命王秀英为3号楼居民代表，任期3年。对吗？" in await moderator.reads()
    assert "居民代表" not in await elder.reads()
    await moderator.taps("任命")
    assert "好了：3号楼居民代表" in await moderator.reads()
    assert "您现在是3号楼居民代表了，到2029年11月24日为止。谢谢您为大家出力。" in await elder.reads()
    assert "您现在可以：看诉求。" in await elder.reads()


async def test_tapping_twice_appoints_once(elder: Someone, moderator: Someone) -> None:
    await make_representative(moderator)
    question = (await moderator.screen())["messages"][-1]["message_id"]
    await moderator.taps("任命")
    await moderator.taps("任命", message_id=question)
    assert "好了：3号楼居民代表" in await moderator.reads()
    assert (await elder.screen())["messages"][-1]["text"] == "您现在可以：看诉求。"
    await pick(moderator, "3号楼", "王秀英")
    assert (await moderator.buttons()).count("免去3号楼居民代表") == 1


async def test_an_old_button_does_not_appoint_again_who_was_dismissed(elder: Someone, moderator: Someone) -> None:
    await make_representative(moderator)
    question = (await moderator.screen())["messages"][-1]["message_id"]
    await moderator.taps("任命")
    await moderator.taps("看这个人")
    await moderator.taps("免去3号楼居民代表")
    assert "免去3号楼居民代表吗？" in await moderator.reads()
    await moderator.taps("免去")
    assert "已经免去" in await moderator.reads()
    assert "您不再担任3号楼居民代表了" in await elder.reads()
    await moderator.taps("任命", message_id=question)
    assert "情况有变化了" in await moderator.reads()


async def test_thirty_days_before_the_end_a_reminder_comes(elder: Someone, moderator: Someone, clock: Clock) -> None:
    await make_representative(moderator)
    await moderator.taps("任命")
    await elder.taps("返回")
    morning = datetime(2029, 10, 26, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
    await clock.passes(seconds=(morning - await clock.now()).total_seconds() - 1)
    assert "任期到" not in await elder.reads()
    await clock.passes(seconds=1)
    assert "您的3号楼居民代表任期到2029年11月24日。想接着做，请告诉管理员。" in await elder.reads()


async def test_nobody_is_reminded_of_a_role_that_ended_before(elder: Someone, moderator: Someone, clock: Clock) -> None:
    await make_representative(moderator)
    await moderator.taps("任命")
    await moderator.taps("看这个人")
    await moderator.taps("免去3号楼居民代表")
    await moderator.taps("免去")
    await elder.taps("返回")
    await clock.passes(days=3 * 365 + 1)
    assert "任期到" not in await elder.reads()


async def test_in_the_group_a_reply_says_who_is_meant(liaison: Someone, moderator: Someone) -> None:
    said = await liaison.says_in_group("我愿意帮忙")
    await moderator.says_in_group("/role", reply_to=said)
    assert "陈建国：要任命还是免去？" in await moderator.reads_in_group()
    assert "陈建国：要任命还是免去？" not in await liaison.reads_in_group()
    await moderator.taps_in_group("任命监督员")
    await moderator.taps_in_group("1年")
    await moderator.taps_in_group("社区邀请")
    await moderator.taps_in_group("任命")
    assert "您现在是监督员了，到2027年11月24日为止" in await liaison.reads()


async def test_without_a_reply_nobody_is_meant(moderator: Someone) -> None:
    await moderator.says_in_group("/role")
    assert "我不清楚您说的是谁" in await moderator.reads_in_group()


async def test_somebody_who_has_never_written_cannot_be_appointed(tenant: Someone, moderator: Someone) -> None:
    said = await tenant.says_in_group("大家好")
    await moderator.says_in_group("/role", reply_to=said)
    assert "请他先来和我说一句话" in await moderator.reads_in_group()


async def test_others_cannot_appoint(liaison: Someone, supervisor: Someone, tenant: Someone) -> None:
    for person in (liaison, supervisor):
        await person.says("/role")
        assert "由管理员和楼栋联络员来办" in await person.reads()
    await tenant.says("/role")
    assert "3号楼" not in await tenant.buttons()


async def test_the_supervisor_cannot_moderate_and_the_moderator_not_supervise(moderator: Someone) -> None:
    await pick(moderator, "12号楼", "孙国强")
    await moderator.taps("任命管理员")
    assert "一个人不能又当监督员又当管理员" in await moderator.reads()
    await pick(moderator, "1号楼", "林芳")
    await moderator.taps("任命监督员")
    assert "一个人不能又当管理员又当监督员" in await moderator.reads()


async def test_a_guide_never_decides(guide: Someone, moderator: Someone) -> None:
    await guide.starts()
    await guide.taps("Ordinary")
    await guide.taps("I agree")
    said = await guide.says_in_group("hello")
    await moderator.says_in_group("/role", reply_to=said)
    for role in ("管理员", "楼栋联络员", "居民代表"):
        await moderator.taps_in_group(f"任命{role}")
        assert "一个人不能又当指导员又当" in await moderator.reads_in_group()


async def test_who_lives_elsewhere_serves_no_building(
    outsider: Someone, moderator: Someone, town: Neighbourhood
) -> None:
    await outsider.starts()
    await outsider.taps("普通版")
    await outsider.taps("我同意")
    await town.playground.post(f"chats/{town.group}/members", who="outsider_he", status="member")
    said = await outsider.says_in_group("大家好")
    await moderator.says_in_group("/role", reply_to=said)
    await moderator.taps_in_group("任命楼栋联络员")
    assert "要由住在这里的人来当" in await moderator.reads_in_group()


async def test_the_last_moderator_stays(moderator: Someone) -> None:
    await pick(moderator, "1号楼", "林芳")
    await moderator.taps("免去管理员")
    assert "只有这一位管理员了" in await moderator.reads()


async def test_with_a_second_one_the_first_can_go(liaison: Someone, moderator: Someone) -> None:
    await pick(moderator, "3号楼", "陈建国")
    await moderator.taps("任命管理员")
    await moderator.taps("社区邀请")
    assert "任命陈建国为管理员，不定期限。对吗？" in await moderator.reads()
    await moderator.taps("任命")
    await pick(moderator, "1号楼", "林芳")
    await moderator.taps("免去管理员")
    await moderator.taps("免去")
    assert "您不再担任管理员了" in await moderator.reads()
    await liaison.says("/role")
    assert "要任命谁" in await liaison.reads()


async def test_moderators_appoint_no_moderators(liaison: Someone, moderator: Someone) -> None:
    """Who administers the community does; 林芳, who founded it, is both."""
    await pick(moderator, "3号楼", "陈建国")
    await moderator.taps("任命管理员")
    await moderator.taps("社区邀请")
    await moderator.taps("任命")
    await pick(liaison, "1号楼", "林芳")
    await liaison.taps("免去管理员")
    assert "由管理员和楼栋联络员来办" in await liaison.reads()
    await pick(liaison, "3号楼", "王秀英")
    await liaison.taps("任命系统管理员")
    assert "由管理员和楼栋联络员来办" in await liaison.reads()
    await liaison.taps("任命监督员")
    assert "任期多长" in await liaison.reads()


async def test_the_last_admin_stays(moderator: Someone) -> None:
    await pick(moderator, "1号楼", "林芳")
    await moderator.taps("免去系统管理员")
    assert "只有这一位系统管理员了" in await moderator.reads()


async def test_an_older_resident_reads_what_there_is_to_become_and_says_yes(elder: Someone, moderator: Someone) -> None:
    await elder.says("怎么用")
    await elder.taps("看更多")
    await elder.taps("谁做什么，如何成为")
    read = await elder.reads()
    while "接着看" in await elder.buttons() and "我愿意当居民代表" not in (await elder.buttons())[:2]:
        await elder.taps("接着看")
        read += await elder.reads()
    for words in ("住在这里、已经加入的人都是", "可以：看诉求、接诉求、答复诉求、", "居民推选，管理员任命"):
        assert words in read
    await elder.taps("我愿意当居民代表")
    assert "已经告诉管理员" in await elder.reads()
    assert "王秀英愿意当居民代表。" in await moderator.reads()
    await moderator.taps("看这个人")
    assert "王秀英：要任命还是免去？" in await moderator.reads()


async def test_everybody_else_sees_all_on_one_screen(liaison: Someone) -> None:
    await liaison.says("/tiers")
    read = await liaison.reads()
    assert "热心居民" in read
    assert "楼栋联络员：照看一栋楼的人" in read
    assert "要满18岁" in read


async def test_who_does_not_live_here_is_told_how_to_join_first(outsider: Someone) -> None:
    await outsider.starts()
    await outsider.taps("普通版")
    await outsider.taps("我同意")
    await outsider.says("/tiers")
    await outsider.taps("我愿意当居民代表")
    assert "给本小区居民用的" in await outsider.reads()


async def test_a_guide_is_appointed_for_a_field_and_anew_for_another(
    outsider: Someone, moderator: Someone, look: Look
) -> None:
    await outsider.starts()
    await outsider.taps("普通版")
    await outsider.taps("我同意")
    await outsider.town.playground.post(f"chats/{outsider.town.group}/members", who="outsider_he", status="member")
    said = await outsider.says_in_group("大家好")
    await moderator.says_in_group("/role", reply_to=said)
    await moderator.taps_in_group("任命指导员")
    assert "指导哪方面？" in await moderator.reads_in_group()
    for button in ("法律", "1年", "社区邀请"):
        await moderator.taps_in_group(button)
    assert "任命何伟为法律方面的指导员，任期1年。对吗？" in await moderator.reads_in_group()
    await moderator.taps_in_group("任命")
    assert "您现在是法律方面的指导员了，到2027年11月24日为止" in await outsider.reads()
    await moderator.says_in_group("/role", reply_to=said)
    assert "现在是法律方面的指导员" in await moderator.reads_in_group()
    for button in ("任命指导员", "财务", "1年", "社区邀请", "任命"):
        await moderator.taps_in_group(button)
    assert "您现在是财务方面的指导员了" in await outsider.reads()
    held = look("SELECT telegram_id, expertise FROM appointments WHERE role = 'guide' AND ended_at IS NULL")
    assert held == [(5000006, "planning"), (outsider.telegram_id, "finance")]
