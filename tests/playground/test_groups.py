"""Groups: privacy mode, members, migration, topics."""

import pytest

from tests.playground.conftest import GROUP, LI, Control, HandBot

BOT = 1000000


async def as_member(bot: HandBot, control: Control) -> None:
    """The bot is no administrator any more, so privacy mode holds."""
    await control.post(f"chats/{GROUP}/bot", status="member")
    await bot.catch_up()


async def test_an_administrator_bot_hears_everything(bot: HandBot, control: Control) -> None:
    await control.say("xiao_li", "路灯不亮", chat=GROUP)
    assert await bot.texts() == ["路灯不亮"]


async def test_with_privacy_a_member_bot_hears_only_what_is_for_it(bot: HandBot, control: Control) -> None:
    await as_member(bot, control)
    posted = await bot.does("sendMessage", chat_id=GROUP, text="公告")
    for text in ("路灯不亮", "@yishi_bot 路灯不亮", "/vote", "/vote@yishi_bot 1", "/vote@other_bot", "见 /vote"):
        await control.say("xiao_li", text, chat=GROUP)
    await control.say("xiao_li", "谢谢", chat=GROUP, reply_to=posted["message_id"])
    assert await bot.texts() == ["/vote", "/vote@yishi_bot 1", "谢谢"]


async def test_without_privacy_a_member_bot_hears_everything(bot: HandBot, control: Control) -> None:
    await control.post("bots", token="2:OPEN", username="open_bot", name="开放", privacy=False)
    await control.post(f"chats/{GROUP}/bot", status="member", bot="open_bot")
    other = HandBot(bot.session, bot.url, "2:OPEN")
    await other.catch_up()
    await control.say("xiao_li", "路灯不亮", chat=GROUP)
    assert await other.texts() == ["路灯不亮"]


async def test_bots_hear_neither_themselves_nor_each_other(bot: HandBot, control: Control) -> None:
    await control.post("bots", token="2:OPEN", username="open_bot", name="开放", privacy=False)
    await control.post(f"chats/{GROUP}/bot", status="administrator", bot="open_bot")
    other = HandBot(bot.session, bot.url, "2:OPEN")
    for one in (bot, other):
        await one.catch_up()
    await bot.does("setMyCommands", commands=[{"command": "mine", "description": "我的", "is_ephemeral": True}])
    await bot.does("sendMessage", chat_id=GROUP, text="公告")
    await control.say("xiao_li", "/mine", chat=GROUP)
    assert await other.updates() == []
    assert await bot.texts() == ["/mine"]


async def test_looking_at_a_private_chat_does_not_open_it(bot: HandBot, control: Control) -> None:
    assert (await control.screen("xiao_li"))["messages"] == []
    assert (await bot.refusal("sendMessage", chat_id=LI, text="您好")).startswith("Forbidden: bot can't initiate")
    await control.say("xiao_li", "在吗")
    assert (await bot.does("sendMessage", chat_id=LI, text="在"))["chat"]["id"] == LI


async def test_who_joins_and_leaves_is_told(bot: HandBot, control: Control) -> None:
    await bot.updates(allowed_updates=["message", "chat_member", "my_chat_member"])
    await control.post(f"chats/{GROUP}/members", who="outsider_he", status="member")
    await control.post(f"chats/{GROUP}/members", who="outsider_he", status="administrator")
    await control.post(f"chats/{GROUP}/members", who="outsider_he", status="left")
    rows = await bot.updates()
    changes = [row["chat_member"] for row in rows if "chat_member" in row]
    statuses = [(one["old_chat_member"]["status"], one["new_chat_member"]["status"]) for one in changes]
    assert statuses == [("left", "member"), ("member", "administrator"), ("administrator", "left")]
    messages = [row["message"] for row in rows if "message" in row]
    assert messages[0]["new_chat_members"][0]["first_name"] == "何伟"
    assert messages[1]["left_chat_member"]["first_name"] == "何伟"


async def test_the_bot_is_told_of_its_own_standing(bot: HandBot, control: Control) -> None:
    for status in ("member", "administrator", "left"):
        await control.post(f"chats/{GROUP}/bot", status=status)
    changes = [row["my_chat_member"] for row in await bot.updates() if "my_chat_member" in row]
    assert [one["new_chat_member"]["status"] for one in changes] == ["member", "administrator", "kicked"]
    assert {one["from"]["first_name"] for one in changes} == {"林芳"}


async def test_blocking_is_told(bot: HandBot, control: Control) -> None:
    await control.post("people/xiao_li/start")
    await control.post("people/xiao_li/block")
    status, reason = await control.refusal("people/xiao_li/say", text="在吗")
    assert (status, reason) == (400, "xiao_li has blocked the bot; unblock it first")
    await control.post("people/xiao_li/start")
    kinds = await bot.kinds()
    assert kinds == ["message", "my_chat_member", "my_chat_member", "message"]


async def test_leaving_bots_can_write_no_more(bot: HandBot) -> None:
    assert await bot.does("leaveChat", chat_id=GROUP)
    assert (
        await bot.refusal("sendMessage", chat_id=GROUP, text="?")
        == "Forbidden: bot is not a member of the supergroup chat"
    )


async def test_a_group_becomes_a_supergroup(bot: HandBot, control: Control) -> None:
    old = await control.post("chats", title="楼道", type="group", owner="ms_zhao", members=["xiao_li"], bot="member")
    await bot.catch_up()
    new = await control.post(f"chats/{old['id']}/migrate")
    assert (new["type"], new["title"]) == ("supergroup", "楼道")
    rows = await bot.updates()
    messages = [row["message"] for row in rows if "message" in row]
    assert [
        (one["chat"]["id"], one.get("migrate_to_chat_id"), one.get("migrate_from_chat_id")) for one in messages
    ] == [
        (old["id"], new["id"], None),
        (new["id"], None, old["id"]),
    ]
    changes = [row["my_chat_member"] for row in rows if "my_chat_member" in row]
    assert [(one["chat"]["id"], one["new_chat_member"]["status"]) for one in changes] == [
        (old["id"], "left"),
        (new["id"], "member"),
    ]
    refused = await bot.answer("sendMessage", chat_id=old["id"], text="还在吗")
    assert refused["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused["parameters"] == {"migrate_to_chat_id": new["id"]}
    assert (await bot.does("sendMessage", chat_id=new["id"], text="在"))["chat"]["id"] == new["id"]
    assert (await control.refusal(f"chats/{old['id']}/migrate"))[0] == 400
    assert (await control.refusal("people/xiao_li/say", text="?", chat=old["id"]))[0] == 400


async def test_a_group_is_renamed(bot: HandBot, control: Control) -> None:
    await control.post(f"chats/{GROUP}/title", title="阳光小区")
    assert (await bot.updates())[0]["message"]["new_chat_title"] == "阳光小区"
    assert (await bot.does("getChat", chat_id=GROUP))["title"] == "阳光小区"


async def test_a_public_group_has_a_name(bot: HandBot, control: Control) -> None:
    await control.post("chats", title="公开", owner="ms_zhao", username="sunny_open", bot="member")
    assert (await bot.does("sendMessage", chat_id="@sunny_open", text="公告"))["chat"]["title"] == "公开"


@pytest.mark.usefixtures("unlimited")
async def test_a_forum_has_topics(bot: HandBot, control: Control) -> None:
    chat = (
        await control.post(
            "chats", title="论坛", owner="ms_zhao", members=["xiao_li"], is_forum=True, bot="administrator"
        )
    )["id"]
    topic = await bot.does("createForumTopic", chat_id=chat, name="电梯")
    where = {"chat_id": chat, "message_thread_id": topic["message_thread_id"]}
    posted = await bot.does("sendMessage", **where, text="电梯停了")
    assert (posted["message_thread_id"], posted["is_topic_message"]) == (topic["message_thread_id"], True)
    said = await control.say("xiao_li", "什么时候修", chat=chat, reply_to=posted["message_id"])
    assert said["message_thread_id"] == topic["message_thread_id"]
    assert await bot.does("editForumTopic", **where, name="电梯(2号楼)")
    assert await bot.does("closeForumTopic", **where)
    assert await bot.refusal("closeForumTopic", **where) == "Bad Request: TOPIC_NOT_MODIFIED"
    assert await bot.does("reopenForumTopic", **where)


async def test_a_bot_knows_who_is_in_a_group(bot: HandBot) -> None:
    assert (await bot.does("getChatMember", chat_id=GROUP, user_id=LI))["status"] == "member"
    assert (await bot.does("getChatMember", chat_id=GROUP, user_id=5000008))["status"] == "left"
    assert (await bot.does("getChatMember", chat_id=GROUP, user_id=BOT))["can_pin_messages"] is True
