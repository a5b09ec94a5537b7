"""What is left of an item when who proposed it, supported it or spoke about it has had their data deleted."""

from bot.agenda.model.steps import Step
from tests.agenda.items import there_is
from tests.agenda.test_points import says
from tests.agenda.test_proposing import proposes
from tests.agenda.test_staff import manages
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.rights.test_deletion import asks_deletion


async def test_a_forgotten_proposer_hears_no_more_and_the_item_goes_on(
    elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await proposes(elder)
    await asks_deletion(elder)
    await clock.passes(days=7)
    assert look("SELECT proposer, step FROM agenda_items") == [(0, "collecting")]
    assert look("SELECT telegram_id FROM agenda_supporters") == [(0,)]
    assert look("SELECT DISTINCT by FROM agenda_history") == [(0,)]
    await manages(moderator, "不往下办")
    await moderator.says("没有人管")
    await moderator.taps("对，就这样")
    assert look("SELECT step FROM agenda_items") == [("dropped",)]
    told = [chat for (chat,) in look("SELECT chat_id FROM outbox WHERE cause LIKE 'item-%'")]
    assert {0, elder.telegram_id} & set(told) == set()


async def test_the_words_of_who_was_forgotten_go_with_them(
    town: Neighbourhood, liaison: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await there_is(town, Step.DELIBERATING)
    await says(liaison, "我要问", "谁出电费")
    await says(liaison, "我赞成", "看得清路")
    await asks_deletion(liaison)
    await clock.passes(days=7)
    assert look("SELECT author, words, voice FROM agenda_points") == [(0, "", None), (0, "", None)]
    await moderator.says("/agenda 1")
    told = await moderator.reads()
    assert "赞成：（已删除）" in told
    assert "谁出电费" not in told
    await moderator.taps("看大家的看法")
    await moderator.taps("答复第2条")
    await moderator.says("公共收益")
    await moderator.taps("对，就这样")
    assert "记下了" in await moderator.reads()


async def test_what_is_kept_of_the_agenda_is_read_out(town: Neighbourhood, liaison: Someone) -> None:
    await there_is(town, Step.DELIBERATING)
    await says(liaison, "我赞成", "看得清路")
    await liaison.says("/mydata")
    text = await liaison.reads()
    while "看得清路" not in text and "接着看" in await liaison.buttons():
        await liaison.taps("接着看")
        text += await liaison.reads()
    assert "看得清路" in text
