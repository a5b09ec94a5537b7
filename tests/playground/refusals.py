"""A table of what Telegram refuses: method, parameters, and its words after "Bad Request: ".

The texts about sendMessage are those that the real service gave; where nothing is known of its words
(unknown parameters, wrong types outside JSON) they are the playground's own.
"""

from bot.playground.shapes import Json
from tests.playground.conftest import GROUP, LI, OUTSIDER

TO_LI: Json = {"chat_id": LI, "text": "hello"}
ONE_BUTTON: Json = {"text": "去", "callback_data": "go"}


def button(**fields: object) -> Json:
    """A message to Xiao Li with one inline button."""
    return TO_LI | {"reply_markup": {"inline_keyboard": [[fields]]}}


def entity(**fields: object) -> Json:
    """A message to Xiao Li with one entity."""
    return TO_LI | {"entities": [{"type": "bold", "offset": 0, "length": 1} | fields]}


def markup(**fields: object) -> Json:
    """A message to Xiao Li with this reply markup."""
    return TO_LI | {"reply_markup": fields}


IN_BUTTON = "can't parse inline keyboard button: "
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"

REFUSED: list[tuple[str, Json, str]] = [
    ("sendMessage", {"text": "hello"}, "chat_id is empty"),
    ("sendMessage", TO_LI | {"chat_id": ""}, "chat_id is empty"),
    ("sendMessage", {"chat_id": 0}, "message text is empty"),
    ("sendMessage", TO_LI | {"text": ""}, "message text is empty"),
    ("sendMessage", TO_LI | {"text": " \n "}, "text must be non-empty"),
    ("sendMessage", TO_LI | {"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ("sendMessage", TO_LI | {"text": "字" * 4097}, "message is too long"),
    ("sendMessage", TO_LI | {"text": "🌟" * 2049}, "message is too long"),
    ("sendMessage", TO_LI | {"chat_id": 0}, "chat not found"),
    ("sendMessage", TO_LI | {"chat_id": -1}, "chat not found"),
    ("sendMessage", TO_LI | {"chat_id": OUTSIDER}, "chat not found"),
    ("sendMessage", TO_LI | {"chat_id": "@nowhere"}, "chat not found"),
    ("sendMessage", TO_LI | {"chat_id": "nowhere"}, "chat not found"),
    ("sendMessage", TO_LI | {"foo": 1}, 'unknown parameter "foo" of sendMessage'),
    ("sendMessage", TO_LI | {"parse_mode": "BBCode"}, "unsupported parse_mode"),
    (
        "sendMessage",
        TO_LI | {"disable_notification": "maybe"},
        'parameter "disable_notification" of sendMessage must be of type Boolean',
    ),
    ("sendMessage", TO_LI | {"reply_parameters": {"message_id": 1}}, "message to be replied not found"),
    ("sendMessage", TO_LI | {"reply_parameters": {"quote": "hello"}}, 'can\'t find field "message_id"'),
    ("sendMessage", TO_LI | {"message_thread_id": 999999999}, "message thread not found"),
    ("sendMessage", TO_LI | {"business_connection_id": "x"}, "business connection not found"),
    ("sendMessage", TO_LI | {"allow_paid_broadcast": True}, "FLOODSKIP_NOT_ALLOWED"),
    ("sendMessage", TO_LI | {"message_effect_id": "9"}, "EFFECT_ID_INVALID"),
    (
        "sendMessage",
        TO_LI | {"link_preview_options": {"is_disabled": "yes"}},
        'field "is_disabled" must be of type Boolean',
    ),
    ("sendMessage", TO_LI | {"reply_markup": "["}, "can't parse reply markup JSON object"),
    ("sendMessage", TO_LI | {"reply_markup": []}, "object expected as reply markup"),
    ("sendMessage", markup(inline_keyboard="bad"), 'field "inline_keyboard" must be of type Array'),
    ("sendMessage", markup(inline_keyboard=[{}]), 'field "inline_keyboard" must be of type Array'),
    ("sendMessage", markup(inline_keyboard=[[ONE_BUTTON]] * 101), "reply markup is too long"),
    ("sendMessage", markup(force_reply="yes"), 'field "force_reply" must be of type Boolean'),
    ("sendMessage", markup(force_reply=False), 'field "force_reply" must be True'),
    ("sendMessage", button(text="去", callback_data="字" * 22), "BUTTON_DATA_INVALID"),
    (
        "sendMessage",
        button(text="去", callback_data=""),
        IN_BUTTON + "Text buttons are unallowed in the inline keyboard",
    ),
    ("sendMessage", button(text="去"), IN_BUTTON + "Text buttons are unallowed in the inline keyboard"),
    ("sendMessage", button(callback_data="go"), IN_BUTTON + 'Can\'t find field "text"'),
    ("sendMessage", button(text=" ", callback_data="go"), IN_BUTTON + "Button text must be non-empty"),
    ("sendMessage", button(text=5, callback_data="go"), IN_BUTTON + 'Field "text" must be of type String'),
    (
        "sendMessage",
        button(text="去", callback_data="go", color="red"),
        IN_BUTTON + 'Unknown field "color" of InlineKeyboardButton',
    ),
    (
        "sendMessage",
        button(text="去", callback_data="go", style="loud"),
        IN_BUTTON + "Unsupported button style specified",
    ),
    (
        "sendMessage",
        button(text="去", switch_inline_query_chosen_chat={"allow_user_chats": "yes"}),
        IN_BUTTON + 'Field "allow_user_chats" must be of type Boolean',
    ),
    ("sendMessage", button(text="去", url="bad"), "inline keyboard button URL 'bad' is invalid: Wrong HTTP URL"),
    (
        "sendMessage",
        button(text="去", url="ftp://x.cn"),
        "inline keyboard button URL 'ftp://x.cn' is invalid: Unsupported URL protocol",
    ),
    (
        "sendMessage",
        button(text="去", web_app={"url": "http://x.cn"}),
        "inline keyboard button Web App URL 'http://x.cn' is invalid: Only HTTPS links are allowed",
    ),
    ("sendMessage", button(text="去", copy_text={"text": ""}), "BUTTON_COPY_TEXT_INVALID"),
    ("sendMessage", button(text="去", copy_text={"text": "x" * 257}), "BUTTON_COPY_TEXT_INVALID"),
    ("sendMessage", button(text="去", pay=True), "BUTTON_TYPE_INVALID"),
    ("sendMessage", entity(offset=100), "entity begins after the end of the text at UTF-16 offset 100"),
    (
        "sendMessage",
        entity(length=100),
        "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100",
    ),
    ("sendMessage", entity(offset=-1), "receive an entity with incorrect offset -1"),
    ("sendMessage", entity(type="loud"), "can't parse MessageEntity: Unsupported type specified"),
    ("sendMessage", entity(type="text_link"), "can't parse MessageEntity: Can't find field \"url\""),
    ("sendMessage", entity(type="text_link", url="bad"), "entity URL 'bad' is invalid: Wrong HTTP URL"),
    ("sendMessage", entity(type="text_link", url=""), "entity URL '' is invalid: URL host is empty"),
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
    ("answerCallbackQuery", {"callback_query_id": "1"}, TOO_OLD),
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
        "can't parse BotCommandScope: Unsupported type specified",
    ),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 42}}, "chat not found"),
    ("setMyCommands", {"commands": [], "language_code": "chinese"}, "LANGUAGE_CODE_INVALID"),
    ("createForumTopic", {"chat_id": GROUP, "name": "电梯"}, "the chat is not a forum"),
    ("leaveChat", {"chat_id": LI}, "chat member status can't be changed in private chats"),
]
