"""公示: objections until the last second, what is upheld and what is not, and the resolution at its end."""

from datetime import timedelta

from bot.votes.model.any_rule import OwnersRule
from bot.votes.model.owners import Majority
from bot.votes.model.rule import NO, YES
from bot.votes.model.vote import Secrecy
from storage.database import Database
from tests.booth.evening import owned
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.outcomes.ended import cast, ended, group_reads, opened, until
from tests.rights.test_deletion import read_to_the_end
from tests.votes.hall import SECOND, SUNDAY

END = SUNDAY + timedelta(days=5)
RESOLVED = "决议第1号：60户可以投票，投了8票，其中5票同意。12月11日 星期五起生效。"


async def objects(who: Someone, words: str = "二单元没有收到通知") -> None:
    """From the group's post, by taps and words."""
    await who.starts("outcome-1")
    if "接着看" in await who.buttons():
        await read_to_the_end(who)
    await who.taps("提出异议")
    await who.says(words)
    await read_to_the_end(who)
    await who.taps("对，就这样")


async def decides(moderator: Someone, button: str, why: str) -> None:
    await moderator.taps("看大家的看法")
    await moderator.taps(button)
    await moderator.says(why)
    await moderator.taps("对，就这样")


async def test_without_objections_it_is_a_resolution_at_the_second_that_was_told(
    town: Neighbourhood, clock: Clock, liaison: Someone, look: Look
) -> None:
    await ended(town, clock)
    await until(clock, END - SECOND)
    assert look("SELECT count(*) FROM resolutions") == [(0,)]
    await clock.passes(seconds=1)
    assert look("SELECT number, vote_id, electorate, entitled, ballots, agreed, winner FROM resolutions") == [
        (1, 1, "households", 60, 8, 5, "yes")
    ]
    assert look("SELECT step, outcome FROM agenda_items") == [("carried_out", "adopted")]
    assert await group_reads(town, liaison, "成了决议") == f"投票1：换路灯，成了决议。\n{RESOLVED}"
    assert RESOLVED in await group_reads(town, liaison, "，结果")
    await liaison.says("/resolutions")
    assert RESOLVED in await liaison.reads()


async def test_an_older_resident_objects_by_taps_and_it_is_dismissed_for_a_reason(
    town: Neighbourhood, clock: Clock, elder: Someone, moderator: Someone, look: Look
) -> None:
    await ended(town, clock)
    await objects(elder)
    assert "记下了。管理员处理以后才往下办，有结果我告诉您。" in await elder.reads()
    assert "王秀英" not in await moderator.reads()
    await until(clock, END)
    assert look("SELECT count(*) FROM resolutions") == [(0,)]
    assert "投票1：换路灯的公示到期了。每条异议都处理完，才能往下办。" in await moderator.reads()
    await decides(moderator, "不采纳第1条", "通知贴在二单元门口，照片在议题里")
    assert "您对议题1的异议没有采纳。" in await elder.reads()
    assert look("SELECT number, at FROM resolutions WHERE vote_id = 1")[0][0] == 1
    assert look("SELECT step FROM agenda_items") == [("carried_out",)]


async def test_an_upheld_objection_sets_the_outcome_aside_and_it_is_voted_on_again(
    town: Neighbourhood, clock: Clock, elder: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    await ended(town, clock)
    await objects(liaison)
    await decides(moderator, "采纳第1条", "二单元确实没收到通知")
    assert look("SELECT step, outcome FROM agenda_items") == [("reviewing", None)]
    aside = "有一条异议采纳了，这次结果不算数，要重新表决。"
    assert await group_reads(town, elder, "不算数") == f"投票1：换路灯\n{aside}"
    assert aside in await group_reads(town, elder, "，结果")
    await until(clock, END)
    assert look("SELECT count(*) FROM resolutions") == [(0,)]
    assert look("SELECT stage FROM statements") == [("anew",)]
    await elder.starts("outcome-1")
    await read_to_the_end(elder)
    assert "提出异议" not in await elder.buttons()


async def test_in_the_last_second_an_objection_is_heard_and_then_none(
    town: Neighbourhood, clock: Clock, liaison: Someone, supervisor: Someone, look: Look
) -> None:
    await ended(town, clock)
    for who in (liaison, supervisor):
        await who.starts("outcome-1")
        await who.taps("提出异议")
        await who.says("票数不对")
    await until(clock, END - timedelta(seconds=5))  # a tap takes four
    await liaison.taps("对，就这样")
    assert "管理员处理以后才往下办" in await liaison.reads()
    await supervisor.taps("对，就这样")
    assert "议题1的异议收到12月11日 星期五 晚上9点为止" in await supervisor.reads()
    assert look("SELECT count(*) FROM agenda_points") == [(1,)]


async def test_a_guide_objects_to_nothing(town: Neighbourhood, clock: Clock, guide: Someone, look: Look) -> None:
    await guide.starts()
    await guide.taps("Ordinary")
    await guide.taps("I agree")
    await ended(town, clock)
    await guide.forges("ap:1:objection")
    assert "Guides advise and take no side" in await guide.reads()
    assert look("SELECT count(*) FROM agenda_points") == [(0,)]


async def test_what_was_voted_down_stands_without_a_resolution(
    town: Neighbourhood, clock: Clock, liaison: Someone, look: Look
) -> None:
    await ended(town, clock, [(YES,)] * 3 + [(NO,)] * 4)
    assert "没有通过" in await group_reads(town, liaison, "，结果")
    await until(clock, END)
    assert look("SELECT count(*) FROM resolutions") == [(0,)]
    assert look("SELECT step, outcome FROM agenda_items") == [("done", "rejected")]
    assert await group_reads(town, liaison, "公示结束。\n") == "投票1：换路灯，公示结束。\n公示结束，结果不变。"


async def test_a_tie_does_not_pass(town: Neighbourhood, clock: Clock, liaison: Someone, look: Look) -> None:
    await ended(town, clock, [(YES,)] * 4 + [(NO,)] * 4)
    assert "一样多，没有通过" in await group_reads(town, liaison, "，结果")
    await liaison.says("/why 1")
    assert "同意、反对一样多。按规则，一样多不通过。" in await liaison.reads()
    assert look("SELECT step, outcome FROM agenda_items") == [("published", "rejected")]


async def test_a_moderator_who_moves_it_on_makes_the_same_resolution_once(
    town: Neighbourhood, clock: Clock, moderator: Someone, look: Look
) -> None:
    await ended(town, clock)
    await moderator.forges("av:1:published")
    assert "这一步要到12月11日" in await moderator.reads()
    await until(clock, END)
    await moderator.forges("av:1:published")
    assert look("SELECT count(*) FROM resolutions") == [(1,)]


async def test_owners_whose_opinion_is_asked_resolve_nothing(
    town: Neighbourhood, clock: Clock, liaison: Someone, look: Look, database: Database
) -> None:
    owned(database)
    vote = await opened(town, clock, OwnersRule(Majority.ORDINARY), Secrecy.NAMED)
    await cast(town, vote, [])
    await until(clock, SUNDAY)
    told = await group_reads(town, liaison, "，结果")
    assert "征求意见：参加的不够" in told
    assert "查我的回执" not in await liaison.buttons(town.group)
    assert [call for call in await town.log("sendDocument") if call["params"]["chat_id"] == str(town.group)] == []
    await liaison.forges("ef:1")
    assert "投票1是记名的，没有回执，您的名字在记录里。" in await liaison.reads()
    await clock.passes(days=6)
    assert look("SELECT count(*) FROM resolutions") == [(0,)]
