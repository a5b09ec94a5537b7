"""What Telegram refuses, the playground refuses, in the same words."""

import pytest

from bot.playground.shapes import Json
from tests.playground.conftest import GRANDMA, GROUP, LI, Control, HandBot, inline
from tests.playground.refusals import REFUSED, TO_LI

pytestmark = pytest.mark.usefixtures("unlimited", "started")


@pytest.mark.parametrize(("method", "params", "reason"), REFUSED, ids=[f"{row[0]}: {row[2]}" for row in REFUSED])
async def test_it_refuses_what_telegram_refuses(bot: HandBot, method: str, params: Json, reason: str) -> None:
    answer = await bot.answer(method, **params)
    assert answer == {"ok": False, "error_code": 400, "description": f"Bad Request: {reason}"}


async def test_a_method_that_telegram_does_not_have_is_not_found(bot: HandBot) -> None:
    assert await bot.refusal("sendLove") == "Not Found"


async def test_a_method_that_is_not_built_says_so(bot: HandBot) -> None:
    answer = await bot.answer("sendinvoice")
    assert answer["error_code"] == 501
    assert answer["description"] == "Not Implemented: the playground does not have sendInvoice"


@pytest.mark.parametrize(("token", "reason"), [("1000000:WRONG", "Unauthorized"), ("rubbish", "Not Found")])
async def test_a_wrong_token_is_refused(bot: HandBot, token: str, reason: str) -> None:
    assert await HandBot(bot.session, bot.url, token).refusal("getMe") == reason


async def test_names_of_methods_may_have_any_case(bot: HandBot) -> None:
    assert (await bot.does("GETME"))["username"] == "yishi_bot"


async def test_the_bot_cannot_write_first(bot: HandBot) -> None:
    reason = await bot.refusal("sendMessage", chat_id=5000002, text="您好")
    assert reason == "Forbidden: bot can't initiate conversation with a user"


async def test_a_blocked_bot_cannot_write(bot: HandBot, control: Control) -> None:
    await control.post("people/xiao_li/block")
    assert await bot.refusal("sendMessage", **TO_LI) == "Forbidden: bot was blocked by the user"
    await control.post("people/xiao_li/unblock")
    assert (await bot.does("sendMessage", **TO_LI))["text"] == "hello"


@pytest.mark.parametrize(
    ("kind", "reason"),
    [("supergroup", "bot was kicked from the supergroup chat"), ("group", "bot is not a member of the group chat")],
)
async def test_a_removed_bot_cannot_write(bot: HandBot, control: Control, kind: str, reason: str) -> None:
    chat = await control.post("chats", title="楼道", type=kind, owner="ms_zhao", members=[], bot="member")
    await control.post(f"chats/{chat['id']}/bot", status="left")
    assert await bot.refusal("sendMessage", chat_id=chat["id"], text="?") == f"Forbidden: {reason}"


async def test_an_edit_that_changes_nothing_is_refused(bot: HandBot) -> None:
    sent = await bot.does("sendMessage", **TO_LI, reply_markup=inline("去"))
    same = {"chat_id": LI, "message_id": sent["message_id"], "text": "hello", "reply_markup": inline("去")}
    assert await bot.refusal("editMessageText", **same) == (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as "
        "a current content and reply markup of the message"
    )
    edited = await bot.does("editMessageText", **same | {"reply_markup": None})
    assert "reply_markup" not in edited


async def test_only_own_messages_can_be_edited(bot: HandBot, control: Control) -> None:
    said = await control.say("xiao_li", "路灯不亮")
    reason = await bot.refusal("editMessageText", chat_id=LI, message_id=said["message_id"], text="路灯亮了")
    assert reason == "Bad Request: message can't be edited"


async def test_a_text_has_no_caption_and_a_photo_has_no_text(bot: HandBot, control: Control) -> None:
    text = await bot.does("sendMessage", **TO_LI)
    photo = (await control.post("people/xiao_li/send", kind="photo"))["photo"][0]["file_id"]
    picture = await bot.does("sendPhoto", chat_id=LI, photo=photo)
    where = {"chat_id": LI, "message_id": text["message_id"]}
    assert (
        await bot.refusal("editMessageCaption", **where, caption="图")
        == "Bad Request: there is no caption in the message to edit"
    )
    where["message_id"] = picture["message_id"]
    assert (
        await bot.refusal("editMessageText", **where, text="图")
        == "Bad Request: there is no text in the message to edit"
    )
    too_long = await bot.refusal("sendPhoto", chat_id=LI, photo=photo, caption="字" * 1025)
    assert too_long == "Bad Request: message caption is too long"
    assert (
        await bot.refusal("sendVoice", chat_id=LI, voice=photo) == "Bad Request: can't use file of type Photo as Voice"
    )


async def test_old_messages_of_others_cannot_be_deleted_without_rights(bot: HandBot, control: Control) -> None:
    sent = await bot.does("sendMessage", chat_id=GRANDMA, text="您好")
    await control.post("clock", advance=48 * 3600 + 1)
    reason = await bot.refusal("deleteMessage", chat_id=GRANDMA, message_id=sent["message_id"])
    assert reason == "Bad Request: message can't be deleted for everyone"
    await control.post(f"chats/{GROUP}/bot", status="member")
    said = await control.say("xiao_li", "路灯", chat=GROUP)
    reason = await bot.refusal("deleteMessage", chat_id=GROUP, message_id=said["message_id"])
    assert reason == "Bad Request: message can't be deleted"


async def test_pinning_in_a_supergroup_takes_an_administrator(bot: HandBot, control: Control) -> None:
    await control.post(f"chats/{GROUP}/bot", status="member")
    sent = await bot.does("sendMessage", chat_id=GROUP, text="公告")
    reason = await bot.refusal("pinChatMessage", chat_id=GROUP, message_id=sent["message_id"])
    assert reason == "Bad Request: not enough rights to manage pinned messages in the chat"
