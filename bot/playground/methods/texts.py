"""sendMessage and what edits texts, captions and buttons."""

from bot.playground import keyboards
from bot.playground.chats import Chat, Posted
from bot.playground.formatting import caption_of, text_of
from bot.playground.methods.call import Call, message_of, writable
from bot.playground.methods.sending import send
from bot.playground.posting import change
from bot.playground.refusals import bad_request
from bot.playground.shapes import Json

_UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


def send_message(call: Call) -> Json:
    """Send a text."""
    return send(call, text_of(call.world, call.params))


def edit_message_text(call: Call) -> Json:
    """Replace the text; without `reply_markup` the buttons go."""
    chat, posted = own_message(call)
    return edit(call, chat, posted, new_text(call, posted))


def edit_message_caption(call: Call) -> Json:
    """Replace the caption; without `reply_markup` the buttons go."""
    chat, posted = own_message(call)
    return edit(call, chat, posted, new_caption(call, posted))


def edit_message_reply_markup(call: Call) -> Json:
    """Replace or take away the buttons."""
    chat, posted = own_message(call)
    return edit(call, chat, posted, {})


def new_text(call: Call, posted: Posted) -> Json:
    """The fields of the new text."""
    if "text" not in call.params:
        raise bad_request("message text is empty")
    if "text" not in posted.message:
        raise bad_request("there is no text in the message to edit")
    return {"entities": None} | text_of(call.world, call.params, too_long="MESSAGE_TOO_LONG")


def new_caption(call: Call, posted: Posted) -> Json:
    """The fields of the new caption."""
    if "text" in posted.message or "poll" in posted.message:
        raise bad_request("there is no caption in the message to edit")
    return {"caption": None, "caption_entities": None} | caption_of(call.world, call.params)


def edit(call: Call, chat: Chat, posted: Posted, fresh: Json) -> Json:
    """Change a message of the bot's; refuses when nothing would change."""
    fresh = fresh | {"reply_markup": keyboards.checked(call.params.get("reply_markup"))}
    if all(posted.message.get(name) == value for name, value in fresh.items()):
        raise bad_request(_UNCHANGED)
    call.spend(chat, shared=posted.receiver is None)
    return change(call.world, chat, posted, fresh)


def own_message(call: Call) -> tuple[Chat, Posted]:
    """The chat and the bot's own message that a call wants to change."""
    if "inline_message_id" in call.params:
        raise bad_request("MESSAGE_ID_INVALID")
    if "chat_id" not in call.params:
        raise bad_request("chat_id is empty")
    chat = writable(call)
    posted = message_of(call, chat, "to edit")
    if posted.sender() != call.bot.id or "forward_origin" in posted.message:
        raise bad_request("message can't be edited")
    return chat, posted
