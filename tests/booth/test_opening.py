"""A vote is opened at the sitting: asked one thing after the other, the rule as sentences, all read back."""

import json
from dataclasses import replace

from bot.agenda.model.item import Scope
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from tests.booth.evening import card, owned
from tests.neighbours import Look, Neighbourhood, Someone
from tests.votes.hall import EVENING, put_on_floor

WHAT = "SELECT rule, secrecy, card, basis, closes_at FROM votes"


async def on_floor(town: Neighbourhood, scope: Scope = Scope.RESIDENTS, *options: str) -> None:
    words = "\n".join(("同意换路灯。", *(f"方案：{option}" for option in options)))
    await town.running.town.do(put_on_floor, None, scope, words)


async def test_from_the_chairs_desk_to_the_card_in_the_group(
    town: Neighbourhood, moderator: Someone, elder: Someone, look: Look
) -> None:
    await on_floor(town)
    await moderator.says("/chair")
    assert "数票记结果" in await moderator.buttons()
    await moderator.taps("开始投票")
    assert await moderator.reads() == "问整个小区，还是只问一栋楼？"
    await moderator.taps("整个小区")
    assert await moderator.reads() == "记名还是不记名？"
    await moderator.taps("不记名")
    assert await moderator.reads() == "投到什么时候？"
    await moderator.taps("12月2日 星期三 晚上9点")
    assert await moderator.reads() == "投了以后，截止前可以改吗？一般可以。"
    await moderator.taps("可以改，算最后一次")
    assert (await moderator.reads()).split("\n") == [
        "换路灯",
        "居民会议的事",
        "每户一票；参加的不少于全体的一半才算数；同意的超过未弃权票的一半就通过，一样多不通过。",
        "不记名：截止后谁也查不到您选了什么；截止前管系统的人能查，Telegram一直看得到；回执给谁看，谁就知道您选了什么。",
        "投到12月2日 星期三 晚上9点。",
        "截止前可以改，算最后一次。",
        "开始以后这些都不能改。开始吗？",
    ]
    assert look(WHAT) == []
    await moderator.taps("对，开始投票")
    assert await moderator.reads() == "投票1开始了，卡片马上发到群里。"
    assert "投票1：换路灯\n同意换路灯。" in await card(town, elder)
    await moderator.taps("对，开始投票")
    assert await moderator.reads() == "投票1开始了，卡片马上发到群里。"
    assert len(look(WHAT)) == 1
    await moderator.says("/chair")
    assert "数票记结果" not in (await moderator.screen())["text"]
    assert "开始投票" not in (await moderator.screen())["text"]
    await moderator.taps("结束这一项")
    assert look("SELECT step FROM agenda_items") == [("resolving",)]


async def test_of_each_previewed_option_it_is_told_what_it_costs_and_gives(
    town: Neighbourhood, moderator: Someone, elder: Someone, look: Look
) -> None:
    await on_floor(town, Scope.RESIDENTS, "太阳能灯", "普通路灯")
    await moderator.says("/openvote")
    assert "现在议的是“换路灯”。为它开始投票吗？" in await moderator.reads()
    await moderator.taps("开始投票")
    assert await moderator.reads() == "换路灯：怎么投？"
    assert "同意或反对" not in await moderator.buttons()
    await moderator.taps("几个方案排先后")
    await moderator.taps("3号楼")
    assert "太阳能灯：要花多少钱？" in await moderator.reads()
    for said, asked in (
        ("2万元", "太阳能灯：要多长时间？"),
        ("两周", "太阳能灯：谁受益？"),
        ("3号楼", "太阳能灯：有什么风险？"),
        ("阴天不亮", "太阳能灯：这些数从哪里来的？"),
        ("三家报价", "普通路灯：要花多少钱？"),
    ):
        await moderator.says(said)
        assert asked in await moderator.reads()
    for unseen in ("\u200b\u200b", "——"):
        await moderator.says(unseen)
        assert "“普通路灯”还没写全：费用、时间、谁受益、风险、依据。" in await moderator.reads()
    await moderator.says("1万元\n一周\n全小区\n费电\n物业报价\n多出来的一行")
    await moderator.taps("记名")
    await moderator.taps("11月29日 星期日 晚上9点")
    await moderator.taps("可以改，算最后一次")
    read = await moderator.reads()
    assert "3号楼每户一票；参加的不少于全体的一半才算数；两两相比都胜出的通过，一样多不通过。" in read
    assert "普通路灯\n费用：1万元\n时间：一周\n谁受益：全小区\n风险：费电\n依据：物业报价" in read
    await moderator.taps("对，开始投票")
    (rule, secrecy, *_), *none = look(WHAT)
    assert ('"都不同意"' in rule, '"building": 3' in rule, secrecy, none) == (True, True, "named", [])
    assert "阴天不亮" in await card(town, elder)


async def test_whoever_opens_it_says_how_many_options_one_may_choose(
    town: Neighbourhood, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await on_floor(town, Scope.RESIDENTS, "太阳能灯", "普通路灯", "声控灯")
    await moderator.says("/openvote")
    await moderator.taps("开始投票")
    await moderator.taps("从几个方案里选")
    await moderator.taps("整个小区")
    for _ in range(3):
        await moderator.says("1万元\n一周\n全小区\n费电\n物业报价")
    assert await moderator.reads() == "一张票最多可以选几项？"
    assert (await moderator.buttons())[:4] == ["只选1项", "最多选2项", "最多选3项", "返回"]
    [(key,)] = look("SELECT answers FROM conversations")
    for forged in ("0", "4", "-1", "x"):
        await moderator.forges(f"vp:{json.loads(key)['key']}:n:{forged}")
        assert await moderator.reads() == "一张票最多可以选几项？"
    await moderator.taps("最多选2项")
    assert await moderator.reads() == "记名还是不记名？"
    await moderator.taps("不记名")
    await moderator.taps("12月2日 星期三 晚上9点")
    await moderator.taps("可以改，算最后一次")
    assert "最多选2项。" in await moderator.reads()
    await moderator.taps("对，开始投票")
    assert '"most": 2' in look(WHAT)[0][0]
    await liaison.says("/vote 1")
    await liaison.taps("填我的票")
    for tapped in ("太阳能灯", "声控灯", "选好了"):
        await liaison.taps(tapped)
    assert "您选：太阳能灯、声控灯" in (await liaison.screen())["messages"][-1]["text"]


async def test_the_owners_matter_has_the_rule_of_the_law(
    town: Neighbourhood, moderator: Someone, database: Database, look: Look
) -> None:
    owned(database)
    await on_floor(town, Scope.OWNERS)
    await moderator.says("/openvote")
    await moderator.taps("开始投票")
    assert await moderator.reads() == "换路灯：属于业主的哪一类事？"
    await moderator.taps("筹集维修资金")
    assert "没有就只征询意向" in await moderator.reads()
    await moderator.says("市里的电子投票规定第3条")
    await moderator.taps("12月2日 星期三 晚上9点")
    await moderator.taps("可以改，算最后一次")
    read = await moderator.reads()
    assert "参加的都不少于3分之2才算数，其中同意的都不少于4分之3才通过。" in read
    assert "正式表决，依据：市里的电子投票规定第3条" in read
    assert "记名：谁选了什么会留存" in read
    await moderator.taps("对，开始投票")
    assert look("SELECT basis, secrecy FROM votes") == [("市里的电子投票规定第3条", "named")]


async def test_what_is_not_open_at_the_sitting_cannot_be_voted(
    town: Neighbourhood, moderator: Someone, look: Look
) -> None:
    await moderator.says("/openvote")
    assert "现在没有能投票的议题。" in await moderator.reads()
    await on_floor(town)
    await moderator.says("/openvote")
    await moderator.taps("开始投票")
    await town.running.town.do(close_floor)
    for answer in ("整个小区", "不记名", "12月2日 星期三 晚上9点", "可以改，算最后一次", "对，开始投票"):
        await moderator.taps(answer)
    assert "才能发起投票" in await moderator.reads()
    assert look(WHAT) == []


def close_floor(uow: UnitOfWork) -> None:
    for treated in uow.floor.treated(EVENING):
        uow.floor.save_treated(replace(treated, closed_at=uow.now))


async def test_a_legal_basis_that_nobody_can_read_is_none(
    town: Neighbourhood, moderator: Someone, database: Database
) -> None:
    owned(database)
    await on_floor(town, Scope.OWNERS)
    await moderator.says("/openvote")
    await moderator.taps("开始投票")
    await moderator.taps("筹集维修资金")
    await moderator.says("\u200b")
    assert "投到什么时候" not in await moderator.reads()
    assert "正式表决" not in str(await moderator.screen())
    await moderator.taps("只征询意向")
    assert await moderator.reads() == "投到什么时候？"


async def test_one_asks_anew_or_drops_it(town: Neighbourhood, moderator: Someone, look: Look) -> None:
    await on_floor(town)
    await moderator.says("/openvote")
    await moderator.taps("开始投票")
    for answer in ("整个小区", "不记名", "12月2日 星期三 晚上9点", "可以改，算最后一次", "不对，重新问"):
        await moderator.taps(answer)
    assert await moderator.reads() == "问整个小区，还是只问一栋楼？"
    await moderator.taps("返回")
    assert await moderator.reads() == "好的，先不投票。"
    await moderator.taps("整个小区")
    assert await moderator.reads() == "这一步已经办完或者放下了，请重新开始。"
    assert look("SELECT * FROM conversations") == []


async def test_the_first_ballot_can_be_made_to_stand(
    town: Neighbourhood, moderator: Someone, elder: Someone, look: Look
) -> None:
    await on_floor(town)
    await moderator.says("/chair")
    for answer in ("开始投票", "整个小区", "不记名", "12月2日 星期三 晚上9点", "不能改，算第一次"):
        await moderator.taps(answer)
    assert "投了就不能改，算第一次。" in await moderator.reads()
    await moderator.taps("对，开始投票")
    assert look("SELECT changeable FROM votes") in ([(0,)], [(False,)])
    await elder.taps_in_group("同意")
    receipts = look("SELECT count(*) FROM vote_entries WHERE sealed IS NOT NULL")
    sealed = look("SELECT sealed FROM vote_entries WHERE sealed IS NOT NULL")
    await elder.taps_in_group("反对")
    assert receipts == [(1,)]
    assert look("SELECT sealed FROM vote_entries WHERE sealed IS NOT NULL") == sealed
