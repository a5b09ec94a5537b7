"""The same trouble told twice is offered, not merged; who has met it too is counted by households."""

import pytest

from tests.concerns.test_conversation import finished, reported
from tests.neighbours import Look, Neighbourhood, Someone

FORM = "SELECT count(*) FROM conversations"
SUPPORTERS = "SELECT concern_id, household_id FROM concern_supporters"


async def test_a_trouble_that_is_known_is_offered_and_met_by_one_tap(
    elder: Someone, liaison: Someone, look: Look
) -> None:
    number = await reported(liaison, "3号楼2单元的路灯不亮")
    await elder.says("/concern 3号楼2单元路灯坏了")
    assert await elder.reads() == f"是这件事吗？\n#{number} 照明：3号楼2单元的路灯不亮（3号楼2单元）"
    await elder.taps("是，我也遇到了")
    assert f"记在 #{number} 里了" in await elder.reads()
    assert "等待答复，最晚11月26日 星期四" in await elder.reads()
    assert len(look(SUPPORTERS)) == 1
    assert look(FORM) == [(0,)]
    assert look("SELECT count(*) FROM concerns") == [(1,)]


async def test_who_has_met_it_too_hears_when_it_is_solved(elder: Someone, liaison: Someone, moderator: Someone) -> None:
    number = await reported(liaison, "3号楼2单元的路灯不亮")
    await elder.says("/concern 3号楼2单元路灯坏了")
    await elder.taps("是，我也遇到了")
    await finished(moderator, "换好了")
    await liaison.taps("解决了")
    assert f"您家也遇到的 #{number} 解决了" in await elder.reads()


async def test_a_duplicate_counts_as_a_household_that_has_met_it(
    elder: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    first = await reported(liaison, "3号楼2单元的路灯不亮")
    await elder.says("/concern 3号楼2单元路灯坏了")
    await elder.taps("不是，另记一件")
    await elder.taps("对，就这样")
    await moderator.taps("接下来怎么办")
    await moderator.taps("和别的诉求重复")
    await moderator.says(str(first))
    assert [concern for concern, _ in look(SUPPORTERS)] == [1]


async def test_saying_yes_twice_is_once(elder: Someone, liaison: Someone, look: Look) -> None:
    number = await reported(liaison, "3号楼2单元的路灯不亮")
    await elder.says("/concern 3号楼2单元路灯坏了")
    await elder.taps("是，我也遇到了")
    await elder.taps("是，我也遇到了")
    assert f"记在 #{number} 里了" in await elder.reads()
    assert len(look(SUPPORTERS)) == 1


async def test_another_one_is_read_back_and_not_asked_again(elder: Someone, liaison: Someone, look: Look) -> None:
    await reported(liaison, "3号楼2单元的路灯不亮")
    await elder.says("/concern 3号楼2单元路灯坏了")
    await elder.taps("不是，另记一件")
    assert "对吗？" in await elder.reads()
    await elder.taps("改一改")
    await elder.taps("改内容")
    await elder.says("3号楼2单元的路灯不亮")
    assert "对吗？" in await elder.reads()
    await elder.taps("对，就这样")
    assert "编号 #2" in await elder.reads()
    assert look(SUPPORTERS) == []


async def test_yes_and_no_can_be_typed(elder: Someone, liaison: Someone, look: Look) -> None:
    await reported(liaison, "3号楼2单元的路灯不亮")
    await elder.says("/concern 3号楼2单元路灯坏了")
    await elder.says("不是")
    assert "对吗？" in await elder.reads()
    await elder.taps("改一改")
    await elder.taps("不反映了")
    await elder.says("/concern 3号楼2单元路灯坏了")
    await elder.says("是的")
    assert len(look(SUPPORTERS)) == 1


@pytest.mark.parametrize(
    "other",
    [
        "3号楼1单元的路灯不亮",  # another entrance
        "5号楼2单元的路灯不亮",  # another building
        "3号楼2单元的声控灯太亮，一直不灭",  # another trouble
        "3号楼2单元的垃圾没人收，路灯那边堆满了",  # another kind
    ],
)
async def test_what_differs_in_place_kind_or_words_is_never_offered(
    elder: Someone, liaison: Someone, other: str
) -> None:
    await reported(liaison, other)
    await elder.says("/concern 3号楼2单元路灯坏了")
    assert "对吗？" in await elder.reads()


async def test_without_a_building_the_words_for_the_place_decide(elder: Someone, liaison: Someone) -> None:
    await liaison.says("/concern 路灯坏了")
    await liaison.says("小花园")
    await liaison.taps("对，就这样")
    await elder.says("/concern 路灯不亮")
    await elder.says("大门口")
    assert "对吗？" in await elder.reads()
    await elder.taps("改一改")
    await elder.taps("改地点")
    await elder.says("小花园。")
    assert await elder.reads() == "是这件事吗？\n#1 照明：路灯坏了（小区里）"


async def test_what_is_closed_is_not_offered(elder: Someone, liaison: Someone, moderator: Someone) -> None:
    await reported(liaison, "3号楼2单元的路灯不亮")
    await finished(moderator, "换好了")
    await liaison.taps("解决了")
    await elder.says("/concern 3号楼2单元路灯坏了")
    assert "对吗？" in await elder.reads()


async def test_a_draft_becomes_no_supporter_of_what_it_was_not_asked_about(
    liaison: Someone, moderator: Someone, look: Look
) -> None:
    await reported(moderator, "3号楼2单元的路灯不亮")
    await reported(moderator, "5号楼2单元的电梯坏了")
    await liaison.says("/concern 3号楼2单元路灯坏了")
    key = str(look("SELECT answers FROM conversations")[0][0]).partition('"key":"')[2].partition('"')[0]
    await liaison.forges(f"ct:{key}:2")
    assert "已经办好或取消了" in await liaison.reads()
    assert look(SUPPORTERS) == []


async def test_households_are_counted_once_and_ones_own_is_not(
    elder: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await elder.says(f"#{number}")
    assert "我也遇到了" not in (await elder.buttons())[:4]
    for neighbour in (liaison, moderator):
        await neighbour.says(f"#{number}")
        await neighbour.taps("我也遇到了")
        await neighbour.taps("我也遇到了")
    assert len(look(SUPPORTERS)) == 2
    await liaison.says(f"/concern {number}")
    assert "还有2户也遇到了" in await liaison.reads()
    await liaison.taps("不是我遇到的")
    await liaison.taps("不是我遇到的")
    assert f"#{number} 里不算您家了" in await liaison.reads()
    await moderator.says(f"/concern {number}")
    assert "还有1户也遇到了" in await moderator.reads()


async def test_the_author_who_says_me_too_is_not_counted(liaison: Someone, look: Look) -> None:
    await reported(liaison, "3号楼2单元的路灯不亮")
    await liaison.forges("cj:1:1")
    assert look(SUPPORTERS) == []


async def test_an_old_button_under_a_closed_concern_says_so(
    elder: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await liaison.says(f"#{number}")
    await finished(moderator, "换好了")
    await elder.taps("解决了")
    await liaison.taps("我也遇到了")
    assert f"#{number} 已经办结" in await liaison.reads()
    assert look(SUPPORTERS) == []


async def test_who_is_deleted_has_met_nothing_any_more(
    elder: Someone, liaison: Someone, town: Neighbourhood, look: Look
) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await liaison.says(f"#{number}")
    await liaison.taps("我也遇到了")
    await liaison.says("/mydata")
    assert "您也遇到过的事" in await liaison.reads()
    await town.running.town.do(lambda uow: uow.rights.erase(liaison.telegram_id))
    assert look(SUPPORTERS) == []
