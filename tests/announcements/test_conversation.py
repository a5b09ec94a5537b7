"""通知: written, looked at, sent, stopped; as those who send it and those who read it meet it."""

from typing import Any

from storage.database import Database
from tests.neighbours import Clock, Look, Neighbourhood, Someone

WATER = (
    "12月3日星期四上午9点到下午5点，3号楼停水检修。"
    "请提前接好水，早上出门前关好水龙头。给您添麻烦了，有急事请打物业电话。"
)


async def joins(guide: Someone) -> None:
    """Who is not on the roll, and reads English."""
    await guide.starts()
    await guide.taps("Ordinary")
    await guide.taps("I agree")


async def writes(moderator: Someone, *to: str, text: str = WATER) -> None:
    """Up to the look at the whole."""
    await moderator.says("/announce")
    assert "这条通知发给谁" in await moderator.reads()
    for button in to:
        await moderator.taps(button)
    await moderator.says(text)


async def test_residents_of_a_building_each_read_it_in_their_own_manner(
    moderator: Someone, elder: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await writes(moderator, "发给几栋楼", "3号楼", "就选这些")
    shown = await moderator.reads()
    assert f"【通知】{WATER}\n——林芳" in shown
    assert "3号楼看到的就是这样，一共2人。什么时候发？" in shown
    await moderator.taps("看长辈版的样子")
    first = await moderator.reads()
    assert len(first) <= 60
    assert first.startswith("【通知】12月3日星期四")

    await moderator.taps("现在发")
    assert await elder.reads() == first  # what was shown before is what is read
    await elder.taps("接着看")
    assert "请提前接好水" in first + await elder.reads()
    assert f"【通知】{WATER}\n——林芳" in await liaison.reads()
    await clock.passes(seconds=6)
    assert "发完了。2人里有2人收到了。" in await moderator.reads()
    assert look("SELECT count(*) FROM outbox WHERE cause LIKE 'announcement-1-%'") == [(2,)]


async def test_the_group_reads_both_languages_and_those_with_a_role_their_own(
    moderator: Someone, guide: Someone
) -> None:
    await joins(guide)
    await writes(moderator, "发到居民群", text="周三晚上7点议事。")
    await moderator.taps("加一段英文")
    await moderator.says("We meet on Wednesday, 7 PM.")
    await moderator.taps("现在发")
    assert "【通知】周三晚上7点议事。\n\nWe meet on Wednesday, 7 PM.\n——林芳" in await moderator.reads_in_group()

    await writes(moderator, "发给有职务的人", "指导员", text="请看材料。")
    await moderator.taps("加一段英文")
    await moderator.says("Please look at the papers.")
    await moderator.taps("看英文的样子")
    assert await moderator.reads() == "Announcement: Please look at the papers.\n– 林芳"
    await moderator.taps("现在发")
    assert (await guide.reads()).endswith("\nAnnouncement: Please look at the papers.\n– 林芳")


async def test_without_an_english_text_everybody_gets_what_was_written(moderator: Someone, guide: Someone) -> None:
    await joins(guide)
    await writes(moderator, "发给有职务的人", "指导员", text="请看材料。")
    await moderator.taps("现在发")
    assert (await guide.reads()).endswith("\nAnnouncement: 请看材料。\n– 林芳")


async def test_one_for_later_waits_and_can_be_stopped(moderator: Someone, elder: Someone, clock: Clock) -> None:
    await writes(moderator, "发给几栋楼", "3号楼", "就选这些")
    await moderator.taps("11月25日 星期三 晚上7点发")
    assert "11月25日 星期三 晚上7点发，一共2人。" in await moderator.reads()
    await clock.passes(hours=8)
    assert "通知" not in await elder.reads()
    await clock.passes(hours=1)
    assert "【通知】12月3日" in await elder.reads()

    await writes(moderator, "发给几栋楼", "3号楼", "就选这些", text="第二条")
    await moderator.says("明天下午3点")
    await moderator.taps("11月26日 星期四 下午3点发")
    await moderator.taps("别再发了")
    assert "停了。2人里有0人收到了。" in await moderator.reads()
    await clock.passes(days=1)
    assert "第二条" not in await elder.reads()


async def test_at_night_it_waits_for_the_morning_unless_it_is_urgent(
    moderator: Someone, elder: Someone, clock: Clock
) -> None:
    await clock.passes(hours=12, minutes=30)  # 22:30
    await writes(moderator, "发给几栋楼", "3号楼", "就选这些", text="明天停水")
    await moderator.taps("11月26日 星期四 上午8点发")
    assert "明天停水" not in await elder.reads()
    await clock.passes(hours=9, minutes=30)
    assert "明天停水" in await elder.reads()

    await clock.passes(hours=14, minutes=30)
    await writes(moderator, "发给几栋楼", "3号楼", "就选这些", text="现在漏气，请关阀门")
    await moderator.taps("急事，马上发")
    assert "现在漏气" in await elder.reads()


async def test_a_second_tap_sends_nothing_again(moderator: Someone, elder: Someone, look: Look) -> None:
    await writes(moderator, "发给几栋楼", "3号楼", "就选这些", text="停水")
    await moderator.taps("现在发")
    assert "停水" in await elder.reads()
    await moderator.taps("现在发")
    await moderator.taps("现在发")
    assert look("SELECT count(*) FROM announcements") == [(1,)]
    assert (await town_messages(elder)).count("【通知】停水") == 1


async def test_who_does_not_have_it_is_told_by_reason(moderator: Someone, elder: Someone, clock: Clock) -> None:
    await elder.blocks()
    await writes(moderator, "发给几栋楼", "3号楼", "就选这些", text="停水")
    await moderator.taps("现在发")
    await clock.passes(seconds=6)
    assert "发完了。2人里有1人收到了。" in await moderator.reads()
    await moderator.taps("看谁没收到")
    assert await moderator.reads() == "1人把我拉黑了。"

    await writes(moderator, "发给有职务的人", "指导员", text="请看材料。")
    await moderator.taps("现在发")
    await clock.passes(seconds=6)
    await moderator.taps("看谁没收到")
    assert await moderator.reads() == "1人还没有打开过和我的聊天。"


async def test_only_those_who_run_it_announce_and_only_readers_read(
    moderator: Someone, liaison: Someone, supervisor: Someone
) -> None:
    await liaison.says("/announce")
    assert "这件事由管理员" in await liaison.reads()
    await writes(moderator, "发给有职务的人", "楼栋联络员", text="联络员请到活动室。")
    await moderator.taps("现在发")
    await supervisor.forges("gjn:1:0")
    assert "不是发给您的" in await supervisor.reads()
    await liaison.forges("gjo:1")
    assert "停了" not in await liaison.reads()


async def test_it_is_dropped_and_a_stale_button_says_so(moderator: Someone, look: Look) -> None:
    await writes(moderator, "发到居民群", text="停水")
    await moderator.taps("不发了")
    assert "好，不发了" in await moderator.reads()
    await moderator.taps("现在发")
    assert "之前已经发了，或者不要了" in await moderator.reads()
    assert look("SELECT count(*) FROM announcements") == [(0,)]


async def town_messages(someone: Someone) -> str:
    return "\n".join(message.get("text", "") for message in (await someone.screen())["messages"])


async def test_how_far_it_is_stands_in_one_line_that_is_edited_every_few_seconds(
    town: Neighbourhood, moderator: Someone, clock: Clock, database: Database
) -> None:
    engine = database.engine()
    with engine.begin() as run:  # 200 neighbours who have never started the bot
        run.exec_driver_sql("UPDATE residents SET telegram_id = 7000000 + id WHERE telegram_id IS NULL AND id < 220")
    engine.dispose()
    await writes(moderator, "发给已加入的居民", text="停水")
    began = await clock.now()
    await moderator.taps("现在发")
    await clock.passes(seconds=10)
    lines = [call for call in await town.log() if _shows_progress(call, moderator)]
    sent = [call for call in lines if call["method"].lower() == "sendmessage"]
    edits = [call for call in lines if call["method"].lower() == "editmessagetext"]
    assert len(sent) == 1
    assert 1 <= len(edits) <= ((await clock.now()) - began).total_seconds() / 5 + 2
    assert any("大约还要1分钟" in call["params"]["text"] for call in edits)
    assert "发完了。" in edits[-1]["params"]["text"]
    await moderator.taps("看谁没收到")
    assert "人还没有打开过和我的聊天。" in await moderator.reads()


def _shows_progress(call: dict[str, Any], moderator: Someone) -> bool:
    params = call["params"]
    text = str(params.get("text", ""))
    return str(params.get("chat_id")) == str(moderator.telegram_id) and text.startswith(("发了", "发完了"))
