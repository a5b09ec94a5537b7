"""The bot is added, removed, made an administrator or not; a group gets another name."""

from bot.groups import service
from bot.groups.model import Standing
from tests.groups.test_set_up import new_group
from tests.neighbours import Clock, Look, Neighbourhood, Someone

OWED = "SELECT count(*) FROM outbox JOIN groups USING (chat_id) WHERE done_at IS NULL"


async def becomes(town: Neighbourhood, group: int, status: str) -> None:
    await town.playground.post(f"chats/{group}/bot", status=status)
    await town.settles()


async def greetings(person: Someone, group: int) -> int:
    messages = (await person.screen(group))["messages"]
    return sum("大家好，我是议事" in message.get("text", "") for message in messages)


async def test_who_added_the_bot_is_told_once_what_to_do_next(town: Neighbourhood, owner: Someone) -> None:
    group = await new_group(town, "春风里", bot="member")
    assert await greetings(owner, group) == 1
    await becomes(town, group, "left")
    await becomes(town, group, "member")
    assert await greetings(owner, group) == 1
    await owner.taps("开通这个群", chat=group)
    assert "春风里开通了" in await owner.reads(group)


async def test_removed_it_owes_the_group_nothing_and_tells_the_moderators(
    town: Neighbourhood, moderator: Someone, clock: Clock, look: Look
) -> None:
    await town.playground.post("faults", kind="flood", method="sendMessage", chat=town.group, retry_after=3600)
    await moderator.says_in_group("/setup", anonymous=True)
    assert look(OWED) == [(1,)]
    await becomes(town, town.group, "left")
    assert look(OWED) == [(0,)]
    assert "林芳把我移出了“阳光社区”群" in await moderator.reads()
    await clock.passes(hours=2)
    assert [call for call in await town.log() if call["status"] == 403] == []


async def test_back_again_it_shows_its_card(town: Neighbourhood, moderator: Someone, look: Look) -> None:
    await becomes(town, town.group, "left")
    await becomes(town, town.group, "administrator")
    assert look("SELECT status, community_id FROM groups") == [("administrator", 1)]
    assert (await moderator.screen(town.group))["pinned"] is not None


async def test_no_administrator_any_more_it_tells_the_moderators(town: Neighbourhood, moderator: Someone) -> None:
    await becomes(town, town.group, "member")
    assert "取消了我在“阳光社区”群的管理员" in await moderator.reads()


async def test_made_an_administrator_it_pins_the_card_that_it_could_not_pin(
    town: Neighbourhood, owner: Someone
) -> None:
    group = await new_group(town, "春风里", bot="member")
    await owner.taps("开通这个群", chat=group)
    assert (await owner.screen(group))["pinned"] is None
    await becomes(town, group, "administrator")
    assert "春风里" in (await owner.screen(group))["pinned"]["text"]


async def test_the_community_bears_the_new_name_of_its_group(town: Neighbourhood, moderator: Someone) -> None:
    await town.playground.post(f"chats/{town.group}/title", title="阳光家园")
    await town.settles()
    assert "阳光家园" in (await moderator.screen(town.group))["pinned"]["text"]


async def test_a_group_of_another_purpose_does_not_rename_the_community(
    town: Neighbourhood, moderator: Someone, look: Look
) -> None:
    group = await new_group(town, "阳光社区", owner="moderator_lin")
    await moderator.says("/setup", chat=group)
    await moderator.taps("联络员群", chat=group)
    await town.playground.post(f"chats/{group}/title", title="联络员")
    await town.settles()
    assert look("SELECT name FROM communities") == [("阳光社区",)]
    assert look("SELECT title FROM groups ORDER BY title") == [("联络员",), ("阳光社区",)]


async def test_blocking_in_private_is_no_matter_of_groups(
    town: Neighbourhood, elder: Someone, moderator: Someone, look: Look
) -> None:
    await elder.blocks()
    await town.settles()
    assert await moderator.reads() == ""
    assert look("SELECT count(*) FROM groups") == [(1,)]


async def test_news_of_the_supergroup_may_come_before_the_news_of_its_move(town: Neighbourhood, look: Look) -> None:
    do, supergroup = town.running.town.do, -1009999999999
    await do(service.stands, None, supergroup, "阳光社区", False, Standing.ADMINISTRATOR, "林芳")
    await do(service.moved, None, town.group, supergroup)
    await do(service.moved, None, town.group, supergroup)
    assert look("SELECT chat_id, community_id, purpose FROM groups") == [(supergroup, 1, "main")]
