"""吵起来了: slow mode, a pause, a message taken out. Everybody sees the rule; nothing is lost, all can be undone."""

import pytest

from tests.neighbours import Clock, Neighbourhood, Someone

GRUMBLE = "你们物业就是一群骗子，电话13800001234"


@pytest.fixture
async def neighbour(town: Neighbourhood) -> Someone:
    """老吴 lives here, and has never written to the bot."""
    person = await town.newcomer("lao_wu", "老吴")
    await town.playground.post(f"chats/{town.group}/members", who="lao_wu", status="member")
    return person


async def may_speak(person: Someone, text: str = "再说一句") -> bool:
    try:
        await person.says_in_group(text)
    except AssertionError:
        return False
    return True


async def test_slow_mode_by_one_line_is_announced_enforced_and_ends_by_itself(
    moderator: Someone, elder: Someone, liaison: Someone, clock: Clock
) -> None:
    await moderator.says_in_group("/slow 5 30 3 大家抢着说")
    shown = await elder.reads_in_group()
    assert "慢聊（第1号措施）：每人每5分钟发一条，到11月25日 星期三 上午10点30分" in shown
    assert "由林芳发起" in shown
    assert "群规第3条：一件事说一遍，给别人留位置。" in shown
    assert "原因：大家抢着说" in shown

    await liaison.says_in_group("我先说一句")
    assert "慢聊" not in await liaison.reads()
    await liaison.says_in_group("我再说一句")
    assert "每人每5分钟发一条。您刚才那条留着" in await liaison.reads()
    assert not await may_speak(liaison)
    await clock.passes(minutes=5)
    assert await may_speak(liaison)

    await clock.passes(minutes=30)
    assert "慢聊结束了（第1号措施）" in await elder.reads_in_group()
    assert await may_speak(liaison)
    assert await may_speak(liaison)


async def test_slow_mode_by_buttons(moderator: Someone, elder: Someone) -> None:
    await moderator.says_in_group("/slow")
    for button in ("3分钟", "1小时", "群规第1条：对事不对人，不说伤人的话。"):
        await moderator.taps_in_group(button)
    assert "好了：慢聊，第1号措施，依据群规第1条" in await moderator.reads_in_group()
    assert "每人每3分钟发一条" in await elder.reads_in_group()
    await moderator.says_in_group("/slow 1 30 1")
    assert "已经在慢聊了：第1号措施" in await moderator.reads_in_group()
    await moderator.taps_in_group("撤销")
    assert "林芳撤销了第1号措施" in await elder.reads_in_group()


async def test_who_never_wrote_to_the_bot_reads_it_in_the_group(moderator: Someone, neighbour: Someone) -> None:
    await moderator.says_in_group("/slow 5 30 3")
    await neighbour.says_in_group("一")
    await neighbour.says_in_group("二")
    assert "慢聊中（第1号措施，群规第3条）：每人每5分钟发一条，请等一等再发。" in await neighbour.reads_in_group()


async def test_undoing_slow_mode_lets_those_speak_who_are_held_back(moderator: Someone, liaison: Someone) -> None:
    await moderator.says_in_group("/slow 10 30 3")
    await liaison.says_in_group("一")
    await liaison.says_in_group("二")
    assert not await may_speak(liaison)
    await moderator.taps_in_group("撤销")
    assert await may_speak(liaison)


async def test_a_pause_names_its_rule_and_ends_by_itself(
    moderator: Someone, liaison: Someone, elder: Someone, clock: Clock
) -> None:
    said = await liaison.says_in_group(GRUMBLE)
    await moderator.says_in_group("/cooldown", reply_to=said)
    await moderator.taps_in_group("10分钟")
    await moderator.taps_in_group("群规第1条：对事不对人，不说伤人的话。")
    assert "好了：暂停发言，第1号措施" in await moderator.reads_in_group()
    shown = await liaison.reads()
    assert "请您在群里先歇一歇" in shown
    assert "由林芳提出（第1号措施）" in shown
    assert "群规第1条" in shown
    assert "陈建国" not in (await elder.reads_in_group()).split("第1号措施")[-1]
    assert not await may_speak(liaison)
    await clock.passes(minutes=11)
    assert "您可以在群里发言了" in await liaison.reads()
    assert await may_speak(liaison)


async def test_a_removed_message_is_kept_shown_to_its_author_logged_and_can_come_back(
    moderator: Someone, liaison: Someone, elder: Someone, town: Neighbourhood
) -> None:
    said = await liaison.says_in_group(GRUMBLE)
    await moderator.says_in_group("/remove 2", reply_to=said)
    messages = (await elder.screen(town.group))["messages"]
    assert [one for one in messages if one.get("text") == GRUMBLE] == []
    assert "有一条消息被移出了群（第1号措施），原文保留着" in await elder.reads_in_group()
    assert GRUMBLE in await liaison.reads()
    assert "群规第2条" in await liaison.reads()

    await moderator.says("/log")
    assert "林芳（管理员、系统管理员）：在群里采取了措施 #1" in await moderator.reads()
    await moderator.says("/measures")
    await moderator.taps("第1号：移出消息，群规第2条")
    shown = await moderator.reads()
    assert f"原文：{GRUMBLE}" in shown
    assert "涉及：陈建国" in shown
    await moderator.taps("撤销")
    assert f"陈建国原来写的是：{GRUMBLE}" in await elder.reads_in_group()
    await moderator.says("/measures")
    assert "第1号：移出消息，群规第2条（已撤销）" in await moderator.buttons()
    await moderator.says("/log")
    assert "撤销了群里的措施 #1" in await moderator.reads()


async def test_a_photo_comes_back_as_a_photo(moderator: Someone, liaison: Someone, town: Neighbourhood) -> None:
    await liaison.sends("photo", chat=town.group, caption="看看这个")
    photo = (await liaison.screen(town.group))["messages"][-1]["message_id"]
    await moderator.says_in_group("/remove 2", reply_to=photo)
    await moderator.taps_in_group("撤销")
    assert [call["params"]["photo"] for call in await town.log("sendPhoto")]


async def test_only_who_moderates_talk_may(liaison: Someone, moderator: Someone) -> None:
    said = await moderator.says_in_group("早")
    for command in ("/slow 5 30 3", "/cooldown 10 1", "/remove 2"):
        await liaison.says_in_group(command, reply_to=said)
        assert "好了" not in await liaison.reads_in_group()
    await liaison.says("/measures")
    assert "措施，最近的在前" not in await liaison.reads()


async def test_an_administrator_cannot_be_held_back(moderator: Someone, town: Neighbourhood, liaison: Someone) -> None:
    await town.playground.post(f"chats/{town.group}/members", who="uncle_chen", status="administrator")
    said = await liaison.says_in_group("早")
    await moderator.says_in_group("/cooldown 10 1", reply_to=said)
    assert "群管理员不能被暂停发言" in await moderator.reads_in_group()


async def test_what_the_bot_may_not_do_it_says(moderator: Someone, town: Neighbourhood, liaison: Someone) -> None:
    await town.playground.post(f"chats/{town.group}/bot", status="member")
    said = await liaison.says_in_group("早")
    await moderator.says_in_group("/remove 2", reply_to=said)
    assert "我在这个群里没有“删除消息”的权限" in await moderator.reads()
    await moderator.says_in_group("/slow 5 30 3")
    assert "我在这个群里没有“限制成员”的权限" in await moderator.reads()


async def test_a_rule_that_is_none_and_too_many_minutes_are_said(moderator: Someone, liaison: Someone) -> None:
    said = await liaison.says_in_group("早")
    await moderator.says_in_group("/remove 7", reply_to=said)
    assert "群规有第1条到第6条" in await moderator.reads_in_group()
    await moderator.says_in_group("/slow 61 30 3")
    assert "间隔1到60" in await moderator.reads_in_group()


async def test_a_command_that_comes_twice_is_one_measure(moderator: Someone, town: Neighbourhood) -> None:
    await town.playground.post("faults", kind="repeat", count=10_000)
    await moderator.says_in_group("/slow 5 30 3")
    await moderator.says("/measures")
    assert {one for one in await moderator.buttons() if one.startswith("第")} == {"第1号：慢聊，群规第3条"}


async def test_who_has_to_wait_less_than_a_minute_is_only_told(moderator: Someone, liaison: Someone) -> None:
    """Telegram would take what ends within half a minute as for ever."""
    await moderator.says_in_group("/slow 1 30 3")
    await liaison.says_in_group("一")
    await liaison.says_in_group("二")
    assert "每人每1分钟发一条" in await liaison.reads()
    assert await may_speak(liaison)
    assert "慢聊" not in await liaison.reads()  # once for each turn
