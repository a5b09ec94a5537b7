"""An evening as those who come to it meet it."""

from tests.floor.evening import LAMPS, LIFT, add, checks_in, comes_to, evening, opens
from tests.neighbours import Clock, Look, Neighbourhood, Someone


async def test_an_evening_from_its_opening_to_its_end(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, elder: Someone, supervisor: Someone,
    look: Look,
) -> None:  # fmt: skip
    await evening(town, clock, [moderator, liaison, elder], LIFT, LAMPS)
    assert "谁主持，请点这里开会" in await moderator.reads()
    code = await opens(moderator)
    await three_come(code, elder, supervisor, moderator)
    board = (await liaison.screen(town.group))["messages"][-1]["text"]
    assert board == "议事日正在开会\n到会3人，代表2/3，够法定人数。"

    await decides(moderator, f"签到码 {code}\n到会3人，代表2/3，够法定人数。\n其中线上1人。")
    assert look("SELECT step, outcome FROM agenda_items ORDER BY id") == [("published", "adopted"), ("reviewing", None)]
    board = (await liaison.screen(town.group))["messages"][-1]["text"]
    assert f"第1项：{LIFT}\n赞成2，反对0，弃权0：通过。" in board

    await moderator.taps("散会")
    assert await moderator.reads() == "散会吗？还有1项没议到，可以改天再排。"
    await moderator.taps("散会")
    assert "散会了，到会3人。\n近一年2次议事日，开成1次，50%。" in await moderator.reads()
    assert look("SELECT step, sitting_id FROM agenda_items WHERE id = 2") == [("reviewing", None)]
    board = (await liaison.screen(town.group))["messages"][-1]["text"]
    assert board.startswith("12月2日 星期三议事日结束了\n到会3人，谢谢大家来。")
    await elder.says("签到")
    assert await elder.reads() == "现在没有开会。开会后才能签到。"


async def three_come(code: str, elder: Someone, supervisor: Someone, chair: Someone) -> None:
    """By the digits in the room, from afar, and by a command."""
    assert (len(code), code.isdigit()) == (4, True)
    await elder.says("签到")
    assert await elder.reads() == "请输入黑板上的4位签到码。"
    await elder.says(code)
    assert await elder.reads() == "签到好了，现场参加。\n到会1人，代表1/3，还差1人。"
    await supervisor.taps_in_group("线上签到")
    assert await supervisor.reads_in_group() == "签到好了，线上参加。\n到会2人，代表1/3，还差1人。"
    await checks_in(code, chair)


async def decides(moderator: Someone, desk: str) -> None:
    """The first item: two are for it."""
    await moderator.says("/chair")
    assert desk in await moderator.reads()
    await moderator.taps(f"开始议：{LIFT}")
    assert f"正在议第1项：{LIFT}（可以表决）" in await moderator.reads()
    await moderator.taps("数票记结果")
    assert await moderator.reads() == f"{LIFT}\n有几人赞成？\n点一下或输入人数，最多2。"
    await moderator.taps("2人")
    await moderator.taps("0人")
    await moderator.says("0")
    assert await moderator.reads() == "赞成2，反对0，弃权0：通过。\n赞成多于反对就通过，一样多不通过。\n对吗？"
    await moderator.taps("对，记下")
    assert "点“结束这一项”后生效" in await moderator.reads()
    await moderator.taps("结束这一项")


async def test_whoever_types_other_digits_may_try_five_times_and_then_checks_in_by_the_button(
    town: Neighbourhood, clock: Clock, moderator: Someone, elder: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator])
    code = await opens(moderator)
    wrong = f"{(int(code) + 1) % 10_000:04}"
    await elder.says("签到")
    await elder.says("在哪里看")
    assert await elder.reads() == "请输入4位数字，比如0815。"
    for left in (4, 3, 2, 1):
        await elder.says(wrong)
        assert await elder.reads() == f"签到码不对。请看黑板再输一次，还能试{left}次。"
    await elder.says(wrong)
    assert await elder.reads() == "签到码不对。请点下面的按钮签到，一样算数。"
    await elder.says(code)
    assert await elder.reads() == "试的次数用完了。请点下面的按钮签到，一样算数。"
    await elder.taps("我不在现场，线上参加")
    assert "签到好了，线上参加。" in await elder.reads()
    assert look("SELECT telegram_id, origin FROM floor_check_ins") == [(elder.telegram_id, "remote")]
    assert look("SELECT wrong FROM floor_tries") == [(5,)]


async def test_who_checks_in_twice_counts_once_and_the_first_origin_stays(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await evening(town, clock, [liaison])
    code = await opens(moderator)
    await liaison.starts(f"here-{code}")
    assert "签到好了，现场参加。\n到会1人，代表1/1，够法定人数。" in await liaison.reads()
    await liaison.taps_in_group("线上签到")
    assert "签到好了，现场参加。\n到会1人" in await liaison.reads_in_group()
    await liaison.says("签到")
    assert "签到好了，现场参加。\n到会1人" in await liaison.reads()
    assert look("SELECT telegram_id, origin FROM floor_check_ins") == [(liaison.telegram_id, "on_site")]


async def test_only_who_is_on_the_roll_checks_in(
    town: Neighbourhood, clock: Clock, moderator: Someone, outsider: Someone, tenant: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator])
    code = await opens(moderator)
    await tenant.taps_in_group("线上签到")
    assert "签到好了" not in await tenant.reads_in_group()
    await outsider.says(f"/here {code}")
    assert "签到好了" not in await outsider.reads()
    assert look("SELECT * FROM floor_check_ins") == []


async def test_one_checks_in_half_an_hour_before_at_the_earliest(
    clock: Clock, moderator: Someone, liaison: Someone
) -> None:
    await clock.passes(hours=7, minutes=29)
    code = await opens(moderator)
    await liaison.taps_in_group("线上签到")
    assert await liaison.reads_in_group() == "下午6点30分开始签到，请等一等。"
    await clock.passes(hours=1, minutes=1)
    await checks_in(code, liaison)


async def test_without_a_quorum_an_item_is_talked_about_until_enough_have_come(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator, liaison], LIFT)
    code = await opens(moderator)
    await checks_in(code, moderator)
    await moderator.says("/chair")
    await moderator.taps(f"开始议：{LIFT}")
    assert f"正在议第1项：{LIFT}（只讨论：人数还不够）" in await moderator.reads()
    assert "数票记结果" not in await moderator.buttons()
    await checks_in(code, liaison)
    await moderator.taps("看看现在情况")
    await moderator.taps("人够了，可以表决")
    assert f"正在议第1项：{LIFT}（可以表决）" in await moderator.reads()
    await moderator.taps("结束这一项")
    assert f"“{LIFT}”还没有记结果。现在结束就改天再议。" in await moderator.reads()
    await moderator.taps("不记结果，结束")
    assert look("SELECT step, sitting_id FROM agenda_items") == [("reviewing", None)]
    assert look("SELECT voted, talk_only, outcome FROM floor_treated") == [(1, None, None)]


async def test_what_stands_on_no_agenda_is_talked_about_only(
    town: Neighbourhood, clock: Clock, moderator: Someone, elder: Someone, look: Look
) -> None:
    await town.running.town.do(add, None, LAMPS)
    await evening(town, clock, [moderator])
    await checks_in(await opens(moderator), moderator)
    await moderator.says("/chair")
    await moderator.taps("议别的事")
    assert "其他事项只讨论，不表决。议哪一件？" in await moderator.reads()
    await moderator.taps(f"开始议：{LAMPS}")
    assert f"正在议第1项：{LAMPS}（只讨论：不在这次议程上）" in await moderator.reads()
    await moderator.taps("结束这一项")
    await moderator.taps("散会")
    await moderator.taps("散会")
    assert look("SELECT step FROM agenda_items") == [("reviewing",)]
    assert f"“{LAMPS}”在议事日上谈过了，只讨论：不在这次议程上。" in await elder.reads()
    board = (await moderator.screen(town.group))["messages"][-1]["text"]
    assert f"第1项：{LAMPS}，讨论过了" in board


async def test_a_tie_does_not_adopt_and_can_be_counted_again_until_the_item_is_closed(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await evening(town, clock, [moderator, liaison], LIFT)
    await checks_in(await opens(moderator), moderator, liaison)
    await moderator.says("/chair")
    await moderator.taps(f"开始议：{LIFT}")
    await moderator.taps("数票记结果")
    await moderator.says("3")
    assert await moderator.reads() == "一共3票，可是在场能表决的只有2人。请重新数。"
    for number in ("1", "很多", "1", "0"):
        await moderator.says(number)
    assert "赞成1，反对1，弃权0：没有通过。" in await moderator.reads()
    await moderator.says("好")
    assert "对吗？" in await moderator.reads()
    await moderator.taps("对，记下")
    await moderator.taps("重新数票")
    for number in ("2", "0", "0"):
        await moderator.says(number)
    await moderator.taps("对，记下")
    assert look("SELECT step, outcome FROM agenda_items") == [("resolving", None)]
    await moderator.taps("结束这一项")
    assert look("SELECT step, outcome FROM agenda_items") == [("published", "adopted")]
    assert look("SELECT yes, no, abstained, outcome FROM floor_treated") == [(2, 0, 0, "adopted")]
    await moderator.taps("重新数票")
    assert await moderator.reads() == "现在不在议这一项。"


async def test_who_only_taps_is_asked_and_checks_in_by_one_tap(
    town: Neighbourhood, clock: Clock, moderator: Someone, elder: Someone, liaison: Someone, look: Look
) -> None:
    await town.running.town.do(comes_to, None, elder.telegram_id)
    await evening(town, clock, [moderator])
    await opens(moderator)
    await clock.passes(minutes=1)
    assert "议事日开会了。请签到，在现场、在线上都算。" in await elder.reads()
    assert "议事日开会了。请签到" not in await liaison.reads()
    await elder.taps("我不在现场，线上参加")
    assert "签到好了，线上参加。" in await elder.reads()
    await clock.passes(minutes=5)
    assert look("SELECT count(*) FROM outbox WHERE cause LIKE 'floor-2-come-%'") == [(2,)]
