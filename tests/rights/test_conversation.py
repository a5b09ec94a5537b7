"""One's own data: seeing it, correcting it, as residents meet it."""

import json
from typing import Any

import pytest

from bot.kit.people import CommunityId, Reader
from bot.rights import service
from bot.roles.model import NotAllowed
from tests.concerns.test_conversation import reported
from tests.neighbours import Look, Neighbourhood, Someone
from tests.rights.test_deletion import read_to_the_end

SUNSHINE = CommunityId(1)
LAMP = "3号楼2单元的路灯不亮"


async def file_of(town: Neighbourhood, who: Someone) -> Any:
    document = next(m["document"] for m in reversed((await who.screen())["messages"]) if "document" in m)
    assert document["file_name"] == "我的资料.json"
    bot = town.running.bot
    content = await bot.download(document["file_id"])
    assert content is not None
    return json.loads(content.read())


async def test_an_older_resident_reads_what_is_kept(elder: Someone) -> None:
    await reported(elder, LAMP)
    await elder.says("/home")
    await elder.taps("查积分")
    await elder.taps("看更多")
    await elder.taps("我的资料")
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
