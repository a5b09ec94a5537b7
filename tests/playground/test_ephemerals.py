"""Messages that one person of a group sees."""

import pytest

from bot.playground.shapes import Json
from tests.playground.conftest import GRANDMA, GROUP, LI, OUTSIDER, Control, HandBot, inline

pytestmark = pytest.mark.usefixtures("unlimited")


def only(person: int, text: str = "只有您看得见", **more: object) -> Json:
    """A message for one person's eyes."""
    return {"chat_id": GROUP, "text": text, "ephemeral_message_parameters": {"receiver_user_id": person, **more}}


async def texts(control: Control, who: str) -> list[str]:
    """What somebody sees in the group."""
    return [message.get("text", "") for message in (await control.screen(who, GROUP))["messages"]]


async def test_only_the_receiver_sees_it(bot: HandBot, control: Control) -> None:
    sent = await bot.does("sendMessage", **only(LI))
    assert (sent["message_id"], sent["receiver_user"]["id"]) == (0, LI)
    assert "只有您看得见" in await texts(control, "xiao_li")
    assert "只有您看得见" not in await texts(control, "ms_zhao")


async def test_it_is_edited_and_deleted_by_its_own_methods(bot: HandBot, control: Control) -> None:
    sent = await bot.does("sendMessage", **only(LI), reply_markup=inline("好"))
    it = {"chat_id": GROUP, "receiver_user_id": LI, "ephemeral_message_id": sent["ephemeral_message_id"]}
    assert await bot.does("editEphemeralMessageText", **it, text="改了", reply_markup=inline("行"))
    assert (await bot.refusal("editEphemeralMessageText", **it, text="改了", reply_markup=inline("行"))).startswith(
        "Bad Request: message is not modified"
    )
    assert (await control.screen("xiao_li", GROUP))["text"] == "改了\n行"
    assert await bot.does("editEphemeralMessageReplyMarkup", **it)
    assert await bot.refusal("editMessageText", chat_id=GROUP, message_id=it["ephemeral_message_id"], text="?") == (
        "Bad Request: message to edit not found"
    )
    other = it | {"receiver_user_id": GRANDMA}
    assert await bot.refusal("deleteEphemeralMessage", **other) == "Bad Request: message to delete not found"
    assert await bot.does("deleteEphemeralMessage", **it)
    assert "改了" not in await texts(control, "xiao_li")


async def test_its_buttons_can_be_tapped_by_the_receiver(bot: HandBot, control: Control) -> None:
    await bot.does("sendMessage", **only(LI), reply_markup=inline("好"))
    assert (await control.refusal("people/ms_zhao/tap", button="好", chat=GROUP))[0] == 404
    tapped = await control.tap("xiao_li", "好", chat=GROUP)
    query = (await bot.updates())[0]["callback_query"]
    assert query["id"] == tapped["callback_query_id"]
    assert query["message"]["ephemeral_message_id"]
    assert await bot.does("answerCallbackQuery", callback_query_id=query["id"], text="收到")


async def test_it_can_stand_in_place_of_the_message_that_was_tapped(bot: HandBot, control: Control) -> None:
    await bot.does("sendMessage", chat_id=GROUP, text="表决", reply_markup=inline("投票"))
    await bot.does("sendMessage", chat_id=GROUP, text="后来")
    query_id = (await control.tap("xiao_li", "投票", chat=GROUP))["callback_query_id"]
    await bot.does(
        "sendMessage", **only(LI, "您的选票", callback_query_id=query_id, replace_callback_query_message=True)
    )
    assert (await texts(control, "xiao_li"))[-2:] == ["您的选票", "后来"]
    assert (await texts(control, "ms_zhao"))[-2:] == ["表决", "后来"]


async def test_a_bot_that_runs_nothing_must_be_answering(bot: HandBot, control: Control) -> None:
    await control.post(f"chats/{GROUP}/bot", status="member")
    await bot.does("sendMessage", chat_id=GROUP, text="表决", reply_markup=inline("投票"))
    assert await bot.refusal("sendMessage", **only(LI)) == (
        "Forbidden: not enough rights to send ephemeral messages to the chat"
    )
    query_id = (await control.tap("xiao_li", "投票", chat=GROUP))["callback_query_id"]
    assert await bot.does("sendMessage", **only(LI, callback_query_id=query_id))
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await bot.refusal("sendMessage", **only(GRANDMA, callback_query_id=query_id)) == too_old
    await control.post("clock", advance=16)
    assert await bot.refusal("sendMessage", **only(LI, callback_query_id=query_id)) == too_old


async def test_an_ephemeral_command_is_between_one_person_and_the_bot(bot: HandBot, control: Control) -> None:
    await control.post(f"chats/{GROUP}/bot", status="member")
    await bot.catch_up()
    await bot.does("setMyCommands", commands=[{"command": "mine", "description": "我的", "is_ephemeral": True}])
    await control.say("xiao_li", "/mine", chat=GROUP)
    message = (await bot.updates())[0]["message"]
    assert (message["message_id"], message["receiver_user"]["is_bot"]) == (0, True)
    assert "/mine" in await texts(control, "xiao_li")
    assert "/mine" not in await texts(control, "ms_zhao")
    reply = {"reply_parameters": {"ephemeral_message_id": message["ephemeral_message_id"]}}
    assert await bot.refusal("sendMessage", chat_id=GROUP, text="?", **reply) == (
        "Bad Request: a reply to an ephemeral message must be an ephemeral message"
    )
    assert await bot.does("sendMessage", **only(LI, "您有3分"), **reply)
    assert (await texts(control, "xiao_li"))[-1] == "您有3分"


async def test_it_cannot_go_to_outsiders_or_private_chats(bot: HandBot, control: Control) -> None:
    assert await bot.refusal("sendMessage", **only(OUTSIDER)) == "Bad Request: USER_NOT_PARTICIPANT"
    await control.post("people/xiao_li/start")
    assert await bot.refusal("sendMessage", **only(LI) | {"chat_id": LI}) == (
        "Bad Request: ephemeral messages can be sent only to groups and supergroups"
    )
