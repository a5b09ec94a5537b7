"""Badges, certificates, thanks and goals: as residents meet them."""

import re
from typing import Any

from bot.points.model.ledger import Rule
from tests.honours.deeds import earns, has_done, loses_latest
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.rights.test_deletion import asks_deletion


async def in_group(town: Neighbourhood, who: Someone, words: str) -> str:
    """The newest message of the group that begins so."""
    messages: list[dict[str, Any]] = (await who.screen(town.group))["messages"]
    return str(next((m["text"] for m in reversed(messages) if words in m.get("text", "")), ""))


async def test_a_badge_is_worked_out_from_the_ledger_and_gone_with_what_it_was_for(
    town: Neighbourhood, elder: Someone
) -> None:
    await elder.starts("honours")
    assert "您还没有徽章" in await elder.reads()
    await has_done(town, elder, Rule.ATTENDING, 10)
    await elder.starts("honours")
    assert await elder.reads() == "您的徽章：议事常客。"
    await loses_latest(town, elder)
    await elder.starts("honours")
    assert "您还没有徽章" in await elder.reads()


async def test_whose_deed_completes_a_badge_hears_of_it_once(
    town: Neighbourhood, liaison: Someone, clock: Clock
) -> None:
    await has_done(town, liaison, Rule.CONCERN, 2, points=1)
    await earns(town, liaison, Rule.CONCERN, "concern-1")
    assert "送您一枚徽章：热心慧眼" in await liaison.reads()
    await clock.passes(days=1)
    await liaison.says("/honours")
    await earns(town, liaison, Rule.CONCERN, "concern-2")
    assert "送您一枚徽章" not in await liaison.reads()
    assert "议事常客：已有0次，满10次得徽章" in await liaison.reads()


async def test_a_certificate_is_a_picture_and_a_file_and_anybody_can_check_it(
    town: Neighbourhood, elder: Someone, outsider: Someone, look: Look
) -> None:
    await has_done(town, elder, Rule.VOLUNTEERING, 5)
    await elder.starts("honours")
    for _ in range(2):
        await elder.taps("要证书")
        await elder.taps("志愿之星")
        assert "扫码能核对真伪" in await elder.reads()
        await elder.taps("感谢和荣誉")
    [(code,)] = look("SELECT code FROM certificates")
    sent = [call["params"] for call in await town.log("sendDocument")]
    assert len(sent) == 2
    assert len(await town.log("sendPhoto")) == 2

    await outsider.starts(f"verify-{code}")
    assert "证书是真的：王秀英，2026年“志愿之星”，阳光社区。" in await outsider.reads()
    await outsider.says(f"/verify {code[:5]} {code[5:]}")
    assert "证书是真的" in await outsider.reads()
    await outsider.says("/verify 1234567890")
    assert "没有这个号码的证书" in await outsider.reads()
    await outsider.says("/verify")
    assert "请写证书上的十位数字" in await outsider.reads()

    await elder.taps("不写我的名字")
    await outsider.starts(f"verify-{code}")
    assert "证书是真的：一位不愿露名的邻居" in await outsider.reads()


async def test_nobody_has_a_certificate_of_what_they_do_not_have(liaison: Someone, look: Look) -> None:
    await liaison.forges("dc:pioneer:2026")
    assert "这一项还没有证书" in await liaison.reads()
    await liaison.forges("dc:regular:2026")
    assert look("SELECT * FROM certificates") == []


async def test_people_hear_what_they_are_thanked_for_a_day_before_the_group_does(
    town: Neighbourhood, elder: Someone, liaison: Someone, moderator: Someone, clock: Clock
) -> None:
    await has_done(town, elder, Rule.VOLUNTEERING, 2)
    await has_done(town, liaison, Rule.ATTENDING)
    await has_done(town, moderator, Rule.ATTENDING)
    await clock.passes(days=5, hours=22, minutes=59)
    assert await in_group(town, elder, "谢谢大家") == ""
    await clock.passes(minutes=1)
    assert "2026年11月您为邻居做了2件事，谢谢您。\n12月2日 星期三群里会写您的名字。" in await elder.reads()
    await liaison.taps("不写我的名字")
    await clock.passes(days=1)
    posted = await in_group(town, elder, "谢谢大家")
    assert "2026年11月，谢谢大家" in posted
    assert "参加议事日2次" in posted
    assert "做志愿2次" in posted
    assert "3号楼：王秀英" in posted
    assert "陈建国" not in posted
    assert "还有1位邻居" in posted


async def test_a_name_leaves_the_group_when_its_owner_says_so_or_is_forgotten(
    town: Neighbourhood, elder: Someone, liaison: Someone, clock: Clock
) -> None:
    await has_done(town, elder, Rule.VOLUNTEERING)
    await has_done(town, liaison, Rule.VOLUNTEERING)
    await clock.passes(days=6)
    await clock.passes(days=1)
    assert "陈建国、王秀英" in await in_group(town, elder, "谢谢大家")
    await elder.starts("honours")
    await elder.taps("不写我的名字")
    assert "名单里不写您的名字" in await elder.reads()
    assert "王秀英" not in await in_group(town, liaison, "谢谢大家")
    await elder.taps("可以写我的名字")
    assert "王秀英" in await in_group(town, liaison, "谢谢大家")
    await asks_deletion(liaison)
    await clock.passes(days=7)
    assert "陈建国" not in await in_group(town, elder, "谢谢大家")
    assert "王秀英" in await in_group(town, elder, "谢谢大家")


async def test_a_month_in_which_nobody_did_anything_is_not_spoken_of(
    town: Neighbourhood, elder: Someone, clock: Clock
) -> None:
    await clock.passes(days=7)
    assert await in_group(town, elder, "谢谢大家") == ""


async def test_buildings_have_goals_and_nobody_is_ranked(
    town: Neighbourhood, elder: Someone, liaison: Someone, moderator: Someone
) -> None:
    for who in (elder, liaison):
        await has_done(town, who, Rule.ATTENDING, 3)
    await elder.starts("honours")
    await elder.taps("看楼栋目标")
    assert await elder.reads() == "3号楼这个月有2户参与，目标是12户。"
    await moderator.says("/goals")
    told = await moderator.reads()
    assert "3号楼：2户，目标12户" in told
    assert "不给个人排名次" in told
    assert re.findall(r"(\d+)号楼：", told) == [str(number) for number in range(1, 21)]
    assert await town.log("sendPhoto")
