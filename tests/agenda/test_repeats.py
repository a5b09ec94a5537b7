"""Every update comes twice: each step of an item has its effect once, and the second answer is the first once more."""

from collections.abc import AsyncIterator

import pytest

from bot.agenda.model.steps import Step
from tests.agenda.items import there_is
from tests.agenda.test_proposing import proposes
from tests.agenda.test_staff import WORDS, manages
from tests.neighbours import Clock, Look, Neighbourhood, Someone


@pytest.fixture(autouse=True)
async def twice(town: Neighbourhood) -> AsyncIterator[None]:
    await town.playground.post("faults", kind="repeat", count=10_000)
    yield
    assert await town.playground.get("faults") != []


async def test_from_the_proposal_to_the_frozen_words(
    elder: Someone, moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await proposes(moderator)
    assert (await moderator.reads()).count("是议题1，已经排上议程") == 2
    await elder.starts("item-1")
    await manages(moderator, "归谁定", "居民议事会的事")
    await manages(moderator, "进到②商议")
    assert (await moderator.reads()).count("议题1现在是：②商议") == 3  # twice the answer, once the notice
    await liaison.starts("item-1-question")
    await liaison.says("谁出钱")
    await liaison.taps("对，就这样")
    assert (await liaison.reads()).count("管理员答复了，我告诉您") == 2
    await clock.passes(days=3)
    await manages(moderator, "进到③审议")
    await manages(moderator, "定表决的原文")
    await moderator.says(WORDS)
    await moderator.taps("对，就这样")
    assert (await moderator.reads()).count("定稿了，是第1版") == 3
    await manages(moderator, "排日子", "12月2日 星期三 晚上7点", "5分钟")

    assert look("SELECT step, version, sitting_id, position FROM agenda_items") == [("reviewing", 1, 2, 1)]
    assert look("SELECT side, words FROM agenda_points") == [("question", "谁出钱")]
    assert look("SELECT * FROM conversations") == []
    assert [deed for (deed,) in look("SELECT deed FROM agenda_history ORDER BY id")] == [
        "item_proposed", "item_scoped", "deliberating", "reviewing", "item_worded", "item_scheduled",
    ]  # fmt: skip


async def test_papers_order_and_support(town: Neighbourhood, liaison: Someone, moderator: Someone, look: Look) -> None:
    await there_is(town, Step.DELIBERATING)
    await there_is(town, Step.DELIBERATING, key=1)
    await manages(moderator, "加材料")
    await moderator.says("报价")
    await moderator.taps("发完了")
    assert (await moderator.reads()).count("在议题下面能看到这些材料") == 2
    for item in (1, 2):
        await manages(moderator, "排日子", "12月2日 星期三 晚上7点", "5分钟", item=item)
    await manages(moderator, "往前排", item=2)
    assert (await moderator.reads()).count("议题2现在排在第1项") == 2
    await liaison.says("/agenda 1")
    await liaison.taps("我支持")
    assert look("SELECT number, position FROM agenda_items ORDER BY number") == [(1, 2), (2, 1)]
    assert look("SELECT count(*) FROM agenda_papers") == [(1,)]
    assert look("SELECT count(*) FROM agenda_supporters") == [(1,)]
