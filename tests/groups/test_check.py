"""The self-check says in words what is missing, and mends by a tap what a tap can mend."""

import aiohttp

from tests.conftest import TOKEN
from tests.groups.test_comings_and_goings import becomes
from tests.groups.test_set_up import new_group
from tests.neighbours import Neighbourhood, Someone

ALL_WELL = "这里都好"


async def pinned_id(someone: Someone, group: int) -> int:
    return int((await someone.screen(group))["pinned"]["message_id"])


async def somebody_else_with_the_bots_token(town: Neighbourhood, method: str, message_id: int) -> None:
    """Unpins or deletes the card, as an administrator of the group can."""
    url = f"{town.playground.url}/bot{TOKEN}/{method}"
    card = {"chat_id": town.group, "message_id": message_id}
    async with aiohttp.ClientSession() as http, http.post(url, json=card) as answer:
        assert answer.status == 200


async def test_what_the_reference_community_is_missing(moderator: Someone) -> None:
    await moderator.says_in_group("/check")
    assert "1、2、4、5、6、7…号楼还没有联络员" in await moderator.reads_in_group()
    assert "我听不到" not in await moderator.reads_in_group()


async def test_a_bot_that_is_no_administrator_says_what_it_cannot(town: Neighbourhood, moderator: Someone) -> None:
    await becomes(town, town.group, "member")
    await moderator.says_in_group("/check")
    assert "这件事请群管理员来办" in await moderator.reads_in_group()
    await moderator.taps_in_group("我是管理员，看看缺什么")
    told = await moderator.reads_in_group()
    assert "我听不到群里的消息，因为我不是管理员" in told
    assert "我不能置顶卡片" in told


async def test_a_card_that_was_unpinned_goes_up_by_one_tap(town: Neighbourhood, moderator: Someone) -> None:
    card = await pinned_id(moderator, town.group)
    await somebody_else_with_the_bots_token(town, "unpinChatMessage", card)
    await moderator.says_in_group("/check")
    assert "卡片没有置顶" in await moderator.reads_in_group()
    await moderator.taps_in_group("重新置顶卡片")
    assert await pinned_id(moderator, town.group) == card
    await moderator.says_in_group("/check")
    assert "卡片没有置顶" not in await moderator.reads_in_group()


async def test_a_card_that_was_deleted_comes_anew_by_the_same_tap(town: Neighbourhood, moderator: Someone) -> None:
    card = await pinned_id(moderator, town.group)
    await somebody_else_with_the_bots_token(town, "deleteMessage", card)
    await moderator.says("/check")
    assert "卡片没有置顶" in await moderator.reads()
    await moderator.taps("重新置顶卡片")
    assert await pinned_id(moderator, town.group) > card


async def test_right_after_setting_up_the_administrator_hears_what_is_missing(
    town: Neighbourhood, owner: Someone
) -> None:
    group = await new_group(town, "春风里", kind="group")
    await owner.says("/setup", chat=group)
    told = await owner.reads(group)
    assert "这还是小群" in told
    assert "名册上还没有住户" in told
    assert "没有置顶" not in told


async def test_a_forum_whose_general_topic_is_hidden(town: Neighbourhood, owner: Someone) -> None:
    group = await new_group(town, "春风里", is_forum=True)
    await owner.says("/setup", chat=group)
    await town.playground.post(f"chats/{group}/general", hidden=True)
    await owner.says("/check", chat=group)
    assert "“综合”话题被隐藏了" in await owner.reads(group)
    await town.playground.post(f"chats/{group}/general", hidden=False)
    await town.settles()
    before = len((await owner.screen(group))["messages"])
    await owner.says("/check", chat=group)
    assert all("综合" not in m.get("text", "") for m in (await owner.screen(group))["messages"][before:])


async def test_a_group_that_is_not_set_up_is_so_by_a_tap(town: Neighbourhood, owner: Someone) -> None:
    group = await new_group(town, "春风里")
    await owner.says("/check", chat=group)
    assert "这个群还没开通" in await owner.reads(group)
    await owner.taps("开通这个群", chat=group)
    assert "春风里开通了" in await owner.reads(group)


async def test_neighbours_and_strangers_are_told_whose_it_is(liaison: Someone, outsider: Someone) -> None:
    await liaison.says_in_group("/check")
    assert "请群管理员来办" in await liaison.reads_in_group()
    await liaison.says("/check")
    assert "由管理员和楼栋联络员来办" in await liaison.reads()
    await outsider.starts()
    await outsider.says("/check")
    assert "还没开通" in await outsider.reads()


async def test_in_elder_mode_one_thing_after_the_other(town: Neighbourhood, moderator: Someone) -> None:
    await becomes(town, town.group, "member")
    await moderator.says("长辈版")
    await moderator.says("/check")
    assert "我听不到群里的消息" in await moderator.reads()
    await moderator.taps("看下一件")
    assert "我不能置顶卡片" in await moderator.reads()
