"""Moderators thank with points: in the group, in private, within their day's cap; and everybody reads how much."""

from datetime import timedelta

import pytest

from tests.neighbours import Clock, Look, Neighbourhood, Someone

TOTAL = "SELECT sum(balance) FROM points_accounts"


async def test_a_moderator_answers_a_message_with_points(moderator: Someone, liaison: Someone, look: Look) -> None:
    said = await liaison.says_in_group("今天我把楼道扫了")
    await moderator.says_in_group("/award 5 扫楼道", reply_to=said)
    assert "给陈建国加了5分。今天您还可以给45分。" in await moderator.reads_in_group()
    assert "给您加5分：扫楼道。林芳说谢谢您。现在共5分。" in await liaison.reads()
    assert "5分" not in await liaison.reads_in_group()
    assert look(TOTAL) == [(0,)]


async def test_by_name_and_who_has_no_phone_earns_for_the_household(
    moderator: Someone, elder: Someone, look: Look
) -> None:
    await moderator.says("/award @赵敏 5 照看花坛")
    await pick_if_several(moderator, "7-3-802 赵敏")
    assert "给赵敏加了5分" in await moderator.reads()
    home = look(
        "SELECT building, room, balance FROM points_accounts JOIN households ON holder = households.id"
        " WHERE kind = 'household'"
    )
    assert home == [(7, "802", 5)]
    await moderator.says("/award 王秀英 3 教大家唱歌")
    await pick_if_several(moderator, "3-2-502 王秀英")
    assert "给王秀英加了3分" in await moderator.reads()
    assert "给您加3分：教大家唱歌。林芳说谢谢您。现在共3分。" in await elder.reads()


async def pick_if_several(who: Someone, label: str) -> None:
    if "有几位同名" in await who.reads():
        await who.taps(label)


async def test_from_a_list_one_thing_after_the_other(moderator: Someone, liaison: Someone, look: Look) -> None:
    await moderator.says("/award")
    await moderator.taps("3号楼")
    await moderator.taps("3-1-102 陈建国")
    assert "给陈建国多少分？今天您还可以给50分。" in await moderator.reads()
    await moderator.taps("2分")
    assert "为什么？请写一句" in await moderator.reads()
    await moderator.says("帮忙  搬桌子")
    assert "给陈建国加了2分。今天您还可以给48分。" in await moderator.reads()
    assert "给您加2分：帮忙 搬桌子。" in await liaison.reads()
    await moderator.taps("2分")  # an old button
    assert "已经给过" in await moderator.reads()
    assert look("SELECT count(*) FROM points_entries WHERE rule = 'award'") == [(1,)]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("/award 陈建国 11 很多", "一次可以给1到10分"),
        ("/award 陈建国 0 没有", "给陈建国多少分"),
        ("/award 陈建国 5 " + "谢" * 61, "最多60个字"),
        ("/award 没有这个人 5 谢谢", "名册上没有叫没有这个人的"),
    ],
)
async def test_what_cannot_be_given_is_said(moderator: Someone, look: Look, words: str, answer: str) -> None:
    await moderator.says(words)
    await pick_if_several(moderator, "3-1-102 陈建国")
    assert answer in await moderator.reads()
    assert look("SELECT count(*) FROM points_entries") == [(0,)]


async def test_nobody_thanks_themselves_and_only_moderators_do(
    moderator: Someone, liaison: Someone, look: Look
) -> None:
    said = await moderator.says_in_group("今天天气好")
    await moderator.says_in_group("/award 5 天气好", reply_to=said)
    assert "不能给自己或自家" in await moderator.reads_in_group()
    await liaison.says_in_group("/award 5 天气好", reply_to=said)
    assert "管理员" in await liaison.reads_in_group()
    await moderator.says_in_group("/award 5")
    assert "在群里：回复对方的消息" in await moderator.reads_in_group()
    assert look("SELECT count(*) FROM points_entries") == [(0,)]


async def test_a_moderator_gives_so_much_a_day_until_midnight(
    moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    said = await liaison.says_in_group("在")
    people = [
        row[0] for row in look("SELECT min(id) FROM residents WHERE household_id > 900 GROUP BY household_id LIMIT 5")
    ]
    for person in people:
        await moderator.forges(f"ot::{person}")
        await moderator.taps("10分")
        await moderator.says("大扫除")
    assert "今天您还可以给0分" in await moderator.reads()
    await moderator.says_in_group("/award 1 还有你", reply_to=said)
    assert "今天您最多还可以给0分" in await moderator.reads_in_group()
    midnight = (await clock.now()).replace(hour=16, minute=0, second=0, microsecond=0)  # in Shanghai
    await clock.passes(seconds=(midnight - await clock.now() - timedelta(seconds=30)).total_seconds())
    await moderator.says_in_group("/award 1 还有你", reply_to=said)
    assert "今天您最多还可以给0分" in await moderator.reads_in_group()
    await clock.passes(seconds=30)
    await moderator.says_in_group("/award 1 还有你", reply_to=said)
    assert "给陈建国加了1分。今天您还可以给49分。" in await moderator.reads_in_group()


async def test_a_mistake_is_taken_back_and_both_lines_stay(moderator: Someone, liaison: Someone, look: Look) -> None:
    await moderator.says("/award 陈建国 4 浇花")
    await pick_if_several(moderator, "3-1-102 陈建国")
    await moderator.taps("给错了，收回")
    assert "收回这4分吗" in await moderator.reads()
    await moderator.taps("收回积分")
    assert "收回了4分" in await moderator.reads()
    assert "更正：之前记错了，减4分。" in await liaison.reads()
    await moderator.taps("收回积分")
    assert "已经更正过了" in await moderator.reads()
    await liaison.says("/points")
    assert "更正，-4" in await liaison.reads()
    assert "管理员感谢（浇花），+4" in await liaison.reads()
    [(number,)] = look("SELECT id FROM points_entries WHERE rule = 'award'")
    await liaison.says(f"/takeback {number} 不给")
    assert "管理员" in await liaison.reads()
    await moderator.says("/takeback")
    assert "例如写：/takeback" in await moderator.reads()


async def test_the_group_reads_every_week_what_each_moderator_gave(
    town: Neighbourhood, moderator: Someone, elder: Someone, clock: Clock
) -> None:
    await moderator.says("/award 陈建国 4 浇花")
    await pick_if_several(moderator, "3-1-102 陈建国")
    await moderator.says("/award 王秀英 3 唱歌")
    await pick_if_several(moderator, "3-2-502 王秀英")
    await clock.passes(days=5)  # over Monday 9 o'clock
    messages = (await elder.screen(town.group))["messages"]
    told = next(m["text"] for m in messages if "上周管理员感谢大家" in m.get("text", ""))
    assert told == "上周管理员感谢大家送出的积分\n林芳：给2人，共7分"
