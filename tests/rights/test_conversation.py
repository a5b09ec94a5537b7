"""One's own data: seeing it, correcting it, having it deleted, as residents meet it."""

import json
from typing import Any

import pytest

from bot.kit.people import Reader
from bot.rights import service
from bot.roles.model import NotAllowed
from tests.concerns.test_conversation import reported
from tests.neighbours import Clock, Look, Neighbourhood, Someone

LAMP = "3号楼2单元的路灯不亮"


async def read_to_the_end(who: Someone) -> str:
    """All successive screens."""
    text = await who.reads()
    while (await who.buttons())[0] == "接着看":
        await who.taps("接着看")
        text += "\n" + await who.reads()
    return text


async def asks_deletion(who: Someone) -> None:
    await who.says("/deleteme")
    await read_to_the_end(who)
    await who.taps("删除我的资料")


async def file_of(town: Neighbourhood, who: Someone) -> Any:
    document = next(m["document"] for m in reversed((await who.screen())["messages"]) if "document" in m)
    assert document["file_name"] == "我的资料.json"
    bot = town.running.bot
    content = await bot.download(document["file_id"])
    assert content is not None
    return json.loads(content.read())


async def test_an_older_resident_reads_what_is_kept(elder: Someone) -> None:
    await reported(elder, LAMP)
    await elder.says("/mydata")
    read = await read_to_the_end(elder)
    for kept in ("王秀英", "3号楼，2单元，502室", "60岁以上", LAMP, "1号"):
        assert kept in read


async def test_the_file_has_everything_of_ones_own_and_nothing_of_others(
    town: Neighbourhood, elder: Someone, moderator: Someone
) -> None:
    number = await reported(elder, LAMP)
    await moderator.taps("认领")
    await elder.says("/mydata")
    await elder.taps("发文件给我")
    kept = await file_of(town, elder)
    assert kept["accounts"][0]["telegram_id"] == elder.telegram_id
    assert (kept["concerns"][0]["number"], kept["concerns"][0]["text"]) == (number, LAMP)
    await moderator.says("/mydata")
    await moderator.taps("发文件给我")
    kept = await file_of(town, moderator)
    assert kept["concerns"] == [{"number": number}]
    assert LAMP not in json.dumps(kept, ensure_ascii=False)


async def test_in_the_group_one_is_led_to_the_private_chat(elder: Someone, liaison: Someone) -> None:
    for command in ("/mydata", "/correct", "/deleteme", "/keepme"):
        await elder.says_in_group(command)
        assert "只和您有关" in await elder.reads_in_group()
    assert await liaison.reads_in_group() == ""


async def test_ones_own_way_to_be_called_is_changed_at_once(elder: Someone, moderator: Someone) -> None:
    await elder.says("/correct")
    await elder.taps("改称呼")
    await elder.says("王奶奶")
    assert "以后称呼您王奶奶" in await elder.reads()
    await elder.taps("🙋找人帮")
    assert "王奶奶 找人帮忙" in await moderator.reads()


async def test_a_name_on_the_roll_is_compared_by_a_moderator(elder: Someone, moderator: Someone, look: Look) -> None:
    await elder.says("/correct")
    await elder.taps("改名册上的姓名")
    await elder.says("王秀瑛")
    assert "管理员核对" in await elder.reads()
    assert "王秀英说名册上写得不对" in await moderator.reads()
    await moderator.taps("同意")
    assert "现在写的是：王秀瑛" in await elder.reads()
    assert look("SELECT name FROM residents WHERE telegram_id = 5000001") == [("王秀瑛",)]
    assert look("SELECT kind, outcome FROM rights_requests") == [("correct", "done")]


async def test_a_wrong_correction_changes_nothing(elder: Someone, moderator: Someone, look: Look) -> None:
    await elder.says("/correct")
    await elder.taps("改年龄段")
    await elder.taps("36–59岁")
    await moderator.taps("不对")
    assert "名册没有改" in await elder.reads()
    assert look("SELECT age_band FROM residents WHERE telegram_id = 5000001") == [("older",)]
    assert look("SELECT kind, outcome FROM rights_requests") == [("correct", "refused")]


async def test_nobody_but_a_moderator_decides_a_correction(
    town: Neighbourhood, elder: Someone, liaison: Someone, look: Look
) -> None:
    await elder.says("/correct")
    await elder.taps("改年龄段")
    await elder.taps("36–59岁")
    ((number,),) = look("SELECT id FROM corrections")
    for person in (liaison, elder):
        with pytest.raises(NotAllowed):
            await town.running.town.do(
                service.decide, None, Reader(person.telegram_id, person.name, known=True), number, True
            )
    assert look("SELECT agreed FROM corrections") == [(None,)]


async def test_who_changes_the_wish_before_it_is_decided_has_one_request(
    elder: Someone, moderator: Someone, look: Look
) -> None:
    for name in ("王秀瑛", "王秀瑛", "王秀莹"):
        await elder.says("/correct")
        await elder.taps("改名册上的姓名")
        await elder.says(name)
    assert look("SELECT new FROM corrections") == [("王秀莹",)]
    assert look("SELECT count(*) FROM rights_requests") == [(1,)]
    await moderator.taps("同意")
    assert look("SELECT name FROM residents WHERE telegram_id = 5000001") == [("王秀莹",)]


async def test_deletion_takes_two_steps_and_can_be_undone_by_a_tap(elder: Someone, clock: Clock, look: Look) -> None:
    await elder.says("/deleteme")
    assert "7天后" in await elder.reads()
    await read_to_the_end(elder)
    assert look("SELECT * FROM deletions") == []
    await elder.taps("删除我的资料")
    assert "12月2日 星期三" in await elder.reads()
    await elder.taps("我不删了")
    assert "一切照旧" in await elder.reads()
    await clock.passes(days=8)
    assert look("SELECT name FROM accounts WHERE telegram_id = 5000001") == [("王秀英",)]
    assert look("SELECT kind, outcome FROM rights_requests") == [("delete", "undone")]


async def test_asking_twice_is_once(elder: Someone, clock: Clock, look: Look) -> None:
    await asks_deletion(elder)
    first = look("SELECT due_at FROM deletions")
    await clock.passes(hours=3)
    await asks_deletion(elder)
    assert look("SELECT due_at FROM deletions") == first
    assert look("SELECT count(*) FROM rights_requests") == [(1,)]


async def test_the_day_before_there_is_a_reminder_with_a_way_back(elder: Someone, clock: Clock, look: Look) -> None:
    await asks_deletion(elder)
    await clock.passes(days=5, hours=23)
    assert "就要删了" not in await elder.reads()
    await clock.passes(hours=1)
    assert (await elder.reads()).count("您的资料就要删了") == 1
    await elder.taps("我不删了")
    await clock.passes(days=2)
    assert look("SELECT count(*) FROM accounts WHERE telegram_id = 5000001") == [(1,)]


async def test_after_the_grace_it_is_done_and_there_is_nothing_to_undo(elder: Someone, clock: Clock) -> None:
    await asks_deletion(elder)
    await clock.passes(days=7)
    await elder.says("/keepme")
    assert "这里没有您的资料" in await elder.reads()
    await elder.says("/deleteme")
    await elder.taps("删除我的资料")
    assert "这里没有您的资料" in await elder.reads()


async def test_undoing_what_nobody_asked_for(elder: Someone) -> None:
    await elder.says("/keepme")
    assert "您没有要求删除" in await elder.reads()


async def test_moderators_hear_that_the_author_of_an_open_concern_left(
    elder: Someone, moderator: Someone, clock: Clock
) -> None:
    number = await reported(elder, LAMP)
    await asks_deletion(elder)
    await clock.passes(days=7)
    assert f"反映 #{number} 的邻居已删除资料" in await moderator.reads()
    card = next(m for m in (await moderator.screen())["messages"] if f"#{number} · 照明" in m.get("text", ""))
    assert "反映人：（已删除）" in card["text"]
    assert "3号楼2单元" in card["text"]
    assert "王秀英" not in card["text"]
    await moderator.says(f"/reply {number} 换好了")
    assert "已发出" in await moderator.reads()


async def test_what_a_departed_liaison_saw_to_is_to_be_taken_on_anew(
    elder: Someone, liaison: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await reported(elder, LAMP)
    await moderator.taps("转楼栋联络员")
    await asks_deletion(liaison)
    await clock.passes(days=7)
    assert look("SELECT state, handler_id, handler_name FROM concerns") == [("received", None, None)]
    assert look("SELECT * FROM appointments WHERE telegram_id = 5000002") == []
    await moderator.taps("认领")
    assert "林芳正在跟进" in await elder.reads()


async def test_the_last_moderator_is_asked_to_find_another_first(moderator: Someone, look: Look) -> None:
    await asks_deletion(moderator)
    assert "最后一位管理员" in await moderator.reads()
    assert look("SELECT * FROM deletions") == []


async def test_a_card_for_help_of_somebody_who_left_says_so(elder: Someone, moderator: Someone, clock: Clock) -> None:
    await elder.taps("🙋找人帮")
    await asks_deletion(elder)
    await clock.passes(days=7)
    texts = [message.get("text") for message in (await moderator.screen())["messages"]]
    assert "（已删除）" in texts
    assert not any("王秀英" in (text or "") for text in texts)
