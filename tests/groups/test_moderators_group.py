"""Where moderators have a group, a concern has one card there for all of them."""

from tests.concerns.test_conversation import reported
from tests.groups.test_comings_and_goings import becomes
from tests.groups.test_set_up import of_moderator
from tests.neighbours import Neighbourhood, Someone


async def moderators_group(town: Neighbourhood, moderator: Someone) -> int:
    group = await of_moderator(town, "阳光社区管理组")
    await moderator.says("/setup", chat=group)
    await moderator.taps("管理员群", chat=group)
    return group


def cards(messages: list[dict[str, str]], number: int) -> list[str]:
    return [message["text"] for message in messages if f"#{number} · " in message.get("text", "")]


async def test_a_concern_has_one_card_in_the_moderators_group(
    town: Neighbourhood, elder: Someone, moderator: Someone, liaison: Someone
) -> None:
    group = await moderators_group(town, moderator)
    number = await reported(elder, "3号楼2单元的路灯不亮")
    assert len(cards((await moderator.screen(group))["messages"], number)) == 1
    assert cards((await moderator.screen())["messages"], number) == []
    await moderator.taps("认领", chat=group)
    assert "由您跟进了" in await moderator.reads(group)
    assert "由您跟进了" not in await liaison.reads(group)
    assert "林芳在跟进" in cards((await liaison.screen(group))["messages"], number)[0]


async def test_the_answer_is_written_in_private(town: Neighbourhood, elder: Someone, moderator: Someone) -> None:
    group = await moderators_group(town, moderator)
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await moderator.taps("回复", chat=group)
    assert f"请写下对 #{number}" in await moderator.reads()
    await moderator.says("明天来修")
    assert "明天来修" in await elder.reads()
    assert "已答复" in cards((await moderator.screen(group))["messages"], number)[0]


async def test_a_liaison_who_sees_to_it_has_a_card_of_their_own(
    town: Neighbourhood, elder: Someone, moderator: Someone, liaison: Someone
) -> None:
    group = await moderators_group(town, moderator)
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await moderator.taps("转楼栋联络员", chat=group)
    assert "已转给陈建国" in await moderator.reads(group)
    assert len(cards((await liaison.screen())["messages"], number)) == 1


async def test_who_is_in_the_group_without_a_role_is_told_no_alone(
    town: Neighbourhood, elder: Someone, moderator: Someone, supervisor: Someone
) -> None:
    group = await of_moderator(town, "管理组")
    await town.playground.post(f"chats/{group}/members", who="supervisor_sun", status="member")
    await moderator.says("/setup", chat=group)
    await moderator.taps("管理员群", chat=group)
    await reported(elder, "3号楼2单元的路灯不亮")
    await supervisor.taps("认领", chat=group)
    assert "由管理员和楼栋联络员来办" in await supervisor.reads(group)
    await supervisor.taps("回复", chat=group)
    assert "由管理员和楼栋联络员来办" in await supervisor.reads()


async def test_a_card_that_a_moderator_has_already_goes_on_showing_how_things_are(
    town: Neighbourhood, elder: Someone, moderator: Someone
) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    group = await moderators_group(town, moderator)
    await moderator.says(f"/reply {number} 明天来修")
    assert "已答复" in cards((await moderator.screen())["messages"], number)[0]
    assert "已答复" in cards((await moderator.screen(group))["messages"], number)[0]


async def test_without_the_group_the_cards_come_in_private_again(
    town: Neighbourhood, elder: Someone, moderator: Someone
) -> None:
    group = await moderators_group(town, moderator)
    await becomes(town, group, "left")
    number = await reported(elder, "3号楼2单元的路灯不亮")
    assert len(cards((await moderator.screen())["messages"], number)) == 1
