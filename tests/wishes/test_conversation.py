"""Making a wish, having it granted, and thanks: as residents meet it."""

from tests.neighbours import Clock, Look, Neighbourhood, Someone

BULB = "想请人换个灯泡"


async def wishes(who: Someone, text: str = BULB) -> None:
    """Make a wish of one sentence."""
    await who.says("/wish " + text)
    await who.taps("对，许愿")


async def last_alert(who: Someone, group: int) -> str:
    return str((await who.screen(group))["alerts"][-1]["text"])


async def card(town: Neighbourhood, who: Someone) -> str:
    """The wish's card as it stands in the group."""
    messages = (await who.screen(town.group))["messages"]
    return str(
        next(m["text"] for m in reversed(messages) if "的心愿" in m.get("text", "") or "删除" in m.get("text", ""))
    )


async def test_an_older_resident_wishes_for_a_bulb_and_a_neighbour_brings_it(
    town: Neighbourhood, elder: Someone, liaison: Someone
) -> None:
    await elder.taps("查积分")
    await elder.taps("许个微心愿")
    assert "请用一句话写下您的心愿" in await elder.reads()
    await elder.says(BULB)
    assert await elder.reads() == "您说：想请人换个灯泡\n群里只写楼号，认领的邻居会知道您的姓名和门牌。对吗？"
    await elder.taps("对，许愿")
    assert "许好了，是心愿1号" in await elder.reads()

    assert "3号楼一位邻居的心愿 #W1\n想请人换个灯泡" in await card(town, liaison)
    assert "王秀英" not in await card(town, liaison)
    await liaison.taps_in_group("我来认领")
    assert "心愿#W1由您来帮" in await last_alert(liaison, town.group)
    assert "请到3号楼2单元502室找王秀英" in await liaison.reads()
    assert "3号楼的陈建国认领了您的心愿1号" in await elder.reads()
    assert "已经有邻居认领" in await card(town, elder)

    await elder.taps("心愿实现了")
    assert "想亲自写一句谢谢吗" in await elder.reads()
    assert "王秀英的心愿#W1，您帮着实现了" in await liaison.reads()
    assert "实现了。谢谢3号楼的邻居" in await card(town, elder)
    assert "陈建国" not in await card(town, elder)
    await elder.taps("写句谢谢")
    await elder.says("小陈真热心，灯亮了")
    assert "已经转给邻居了" in await elder.reads()
    assert "王秀英对您说：小陈真热心，灯亮了" in await liaison.reads()

    await liaison.taps("可以写我的名字")
    assert "谢谢3号楼的陈建国" in await card(town, elder)
    await liaison.taps("还是不写")
    assert "谢谢3号楼的邻居" in await card(town, elder)


async def test_words_written_after_looking_elsewhere_are_no_thanks(elder: Someone, liaison: Someone) -> None:
    await wishes(elder)
    await liaison.taps_in_group("我来认领")
    await elder.taps("心愿实现了")
    await elder.taps("写句谢谢")
    await elder.sends("voice")
    assert "请写一句谢谢的话" in await elder.reads()
    await elder.taps("我的心愿")
    await elder.says("3号楼2单元的路灯不亮")
    assert "路灯" not in await liaison.reads()
    await elder.taps("写句谢谢")
    await elder.says("谢谢小陈")
    await elder.taps("写句谢谢")
    assert "已经转给邻居了" in await elder.reads()
    assert "谢谢小陈" in await liaison.reads()


async def test_of_several_who_want_to_help_the_first_comes_and_the_others_are_next_in_turn(
    town: Neighbourhood, elder: Someone, liaison: Someone, moderator: Someone, supervisor: Someone
) -> None:
    await wishes(elder)
    for helper in (moderator, liaison, supervisor):
        await helper.taps_in_group("我来认领")
    assert "您排在第1位；如果对方来不了，就请您" in await last_alert(liaison, town.group)
    assert "您排在第2位" in await last_alert(supervisor, town.group)
    await liaison.taps_in_group("我来认领")
    assert "您排在第1位" in await last_alert(liaison, town.group)
    await liaison.taps("不排了")
    assert "好的，不排了" in await liaison.reads()

    await moderator.taps("我来不了")
    assert "心愿#W1请别的邻居来帮" in await moderator.reads()
    assert "认领心愿1号的邻居来不了" in await elder.reads()
    assert "正在请下一位邻居" in await card(town, elder)
    assert "轮到您了：心愿#W1（想请人换个灯泡）您来帮吗" in await supervisor.reads()
    assert "轮到您了" not in await liaison.reads()
    await supervisor.taps("我来认领")
    assert "请到3号楼2单元502室找王秀英" in await supervisor.reads()
    assert "12号楼的孙国强认领了您的心愿1号" in await elder.reads()


async def test_who_is_asked_and_declines_makes_room_for_the_next(
    elder: Someone, liaison: Someone, moderator: Someone, supervisor: Someone, look: Look
) -> None:
    await wishes(elder)
    for helper in (moderator, liaison, supervisor):
        await helper.taps_in_group("我来认领")
    await moderator.taps("我来不了")
    await liaison.taps("我来不了")
    assert "轮到您了" in await supervisor.reads()
    await supervisor.taps("我来不了")
    assert look("SELECT state, helper_id FROM wishes") == [("open", None)]
    assert look("SELECT * FROM wish_queue") == []


async def test_nobody_takes_on_their_own_wish_and_strangers_are_refused_kindly(
    town: Neighbourhood, elder: Someone, guide: Someone, tenant: Someone, look: Look
) -> None:
    await wishes(elder)
    await elder.taps_in_group("我来认领")
    assert "这是您自己的心愿" in await elder.reads_in_group()
    await guide.taps_in_group("我来认领")
    assert "live here" in await guide.reads_in_group()
    await tenant.taps_in_group("我来认领")
    assert "加入我家" in await tenant.buttons(town.group)
    assert look("SELECT state FROM wishes") == [("open",)]


async def test_a_wish_is_taken_back_and_who_was_to_come_hears_it(
    town: Neighbourhood, elder: Someone, liaison: Someone, moderator: Someone
) -> None:
    await wishes(elder)
    await liaison.taps_in_group("我来认领")
    await moderator.taps_in_group("我来认领")
    await elder.taps("收回心愿")
    assert "有邻居认领了，我会告诉对方不用来" in await elder.reads()
    await elder.taps("收回心愿")
    assert "心愿1号收回了" in await elder.reads()
    for helper in (liaison, moderator):
        assert "心愿#W1不用再帮了" in await helper.reads()
    assert BULB not in await card(town, elder)
    assert "我来认领" not in await liaison.buttons(town.group)
    await liaison.forges("wc:1")
    assert "心愿#W1已经办完或收回" in await liaison.reads()


async def test_an_old_button_does_not_touch_what_came_after(
    liaison: Someone, moderator: Someone, supervisor: Someone, look: Look
) -> None:
    await wishes(liaison)
    await moderator.taps_in_group("我来认领")
    of_the_first = (await liaison.screen())["messages"][-1]["message_id"]
    to_the_first = (await moderator.screen())["messages"][-1]["message_id"]
    await moderator.taps("我来不了")
    await supervisor.taps_in_group("我来认领")
    await moderator.taps("我来不了", message_id=to_the_first)
    await liaison.taps("心愿实现了", message_id=of_the_first)
    assert "后来有了变化" in await liaison.reads()
    assert look("SELECT state, helper_id, turn FROM wishes") == [("claimed", supervisor.telegram_id, 2)]
    await supervisor.taps("我来不了")
    await moderator.taps_in_group("我来认领")
    await moderator.taps("我来不了", message_id=to_the_first)
    assert "后来有了变化" in await moderator.reads()
    assert look("SELECT state, helper_id, turn FROM wishes") == [("claimed", moderator.telegram_id, 3)]


async def test_made_up_buttons_are_refused(elder: Someone, liaison: Someone, look: Look) -> None:
    await wishes(elder)
    for data in ("wg:1:0", "wd:1:1", "ww:1", "wt:1", "wk:1:1", "wc:99", "wv:99"):
        await liaison.forges(data)
        assert "这个心愿已经不在了" in await liaison.reads(), data
    assert look("SELECT state FROM wishes") == [("open",)]


async def test_a_moderator_takes_an_unfitting_wish_down_for_a_reason(
    town: Neighbourhood, elder: Someone, moderator: Someone, liaison: Someone
) -> None:
    await wishes(elder, "低价卖保健品")
    await liaison.says("/takedown 1 不合适")
    assert "撤下了" not in await liaison.reads()
    assert "保健品" in await card(town, elder)
    await moderator.says("/takedown 1")
    assert "例如写：/takedown 5" in await moderator.reads()
    await moderator.says("/wishes")
    assert "/takedown 5" in await moderator.reads()
    await moderator.says("/takedown 1 这里不做买卖")
    assert "心愿#W1撤下了" in await moderator.reads()
    assert "原因：这里不做买卖" in await elder.reads()
    assert "保健品" not in await card(town, elder)


async def test_a_wish_that_was_taken_down_waits_for_no_thanks(
    elder: Someone, moderator: Someone, liaison: Someone
) -> None:
    await wishes(elder)
    await liaison.taps_in_group("我来认领")
    await elder.taps("心愿实现了")
    await elder.taps("写句谢谢")
    await moderator.says("/takedown W1 不合适")
    await elder.says("谢谢小陈")
    assert "心愿1号已经办完或收回" in await elder.reads()
    await elder.says("3号楼2单元的路灯不亮")
    assert "您说：3号楼2单元的路灯不亮" in await elder.reads()


async def test_at_night_nobody_is_disturbed_and_who_acts_is_answered(
    elder: Someone, liaison: Someone, clock: Clock
) -> None:
    await wishes(elder)
    await clock.passes(hours=13)  # 11 at night
    await liaison.taps_in_group("我来认领")
    assert "请到3号楼2单元502室" in await liaison.reads()
    assert "陈建国" not in await elder.reads()
    await clock.passes(hours=9)
    assert "陈建国" in await elder.reads()


async def test_an_old_way_out_of_the_queue_does_not_give_up_a_newer_place(
    elder: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    await wishes(elder)
    await liaison.taps_in_group("我来认领")
    await moderator.taps_in_group("我来认领")
    old = (await moderator.screen())["messages"][-1]["message_id"]
    await moderator.taps("不排了")
    await moderator.taps("不排了", message_id=old)
    assert "好的，不排了" in await moderator.reads()
    await moderator.taps_in_group("我来认领")
    await moderator.taps("不排了", message_id=old)
    assert "后来有了变化" in await moderator.reads()
    assert look("SELECT telegram_id FROM wish_queue") == [(moderator.telegram_id,)]
