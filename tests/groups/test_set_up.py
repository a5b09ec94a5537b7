"""A group becomes a community, or one more group of it."""

from typing import Any

from tests.neighbours import Neighbourhood, Someone

PURPOSES = ["主群", "楼栋群", "联络员群", "管理员群", "新社区"]


async def new_group(
    town: Neighbourhood, title: str, kind: str = "supergroup", owner: str = "ms_zhao", **more: Any
) -> int:
    """A group of its owner and a tenant, to which the owner has added the bot."""
    given = {"bot": "administrator", "members": ["xiao_li"]} | more
    chat = await town.playground.post("chats", title=title, type=kind, owner=owner, **given)
    await town.settles()
    return int(chat["id"])


async def of_moderator(town: Neighbourhood, title: str, **more: Any) -> int:
    return await new_group(town, title, owner="moderator_lin", members=["uncle_chen"], **more)


async def test_an_administrator_sets_a_group_up_and_the_card_is_pinned(town: Neighbourhood, owner: Someone) -> None:
    group = await new_group(town, "春风里")
    await owner.says("/setup", chat=group)
    assert "春风里开通了" in await owner.reads(group)
    pinned = (await owner.screen(group))["pinned"]
    assert "春风里" in pinned["text"]
    labels = [button["text"] for row in pinned["reply_markup"]["inline_keyboard"] for button in row]
    assert labels == ["反映问题", "投票", "看预告", "查积分"]


async def test_somebody_else_cannot(town: Neighbourhood, tenant: Someone) -> None:
    group = await new_group(town, "春风里")
    await tenant.says("/setup", chat=group)
    assert "请群管理员来办" in await tenant.reads(group)


async def test_setting_up_twice_is_the_same_community(moderator: Someone) -> None:
    await moderator.says_in_group("/setup")
    assert "阳光社区开通了" in await moderator.reads_in_group()


async def test_a_moderator_makes_a_further_group_the_group_of_a_building(
    town: Neighbourhood, moderator: Someone, liaison: Someone
) -> None:
    group = await of_moderator(town, "三号楼的邻居")
    await moderator.says("/setup", chat=group)
    assert "这个群做什么用" in await moderator.reads(group)
    assert [label for label in await moderator.buttons(group) if label in PURPOSES] == PURPOSES
    await moderator.taps("楼栋群", chat=group)
    assert "是哪栋楼" in await moderator.reads(group)
    await moderator.taps("3号楼", chat=group)
    assert "这里是阳光社区的3号楼群" in await moderator.reads(group)
    assert "阳光社区" in (await liaison.screen(group))["pinned"]["text"]
    await liaison.says("/concern 3号楼2单元的路灯不亮", chat=group)
    assert "编号 #1" in await liaison.reads(group)


async def test_the_choice_can_be_mended(town: Neighbourhood, moderator: Someone) -> None:
    group = await of_moderator(town, "联络群")
    await moderator.says("/setup", chat=group)
    await moderator.taps("管理员群", chat=group)
    await moderator.taps("换一个用途", chat=group)
    await moderator.taps("联络员群", chat=group)
    assert "联络员群" in await moderator.reads(group)
    other = await of_moderator(town, "管理组")
    await moderator.says("/setup", chat=other)
    await moderator.taps("管理员群", chat=other)
    assert "管理员群" in await moderator.reads(other)


async def test_there_is_one_main_group(town: Neighbourhood, moderator: Someone) -> None:
    group = await of_moderator(town, "又一个群")
    await moderator.says("/setup", chat=group)
    await moderator.taps("主群", chat=group)
    assert "“阳光社区”群已经是这个用途" in await moderator.reads(group)


async def test_a_moderator_may_found_another_community(town: Neighbourhood, moderator: Someone) -> None:
    group = await of_moderator(town, "春风里")
    await moderator.says("/setup", chat=group)
    await moderator.taps("新社区", chat=group)
    assert "春风里开通了" in await moderator.reads(group)
    third = await of_moderator(town, "春风里一号楼")
    await moderator.says("/setup", chat=third)
    assert "是哪个社区的群" in await moderator.reads(third)
    await moderator.taps("春风里", chat=third)
    await moderator.taps("联络员群", chat=third)
    assert "春风里的联络员群" in await moderator.reads(third)


async def test_an_administrator_who_does_not_moderate_cannot_join_a_group_to_a_community(
    town: Neighbourhood, moderator: Someone, liaison: Someone
) -> None:
    group = await of_moderator(town, "三号楼的邻居", admins=["uncle_chen"])
    await moderator.says("/setup", chat=group)
    await moderator.taps("联络员群", chat=group)
    await liaison.says("/setup", chat=group)
    assert "联络员群" in await liaison.reads(group)
    await liaison.taps("换一个用途", chat=group)
    assert "由管理员和楼栋联络员来办" in await liaison.reads(group)


async def test_a_group_that_becomes_a_supergroup_keeps_its_community(town: Neighbourhood, owner: Someone) -> None:
    group = await new_group(town, "春风里", kind="group")
    await owner.says("/setup", chat=group)
    moved = int((await town.playground.post(f"chats/{group}/migrate"))["id"])
    await town.settles()
    screen = await owner.screen(moved)
    assert "春风里" in screen["pinned"]["text"]
    assert not any("大家好" in message.get("text", "") for message in screen["messages"])


async def test_in_a_forum_the_card_goes_to_the_general_topic(town: Neighbourhood, owner: Someone) -> None:
    group = await new_group(town, "春风里", is_forum=True)
    await owner.says("/setup", chat=group)
    assert "message_thread_id" not in (await owner.screen(group))["pinned"]


async def test_an_administrator_who_hides_their_name_shows_it_by_a_tap(
    town: Neighbourhood, owner: Someone, tenant: Someone
) -> None:
    group = await new_group(town, "春风里")
    await owner.says("/setup", chat=group, anonymous=True)
    assert "请群管理员" in await owner.reads(group)
    await tenant.taps("我是管理员，开通这个群", chat=group)
    assert "请群管理员来办" in await tenant.reads(group)
    await owner.taps("我是管理员，开通这个群", chat=group)
    assert "春风里开通了" in await owner.reads(group)
    await owner.starts()
    await owner.taps("普通版")
    await owner.taps("我同意")
    await owner.says("/concern 大门坏了", chat=group)
    assert "您住这里的话" in await owner.reads(group)


async def test_the_cards_buttons_lead_into_the_private_chat(elder: Someone) -> None:
    await elder.taps_in_group("看预告")
    assert "下次议事日" in await elder.reads()
    await elder.taps_in_group("反映问题")
    assert "请说说是什么事" in await elder.reads()
