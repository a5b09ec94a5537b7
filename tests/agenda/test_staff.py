"""What moderators do with items, step by step to their end, and what is refused to everybody else."""

from bot.agenda.model.item import digest_of
from bot.agenda.model.steps import Step
from tests.agenda.items import there_is
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.rights.test_deletion import read_to_the_end

WORDS = "在西门口装一盏太阳能路灯，费用不超过三千元"


async def manages(moderator: Someone, *buttons: str, item: int = 1) -> str:
    await moderator.says(f"/agenda {item}")
    await moderator.taps("管理这个议题")
    for button in buttons:
        await moderator.taps(button)
    return await moderator.reads()


async def test_from_proposal_to_review_with_scope_time_and_frozen_words(
    town: Neighbourhood, elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await there_is(town, Step.PROPOSED)
    assert "请先定议题1归谁定" in await manages(moderator, "进到②商议")
    told = await manages(moderator, "归谁定")
    assert "业主大会的事：这里先商量，要业主依法表决才算数。" in told
    await moderator.taps("居民议事会的事")
    assert "这是居民议事会的事。定下来以后，由议事会牵头去办。" in await moderator.reads()
    assert "议题1现在是：②商议" in await manages(moderator, "进到②商议")
    assert "议题1现在是：②商议" in await elder.reads()

    assert "这一步要到11月28日 星期六" in await manages(moderator, "进到③审议")
    await clock.passes(days=3)
    await elder.says("/agenda 1")
    assert "大家还可以说看法。接下来管理员把它转到③审议。" in await elder.reads()
    assert "议题1现在是：③审议" in await manages(moderator, "进到③审议")
    await moderator.forges("av:1:reviewing")
    assert "请先把议题1表决的原文定稿" in await moderator.reads()

    await manages(moderator, "定表决的原文")
    await moderator.says(WORDS)
    assert "就这样定稿吗" in await moderator.reads()
    await moderator.taps("对，就这样")
    digest = digest_of(WORDS)
    assert f"定稿了，是第1版，核对码{digest[:8]}" in await moderator.reads()
    assert "议题1表决的原文定稿了，是第1版" in await elder.reads()
    await moderator.says("/agenda 1")
    assert "要表决的原文定好了，等议事日来定。" in await moderator.reads()
    await moderator.forges("av:1:reviewing")
    assert "在议事日由主持人开始表决" in await moderator.reads()
    assert look("SELECT version, digest FROM agenda_wordings") == [(1, digest)]
    await elder.says("/agenda 1")
    assert f"表决的原文（第1版）：{WORDS}" in (await elder.reads() + await read_to_the_end(elder)).replace("\n", "")


async def test_words_changed_after_freezing_are_a_new_version(
    town: Neighbourhood, moderator: Someone, look: Look
) -> None:
    await there_is(town, Step.REVIEWING)
    for words in (WORDS, WORDS + "。"):
        await manages(moderator, "定表决的原文")
        await moderator.says(words)
        await moderator.taps("对，就这样")
    assert "第2版" in await moderator.reads()
    assert look("SELECT version FROM agenda_items") == [(2,)]
    assert [row[0] for row in look("SELECT digest FROM agenda_wordings ORDER BY version")] == [
        digest_of(WORDS),
        digest_of(WORDS + "。"),
    ]


async def test_what_is_carried_out_is_not_over_before_it_is_evaluated(
    town: Neighbourhood, elder: Someone, moderator: Someone, look: Look
) -> None:
    await there_is(town, Step.CARRIED_OUT, version=1, outcome="adopted")
    assert "没写效果不能完结" in await manages(moderator, "可以完结了")
    await manages(moderator, "写效果")
    await moderator.says("晚上亮了，没人再摔")
    await moderator.taps("对，就这样")
    await manages(moderator, "可以完结了")
    assert "议题1现在是：已经完结" in await elder.reads()
    await elder.says("/agenda 1")
    assert "效果：晚上亮了" in await elder.reads() + await read_to_the_end(elder)
    await moderator.taps("可以完结了")
    assert "议题1已经结束" in await moderator.reads()
    assert look("SELECT step FROM agenda_items") == [("done",)]


async def test_items_are_put_on_an_agenda_in_order_with_minutes(
    town: Neighbourhood, elder: Someone, moderator: Someone, look: Look
) -> None:
    await there_is(town, Step.REVIEWING)
    await there_is(town, Step.DELIBERATING)
    for item in (1, 2):
        await manages(moderator, "排日子", item=item)
        assert "12月9日 星期三 晚上7点" in await moderator.buttons()
        await moderator.taps("12月2日 星期三 晚上7点")
        await moderator.taps("15分钟")
    assert "议题2排在12月2日 星期三 晚上7点，第2项" in await moderator.reads()
    assert "议题1排在12月2日 星期三 晚上7点议" in await elder.reads()
    await manages(moderator, "往前排", item=2)
    assert "排在12月2日 星期三 晚上7点，第1项，议15分钟" in await manages(moderator, item=2)
    assert look("SELECT number, position, minutes FROM agenda_items ORDER BY number") == [(1, 2, 15), (2, 1, 15)]
    await manages(moderator, "往前排", item=2)
    assert look("SELECT number, position FROM agenda_items ORDER BY number") == [(1, 2), (2, 1)]
    await manages(moderator, "往后排", item=2)
    assert look("SELECT number, position FROM agenda_items ORDER BY number") == [(1, 1), (2, 2)]
    await manages(moderator, "取消排的日子")
    assert "议题1那天不议了" in await elder.reads()
    await moderator.taps("取消排的日子")
    assert "议题1现在没有排日子" in await moderator.reads()
    assert look("SELECT number, sitting_id FROM agenda_items ORDER BY number") == [(1, None), (2, 2)]


async def test_a_sitting_that_is_called_off_treats_nothing(
    town: Neighbourhood, elder: Someone, moderator: Someone, look: Look
) -> None:
    await there_is(town, Step.REVIEWING)
    await manages(moderator, "排日子", "12月2日 星期三 晚上7点", "5分钟")
    await moderator.says("/wednesday")
    await moderator.taps("看以后的日子")
    await moderator.taps("取消12月2日 星期三 晚上7点的议事日")
    await moderator.says("下雪")
    await moderator.taps("对，取消")
    assert "议题1那天不议了" in await elder.reads()
    assert look("SELECT sitting_id FROM agenda_items") == [(None,)]
    await moderator.forges("az:1:2:5")
    assert "没有这一次议事日" in await moderator.reads()


async def test_papers_are_added_and_come_to_who_taps(
    town: Neighbourhood, elder: Someone, liaison: Someone, moderator: Someone
) -> None:
    await there_is(town, Step.DELIBERATING)
    await manages(moderator, "加材料")
    await moderator.says("报价：一盏两千八")
    await moderator.sends("photo", caption="现场")
    await moderator.sends("document")
    await moderator.sends("voice")
    assert "这里能收文字、照片和文件" in await moderator.reads()
    await moderator.taps("发完了")
    await liaison.says("/agenda 1")
    assert "材料3份" in await liaison.reads()
    await liaison.taps("看材料")
    await liaison.taps("1、文字：报价：一盏两千八")
    assert "报价：一盏两千八" in await liaison.reads()
    await liaison.taps("2、照片：现场")
    assert len(await town.log("sendPhoto")) == 1
    await elder.says("/agenda 1")
    await read_to_the_end(elder)
    while "看材料" not in await elder.buttons():
        await elder.taps("看更多")
    await elder.taps("看材料")
    await elder.taps("3、文件")
    assert len(await town.log("sendDocument")) == 1
    assert "材料只发给您" in await elder.reads()


async def test_more_papers_than_fit_are_refused(town: Neighbourhood, moderator: Someone, look: Look) -> None:
    await there_is(town, Step.DELIBERATING)
    await manages(moderator, "加材料")
    for number in range(10):
        await moderator.says(f"第{number}份")
    await moderator.says("还有一份")
    assert "已经有10份材料" in await moderator.reads()
    assert look("SELECT count(*) FROM agenda_papers") == [(10,)]


async def test_one_item_goes_on_with_another_and_its_supporters_come_along(
    town: Neighbourhood, elder: Someone, moderator: Someone, look: Look
) -> None:
    await there_is(town, Step.COLLECTING, households=3)
    await there_is(town, Step.COLLECTING, households=5, key=1, what="西门路灯", proposer=5000002)
    await manages(moderator, "和别的议题合并", "议题2：西门路灯")
    assert "把议题1并到议题2" in await moderator.reads()
    await moderator.taps("对，合并")
    assert "议题1和另一个议题是同一件事" in await elder.reads()
    both = look("SELECT number, step, joined_to FROM agenda_items ORDER BY number")
    assert both == [(1, "joined", 2), (2, "proposed", None)]
    assert look("SELECT count(*) FROM agenda_supporters WHERE item_id = 2") == [(5,)]
    await moderator.taps("对，合并")
    assert "议题1并到议题2接着办" in await moderator.reads()
    await elder.says("/agenda 1")
    assert "并到议题2接着办" in await elder.reads() + await read_to_the_end(elder)


async def test_what_is_not_taken_up_has_a_reason_that_its_proposer_reads(
    town: Neighbourhood, elder: Someone, moderator: Someone, look: Look
) -> None:
    await there_is(town, Step.PROPOSED)
    await manages(moderator, "不往下办")
    await moderator.says("上个月刚装过")
    await moderator.taps("对，就这样")
    assert "议题1现在是：不再往下办" in await elder.reads()
    await elder.taps("看这个议题")
    assert "原因：上个月刚装过" in await elder.reads() + await read_to_the_end(elder)
    assert look("SELECT step, reason FROM agenda_items") == [("dropped", "上个月刚装过")]
