"""Seeing one's own points: in the group, in private, in 长辈版, by month and as a file."""

import csv
import io

from bot.points.model.events import Earned
from bot.points.model.ledger import Owner, Reward, Rule
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Clock, Neighbourhood, Someone
from tests.points.ledgers import CHEN, WANG


async def earns(town: Neighbourhood, owner: Owner, rule: Rule, evidence: str, note: str = "") -> None:
    """Something that the rules reward."""

    def record(uow: UnitOfWork) -> None:
        uow.record(Earned(Reward(owner, rule, evidence, note=note)))

    await town.running.town.do(record)


async def newest_alert(who: Someone, group: int) -> str:
    return str((await who.screen(group))["alerts"][-1]["text"])


async def test_an_older_resident_hears_in_one_tap_and_few_words(town: Neighbourhood, elder: Someone) -> None:
    await earns(town, WANG, Rule.ATTENDING, "sitting-1")
    await elder.taps("查积分")
    assert await elder.reads() == "您有5分。最近11月25日 星期三：参加议事日，加5分。"
    assert (await elder.buttons())[:3] == ["怎么得积分", "兑换东西", "许个微心愿"]
    await elder.taps("怎么得积分")
    assert "参加议事日：5分，一天最多5分。" in await elder.reads()
    await elder.taps("返回")
    await elder.taps("看更多")
    await elder.taps("看积分明细")
    assert "2026年11月：得5分，用0分，月底5分。" in await elder.reads()


async def test_in_the_group_only_the_one_who_asks_reads_it_at_once(
    town: Neighbourhood, liaison: Someone, moderator: Someone
) -> None:
    await moderator.says_in_group("/setup")
    await earns(town, CHEN, Rule.TASK, "task-1", "清理楼道")
    await liaison.taps_in_group("查积分")
    assert "您有5分。最近11月25日 星期三：完成任务，+5。" in await newest_alert(liaison, town.group)
    await liaison.says_in_group("/points")
    assert "您有5分" in await liaison.reads_in_group()
    assert "5分" not in await moderator.reads_in_group()
    sent = [call["params"] for call in await town.log("sendMessage") if "5分" in str(call["params"].get("text"))]
    assert all(params.get("ephemeral_message_parameters") for params in sent)
    await moderator.taps_in_group("查积分")
    assert "您有0分" in await newest_alert(moderator, town.group)


async def test_what_came_and_went_can_be_read_by_month(town: Neighbourhood, liaison: Someone, clock: Clock) -> None:
    await earns(town, CHEN, Rule.TASK, "task-1", "清理楼道")
    await clock.passes(days=10)
    await earns(town, CHEN, Rule.ATTENDING, "sitting-1")
    await liaison.says("/points")
    assert "您有10分。\n最近：\n12月5日 星期六：参加议事日，+5。\n11月25日 星期三：完成任务（清理楼道），+5。" in (
        await liaison.reads()
    )
    await liaison.taps("看积分明细")
    assert "2026年12月：得5分，用0分，月底10分。" in await liaison.reads()
    assert "看下个月" not in await liaison.buttons()
    await liaison.taps("看上个月")
    assert "2026年11月：得5分，用0分，月底5分。\n11月25日 星期三：完成任务（清理楼道），+5。" in await liaison.reads()


async def test_a_file_of_the_month_holds_no_formula(town: Neighbourhood, liaison: Someone) -> None:
    await earns(town, CHEN, Rule.TASK, "task-1", '=HYPERLINK("http://x.example","奖")')
    await liaison.says("/points")
    await liaison.taps("看积分明细")
    await liaison.taps("下载表格")
    assert "表格发给您了" in await liaison.reads()
    head, row = await rows_of_file(town, liaison)
    assert head == ["日期", "事由", "说明", "积分", "余额", "编号"]
    assert row[:2] == ["2026-11-25", "完成任务"]
    assert row[2] == '\'=HYPERLINK("http://x.example","奖")'
    assert row[3:5] == ["5", "5"]


async def test_who_does_not_live_here_has_none(guide: Someone) -> None:
    await guide.says("/points")
    assert "live here" in await guide.reads()


async def rows_of_file(town: Neighbourhood, who: Someone) -> list[list[str]]:
    """Of the newest spreadsheet that somebody was sent."""
    document = next(m["document"] for m in reversed((await who.screen())["messages"]) if "document" in m)
    content = await town.running.bot.download(document["file_id"])
    assert content is not None
    return list(csv.reader(io.StringIO(content.read().decode("utf-8-sig"))))
