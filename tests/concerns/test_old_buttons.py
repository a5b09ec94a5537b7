"""Buttons of drafts that are finished, and buttons that nobody gave out: they change nothing."""

import pytest

from tests.neighbours import Look, Someone

OVER = "已经办好或取消了"


@pytest.fixture
async def key(liaison: Someone, look: Look) -> str:
    """Of a draft that is dropped; another one is open."""
    await liaison.taps("反映问题")
    await liaison.says("3号楼2单元的路灯不亮")
    [(form,)] = look("SELECT answers FROM conversations")
    await liaison.taps("改一改")
    await liaison.taps("不反映了")
    await liaison.taps("反映问题")
    await liaison.says("5号楼1单元的电梯坏了")
    return str(form).partition('"key":"')[2].partition('"')[0]


@pytest.mark.parametrize(
    "old", ["cw:{}:3:2", "cc:{}:waste", "cp:{}:1", "ca:{}", "ce:{}", "cq:{}:where", "cr:{}", "cx:{}", "cy:{}"]
)
async def test_a_button_of_an_old_draft_leaves_the_present_one_alone(
    liaison: Someone, look: Look, key: str, old: str
) -> None:
    before = look("SELECT answers FROM conversations")
    await liaison.forges(old.format(key))
    assert OVER in await liaison.reads()
    assert look("SELECT answers FROM conversations") == before


async def test_an_old_kind_does_not_become_todays(elder: Someone) -> None:
    await elder.taps("反映问题")
    await elder.says("那个东西又那样了")
    await elder.taps("3号楼2单元")
    screen = (await elder.screen())["messages"][-1]["message_id"]
    await elder.taps("照明")
    await elder.taps("对，就这样")
    await elder.taps("反映问题")
    await elder.says("楼下狗叫")
    await elder.taps("照明", message_id=screen)
    assert OVER in await elder.reads()


async def own_key(who: Someone, look: Look) -> str:
    await who.says("那个东西又那样了")
    await who.taps("要反映")
    return str(look("SELECT answers FROM conversations")[0][0]).partition('"key":"')[2].partition('"')[0]


@pytest.mark.parametrize("forged", ["cw:{}:99:1", "cw:{}:3:9", "cw:{}:0:2", "cw:{}:-1:0", "cc:{}:gossip", "cc:{}:"])
async def test_what_was_never_offered_is_refused(liaison: Someone, look: Look, forged: str) -> None:
    key = await own_key(liaison, look)
    before = look("SELECT answers FROM conversations")
    await liaison.forges(forged.format(key))
    assert "这里没有这一项" in await liaison.reads()
    assert look("SELECT answers FROM conversations") == before


async def test_a_place_is_kept_in_the_words_of_the_community(elder: Someone, look: Look) -> None:
    await elder.says("那个东西又那样了")
    await elder.taps("要反映")
    await elder.says("/language")
    await elder.taps("English")
    await elder.taps("Report a problem")
    await elder.taps("Building 3, unit 2")
    await elder.taps("Lighting")
    await elder.taps("Yes, that is right")
    assert look("SELECT place, building FROM concerns") == [("3号楼2单元", 3)]


async def test_common_ground_is_read_in_ones_own_language(elder: Someone, look: Look) -> None:
    await elder.says("那个东西又那样了")
    await elder.taps("要反映")
    await elder.taps("小区公共地方")
    await elder.taps("看更多")
    await elder.taps("噪音")
    await elder.says("/language")
    await elder.taps("English")
    await elder.taps("Report a problem")
    assert "Where: Common grou…" in await elder.reads()
    await elder.taps("Yes, that is right")
    assert look("SELECT place, building FROM concerns") == [("小区公共地方", None)]


async def test_a_building_that_is_not_here_is_words_only(elder: Someone, look: Look) -> None:
    await elder.says("/concern 9999号楼的路灯不亮")
    assert "什么地方" in await elder.reads()
    await elder.says("9999号楼门口")
    await elder.taps("对，就这样")
    assert look("SELECT place, building FROM concerns") == [("9999号楼门口", None)]


async def test_a_unit_without_a_building_is_in_ones_own(elder: Someone, look: Look) -> None:
    await elder.says("/concern 2单元的路灯不亮")
    assert "地点：3号楼2单元" in await elder.reads()
    await elder.taps("对，就这样")
    assert look("SELECT place, building FROM concerns") == [("3号楼2单元", 3)]


async def test_the_read_back_says_that_a_photo_is_with_it(elder: Someone) -> None:
    await elder.sends("photo", caption="3号楼2单元的路灯已经三天三夜不亮了，晚上看不见路，请快来修")
    assert "附照片。" in await elder.reads()
