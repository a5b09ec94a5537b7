"""A ballot in private, and in 长辈版: one question, options as words, read back, confirmed, with a receipt."""

from decimal import ROUND_UP, Decimal
from typing import Any

from bot.votes.model.any_rule import OwnersRule
from bot.votes.model.owners import Majority
from bot.votes.model.rule import Kind
from bot.votes.model.vote import Secrecy
from storage.database import Database
from tests.booth.evening import among, begins, owned
from tests.neighbours import Clock, Look, Neighbourhood, Someone

VOTED = "SELECT count(*) FROM vote_entries WHERE origin IS NOT NULL"
COUNTED = "SELECT choice FROM vote_ballots"
KEPT = "SELECT cause, params FROM outbox UNION SELECT form, answers FROM conversations"


async def whole_chat(person: Someone) -> str:
    """All texts and buttons that stand in the private chat now."""
    screen: Any = await person.screen()
    return "\n".join(f"{message.get('text')} {message.get('reply_markup')}" for message in screen["messages"])


async def test_in_large_print_everything_is_told_before_the_question(
    town: Neighbourhood, clock: Clock, elder: Someone, look: Look
) -> None:
    await begins(town)
    await elder.taps("投票")
    assert await elder.reads() == "有1项投票，看哪一项？"
    await elder.taps("投票1：换路灯")
    told = await reads_on(elder)
    assert "同意换路灯。" in told
    assert "每户一票" in told
    assert "Telegram一直看得到" in told
    assert "我同意" in await elder.buttons()
    await elder.taps("我同意")
    assert (await elder.screen())["messages"][-1]["text"] == "投票1：换路灯\n您选：同意\n对吗？"
    assert look(VOTED) == [(0,)]
    await elder.taps("对，投出去")
    done = (await elder.screen())["messages"][-1]["text"].split("\n")
    assert done[0] == "投好了，截止前可以改。"
    assert done[1].startswith("回执：")
    assert len(done[1].removeprefix("回执：")) == 10
    assert done[2] == "只显示这一次，请记下来。"
    assert look(VOTED) == [(1,)]
    await clock.passes(days=5)
    assert look(COUNTED) == [('["yes"]',)]


async def reads_on(person: Someone) -> str:
    """Page after page, to the last."""
    told = [await person.reads()]
    while "接着看" in str((await person.screen())["messages"][-1]):
        await person.taps("接着看")
        told.append(await person.reads())
    return "\n".join(told)


async def test_the_chat_keeps_nothing_of_what_was_chosen(town: Neighbourhood, liaison: Someone, look: Look) -> None:
    await begins(town)
    await liaison.says("/vote 1")
    await liaison.taps("我反对")
    assert "您选：反对" in await whole_chat(liaison)
    assert "您选" not in str(look(KEPT))
    await liaison.taps("对，投出去")
    assert "反对" not in await whole_chat(liaison)
    assert "回执：" in await whole_chat(liaison)
    receipt = (await liaison.screen())["messages"][-1]["text"].split("\n")[1].removeprefix("回执：")
    assert receipt not in str(look(KEPT))
    assert look("SELECT answers FROM conversations") == []


async def test_who_has_voted_reads_that_and_can_change_it(town: Neighbourhood, liaison: Someone, look: Look) -> None:
    await begins(town)
    await liaison.says("/vote 1")
    assert "您这一票还没投。" in await liaison.reads()
    await liaison.taps("我反对")
    await liaison.taps("重新选")
    await liaison.taps("我同意")
    await liaison.taps("对，投出去")
    await liaison.says("/vote")
    assert "您这一票已经投了。" in await liaison.reads()
    await liaison.taps("投票1：换路灯")
    assert "同意" not in (await liaison.reads()).replace("同意换路灯。", "").replace("；同意的超过", "")
    await liaison.taps("我弃权")
    await liaison.taps("对，投出去")
    assert "改好了，按这一次的算。" in await whole_chat(liaison)
    assert look(VOTED) == [(1,)]


async def test_a_ballot_that_stands_is_cast_once(town: Neighbourhood, liaison: Someone, look: Look) -> None:
    vote = await begins(town, changeable=False)
    await liaison.says("/vote 1")
    await liaison.taps("我同意")
    await liaison.taps("对，投出去")
    assert "投好了，这一票不能再改。" in await whole_chat(liaison)
    await liaison.says("/vote 1")
    assert "我反对" not in (await liaison.screen())["text"]
    await liaison.forges(f"vc:{vote.id}:b:0")
    assert look(VOTED) == [(1,)]


async def test_several_options_are_ticked_and_unticked_by_taps(
    town: Neighbourhood, clock: Clock, liaison: Someone, look: Look
) -> None:
    await begins(town, among("太阳能灯", "普通路灯", "声控灯", "都不同意", kind=Kind.APPROVAL))
    await liaison.taps_in_group("到私聊里投票")
    await liaison.taps("填我的票")
    assert "能接受的都可以选。" in await whole_chat(liaison)
    for tapped in ("太阳能灯", "声控灯", "已选：太阳能灯", "普通路灯", "选好了"):
        await liaison.taps(tapped)
    assert "您选：声控灯、普通路灯" in await whole_chat(liaison)
    await liaison.taps("重新选")
    for tapped in ("都不同意", "声控灯", "选好了", "对，投出去"):
        await liaison.taps(tapped)
    assert "声控灯" not in (await liaison.screen())["messages"][-1]["text"]
    await clock.passes(days=5)
    assert look(COUNTED) == [('["声控灯"]',)]


async def test_up_to_so_many_can_be_chosen(town: Neighbourhood, clock: Clock, liaison: Someone, look: Look) -> None:
    await begins(town, among("太阳能灯", "普通路灯", "声控灯", "都不同意", most=2))
    await liaison.says("/vote 1")
    await liaison.taps("填我的票")
    assert "最多选2项。" in await whole_chat(liaison)
    for tapped in ("太阳能灯", "普通路灯", "声控灯", "选好了"):
        await liaison.taps(tapped)
    assert "您选：太阳能灯、声控灯" in await whole_chat(liaison)
    await liaison.taps("对，投出去")
    await clock.passes(days=5)
    assert look(COUNTED) == [('["太阳能灯", "声控灯"]',)]


async def test_options_are_put_in_order_by_tapping_them_in_that_order(
    town: Neighbourhood, clock: Clock, elder: Someone, look: Look
) -> None:
    """In 长辈版 too, where they are turned over page by page."""
    await begins(town, among("太阳能灯", "普通路灯", "声控灯", "都不同意", kind=Kind.RANKED))
    await elder.taps("投票")
    await elder.taps("投票1：换路灯")
    await reads_on(elder)
    await elder.taps("填我的票")
    await elder.taps("声控灯")
    assert "第1位：声控灯" in await elder.buttons()
    await elder.taps("看更多")
    await elder.taps("都不同意")
    await elder.taps("选好了")
    assert "您选：第1位：声控灯\n第2位：都不同意" in (await elder.screen())["messages"][-1]["text"]
    await elder.taps("对，投出去")
    await clock.passes(days=5)
    assert look(COUNTED) == [('["声控灯", "都不同意"]',)]


async def test_owners_read_whether_it_binds_and_how_much_is_missing_by_building_and_without_names(
    town: Neighbourhood, liaison: Someone, database: Database, look: Look
) -> None:
    owned(database)
    await begins(town, OwnersRule(Majority.ORDINARY), Secrecy.NAMED)
    await liaison.says("/vote 1")
    read = await liaison.reads()
    assert "意向征询：只问大家的意思，没有法律效力。" in read
    assert "按业主人数和面积各算一遍：参加的都不少于3分之2才算数，其中同意的都超过一半才通过。" in read
    assert "记名：谁选了什么会留存，可以查" in read
    await liaison.taps("还差多少")
    lines = (await liaison.reads()).split("\n")
    assert lines[1].startswith("还差")
    assert [line.split("：")[0] for line in lines[2:]] == ["1号楼", "2号楼", "3号楼"]
    areas = sum((Decimal(area) for (area,) in look("SELECT area FROM vote_units")), Decimal(0))
    assert lines[1] == f"还差4位业主、{(areas * 2 / 3).quantize(Decimal('0.01'), ROUND_UP)}平方米。"
    for (name,) in look("SELECT label FROM vote_entries"):
        assert name not in "".join(lines)


async def test_nothing_is_open(elder: Someone, outsider: Someone) -> None:
    await elder.taps("投票")
    assert await elder.reads() == "现在没有要投的票。有了会在群里告诉大家。"
    await outsider.starts("votes")
    assert "住在这里的人可以投票" in await outsider.reads()
