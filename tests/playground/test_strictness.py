"""What Telegram refuses, the playground refuses, in the same words."""

import pytest

from bot.playground.shapes import Json
from tests.playground.conftest import GRANDMA, GROUP, LI, OUTSIDER, Control, HandBot, inline

pytestmark = pytest.mark.usefixtures("unlimited", "started")

TO_LI: Json = {"chat_id": LI, "text": "你好"}
BUTTON: Json = {"text": "去", "callback_data": "go"}


def keyboard(**button: object) -> Json:
    """A message to Xiao Li with one inline button."""
    return TO_LI | {"reply_markup": {"inline_keyboard": [[button]]}}


REFUSED = [
    ("sendMessage", {"text": "你好"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": LI}, "message text is empty"),
    ("sendMessage", TO_LI | {"text": ""}, "message text is empty"),
    ("sendMessage", TO_LI | {"text": " \n "}, "message text is empty"),
    ("sendMessage", TO_LI | {"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
    ("sendMessage", TO_LI | {"text": "字" * 4097}, "message is too long"),
    ("sendMessage", TO_LI | {"text": "🌟" * 2049}, "message is too long"),
    ("sendMessage", TO_LI | {"chat_id": 42}, "chat not found"),
    ("sendMessage", TO_LI | {"chat_id": OUTSIDER}, "chat not found"),
    ("sendMessage", TO_LI | {"chat_id": "@nowhere"}, "chat not found"),
    ("sendMessage", TO_LI | {"foo": 1}, 'unknown parameter "foo" of sendMessage'),
    ("sendMessage", TO_LI | {"parse_mode": "BBCode"}, "unsupported parse_mode"),
    (
        "sendMessage",
        TO_LI | {"disable_notification": "maybe"},
        '"disable_notification" of sendMessage must be of type Boolean',
    ),
    ("sendMessage", TO_LI | {"reply_parameters": {"message_id": 1}}, "message to be replied not found"),
    ("sendMessage", TO_LI | {"message_thread_id": 5}, "message thread not found"),
    ("sendMessage", TO_LI | {"reply_markup": "["}, 'can\'t parse "reply_markup" of sendMessage JSON object'),
    ("sendMessage", TO_LI | {"reply_markup": []}, 'object expected as "reply_markup" of sendMessage'),
    (
        "sendMessage",
        TO_LI | {"reply_markup": {"inline_keyboard": [{}]}},
        'an element of "inline_keyboard" of InlineKeyboardMarkup must be an Array',
    ),
    ("sendMessage", keyboard(text="去", callback_data="字" * 22), "BUTTON_DATA_INVALID"),
    ("sendMessage", keyboard(text="去", callback_data=""), "BUTTON_DATA_INVALID"),
    (
        "sendMessage",
        keyboard(text="去"),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    ("sendMessage", keyboard(callback_data="go"), "can't parse InlineKeyboardButton: Can't find field \"text\""),
    (
        "sendMessage",
        keyboard(text=" ", callback_data="go"),
        "can't parse inline keyboard button: Button text must be non-empty",
    ),
    ("sendMessage", keyboard(text=5, callback_data="go"), '"text" of InlineKeyboardButton must be of type String'),
    (
        "sendMessage",
        keyboard(text="去", callback_data="go", color="red"),
        'unknown field "color" of InlineKeyboardButton',
    ),
    (
        "sendMessage",
        keyboard(text="去", callback_data="go", style="loud"),
        "can't parse inline keyboard button: Unsupported button style specified",
    ),
    (
        "sendMessage",
        keyboard(text="去", url="nowhere"),
        "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    ),
    ("sendMessage", TO_LI | {"reply_markup": {"inline_keyboard": [[BUTTON]] * 101}}, "reply markup is too long"),
    ("sendMessage", TO_LI | {"reply_markup": {"force_reply": False}}, '"force_reply" of ForceReply must be True'),
    (
        "sendMessage",
        TO_LI | {"entities": [{"type": "bold", "offset": 0, "length": 9}]},
        "entity beyond the end of the message text",
    ),
    ("sendPhoto", {"chat_id": LI}, "there is no photo in the request"),
    ("sendPhoto", {"chat_id": LI, "photo": "nonsense"}, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {"chat_id": LI, "photo": "attach://lost"}, "file is not attached: attach://lost"),
    ("sendLocation", {"chat_id": LI, "latitude": 91, "longitude": 0}, "wrong location specified"),
    ("sendChatAction", {"chat_id": LI, "action": "dancing"}, "wrong parameter action in request"),
    ("sendPoll", {"chat_id": LI, "question": "?", "options": []}, "poll must have from 1 to 12 options"),
    (
        "sendPoll",
        {"chat_id": LI, "question": "?", "options": [{"text": "字" * 101}]},
        '"text" of InputPollOption must have 1-100 characters, it has 101',
    ),
    ("editMessageText", {"chat_id": LI, "text": "新"}, "message identifier is not specified"),
    ("editMessageText", {"chat_id": LI, "message_id": 1, "text": "新"}, "message to edit not found"),
    ("editMessageText", {"inline_message_id": "x", "text": "新"}, "MESSAGE_ID_INVALID"),
    ("deleteMessage", {"chat_id": LI, "message_id": 1}, "message to delete not found"),
    ("pinChatMessage", {"chat_id": GROUP, "message_id": 1}, "message to pin not found"),
    ("forwardMessage", {"chat_id": LI, "from_chat_id": GROUP, "message_id": 1}, "message to forward not found"),
    ("copyMessage", {"chat_id": LI, "from_chat_id": GROUP, "message_id": 1}, "message to copy not found"),
    ("setMessageReaction", {"chat_id": GROUP, "message_id": 1}, "message to react not found"),
    (
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        "query is too old and response timeout expired or query ID is invalid",
    ),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "字" * 201}, "MESSAGE_TOO_LONG"),
    ("getChatMember", {"chat_id": GROUP, "user_id": 7}, "PARTICIPANT_ID_INVALID"),
    ("getChatAdministrators", {"chat_id": LI}, "there are no administrators in the private chat"),
    ("getFile", {"file_id": "nonsense"}, "invalid file_id"),
    ("getUpdates", {"limit": 101}, '"limit" of getUpdates must be 1-100, it is 101'),
    ("setWebhook", {"url": "http://example.org"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    ("setWebhook", {"url": "https://example.org", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ("setMyCommands", {"commands": [{"command": "Vote!", "description": "投票"}]}, "BOT_COMMAND_INVALID"),
    (
        "setMyCommands",
        {"commands": [], "scope": {"type": "everywhere"}},
        'can\'t parse BotCommandScope: Unsupported type specified in "scope" of setMyCommands',
    ),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 42}}, "chat not found"),
    ("setMyCommands", {"commands": [], "language_code": "chinese"}, "LANGUAGE_CODE_INVALID"),
    ("createForumTopic", {"chat_id": GROUP, "name": "电梯"}, "the chat is not a forum"),
    ("leaveChat", {"chat_id": LI}, "chat member status can't be changed in private chats"),
]


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
    assert (await bot.does("sendMessage", **TO_LI))["text"] == "你好"


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
    same = {"chat_id": LI, "message_id": sent["message_id"], "text": "你好", "reply_markup": inline("去")}
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


async def test_pinning_in_a_supergroup_takes_an_administrator(bot: HandBot, control: Control) -> None:
    await control.post(f"chats/{GROUP}/bot", status="member")
    sent = await bot.does("sendMessage", chat_id=GROUP, text="公告")
    reason = await bot.refusal("pinChatMessage", chat_id=GROUP, message_id=sent["message_id"])
    assert reason == "Bad Request: not enough rights to pin a message"
