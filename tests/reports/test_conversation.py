"""What the main group and those who may see figures read of how concerns are seen to."""

from tests.concerns.test_conversation import finished, reported
from tests.groups.test_set_up import of_moderator
from tests.neighbours import Clock, Look, Neighbourhood, Someone

LAMP = "3号楼2单元的路灯不亮"
TROUBLES = (LAMP, "3号楼2单元的电梯坏了", "3号楼2单元夜里噪音大")


def boards(look: Look) -> list[tuple[int | None]]:
    return list(look("SELECT message_id FROM boards WHERE name = 'overdue'"))


async def board(town: Neighbourhood, look: Look, reader: Someone) -> str:
    """The overdue board as it stands in the group."""
    [(message,)] = boards(look)
    shown = (await reader.screen(town.group))["messages"]
    return next(str(one["text"]) for one in shown if one.get("message_id") == message)


async def test_nothing_overdue_begins_no_board(elder: Someone, clock: Clock, look: Look) -> None:
    await clock.passes(days=1)
    await reported(elder, LAMP)
    await clock.passes(hours=1)
    assert boards(look) == []


async def test_what_waits_too_long_stands_on_one_board_without_names_and_words(
    town: Neighbourhood, elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    number = await reported(elder, LAMP)
    await clock.passes(hours=24, seconds=1)
    shown = await board(town, look, moderator)
    assert shown.splitlines()[:3] == [
        "超时的诉求",
        "还在办的有1件，其中1件过了说好的时间：",
        f"#{number} 照明，3号楼：11月26日 星期四起超时",
    ]
    assert "王秀英" not in shown
    assert "不亮" not in shown
    [before] = boards(look)
    await moderator.says(f"/reply {number} 今天就去看")
    await clock.passes(seconds=5)
    assert (await board(town, look, moderator)).startswith("没有超时的诉求。\n还在办的有1件。")
    assert boards(look) == [before]  # edited in place


async def test_the_board_is_written_anew_each_morning(
    town: Neighbourhood, elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await reported(elder, LAMP)
    await clock.passes(hours=24, seconds=1)
    await clock.passes(hours=22, minutes=31)
    assert "11月27日 星期五 上午8点31分更新" in await board(town, look, moderator)


async def test_many_things_at_once_are_one_edit(
    town: Neighbourhood, elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    for what in TROUBLES:
        await reported(elder, what)
    await clock.passes(hours=25)
    assert "其中3件" in await board(town, look, moderator)
    sent = [call for call in await town.log("sendMessage") if "超时的诉求" in call["params"]["text"]]
    assert len(sent) == 1


async def test_the_week_is_told_of_on_its_day_and_hour(
    elder: Someone, liaison: Someone, moderator: Someone, clock: Clock
) -> None:
    await reported(elder, LAMP)
    await reported(liaison, "3号楼1单元的路灯不亮")
    await finished(moderator, "灯泡换好了")
    await liaison.taps("解决了")
    await clock.passes(days=4, hours=22, minutes=55)
    assert "一周诉求" not in await moderator.reads_in_group()
    await clock.passes(minutes=10)
    told = await moderator.reads_in_group()
    assert "一周诉求：11月23日 星期一 到 11月30日 星期一" in told
    assert "新反映2件，办结1件，还在办1件。" in told
    assert "按时答复：2件里1件，50%" in told
    assert "居民确认解决：1件里1件，100%" in told
    assert "2026年10月里，居民满意：没有可算的" in told


async def test_after_a_week_without_the_bot_it_comes_late_and_once(
    town: Neighbourhood, moderator: Someone, clock: Clock, look: Look
) -> None:
    await clock.passes(days=8)
    assert "一周诉求：11月23日 星期一 到 11月30日 星期一" in await moderator.reads_in_group()
    await clock.passes(days=-7)
    await clock.passes(days=7)
    await clock.passes(days=3)
    causes = [cause for (cause,) in look("SELECT cause FROM outbox WHERE cause LIKE 'digest-%'")]
    assert causes == ["digest-1-2026-11-30"]
    await clock.passes(days=24)  # several at once: the newest
    causes = [cause for (cause,) in look("SELECT cause FROM outbox WHERE cause LIKE 'digest-%'")]
    assert causes == ["digest-1-2026-11-30", "digest-1-2026-12-28"]
    assert len([call for call in await town.log("sendMessage") if "一周诉求" in call["params"]["text"]]) == 2


async def test_the_ten_of_the_month_count_households_not_messages(
    elder: Someone, liaison: Someone, moderator: Someone, clock: Clock
) -> None:
    for what in TROUBLES:
        await reported(elder, what)
    fourth = await reported(liaison, "3号楼1单元的垃圾没人收")
    await moderator.says("/concern 3号楼1单元的垃圾没人收")
    await moderator.taps("是，我也遇到了")
    await clock.passes(days=6)
    told = await moderator.reads_in_group()
    assert "2026年12月：大家最关心的10件事" in told
    ranks = [line for line in told.splitlines() if line.startswith("第")]
    assert ranks[0].startswith(f"第1位 #{fourth} 垃圾，3号楼：2户。")
    assert [line.split()[1] for line in ranks] == ["#4", "#1", "#2", "#3"]
    assert "王秀英" not in told


async def test_they_stay_as_they_were_and_show_how_things_are(
    elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    number = await reported(elder, LAMP)
    await elder.says("/topten")
    assert "2026年11月还没有排出来。每月1号排一次。" in await elder.reads()
    await clock.passes(days=6)
    await elder.says("/topten")
    assert await elder.reads() == f"第1位 #{number} 照明，3号楼：1户。还没有人负责，等答复。"
    await moderator.taps("认领")
    await finished(moderator, "灯泡换好了")
    await elder.taps("解决了")
    later = await reported(elder, LAMP)
    await elder.says("/topten")
    assert await elder.reads() == f"第1位 #{number} 照明，3号楼：1户。管理员负责，已解决。"
    await clock.passes(days=31)
    await moderator.says("/topten")
    assert f"#{later}" in await moderator.reads()
    await moderator.taps("看上个月")
    assert "2026年12月" in await moderator.reads()
    assert f"#{number}" in await moderator.reads()
    assert look("SELECT month, rank FROM top_ten ORDER BY month") == [("2026-12-01", 1), ("2027-01-01", 1)]


async def test_the_ten_are_chosen_once_however_the_clock_jumps(
    town: Neighbourhood, elder: Someone, clock: Clock, look: Look
) -> None:
    await reported(elder, LAMP)
    await clock.passes(days=8)
    await clock.passes(days=-5)
    await reported(elder, LAMP)
    await clock.passes(days=5)
    assert look("SELECT month, rank FROM top_ten ORDER BY month") == [("2026-12-01", 1)]
    assert len([call for call in await town.log("sendMessage") if "大家最关心" in call["params"]["text"]]) == 1


async def test_who_does_not_live_here_reads_no_list(
    elder: Someone, supervisor: Someone, guide: Someone, outsider: Someone, clock: Clock
) -> None:
    await reported(elder, LAMP)
    await clock.passes(days=6)
    await outsider.starts()
    await outsider.says("/topten")
    assert "第1位" not in await outsider.reads()
    await supervisor.says("/topten")
    assert "第1位 #1 照明" in await supervisor.reads()
    await guide.starts()
    await guide.taps("Ordinary")
    await guide.taps("I agree")
    await guide.says("/topten")
    assert "1. #1 Lighting, No. 3: 1 households" in await guide.reads()


async def test_the_liaisons_group_has_the_board_too(
    town: Neighbourhood, elder: Someone, moderator: Someone, clock: Clock
) -> None:
    group = await of_moderator(town, "联络员")
    await moderator.says("/setup", chat=group)
    await moderator.taps("联络员群", chat=group)
    number = await reported(elder, LAMP)
    await clock.passes(hours=48)
    shown = [message.get("text", "") for message in (await moderator.screen(group))["messages"]]
    assert [text for text in shown if "超时的诉求" in text and f"#{number} 照明" in text]
