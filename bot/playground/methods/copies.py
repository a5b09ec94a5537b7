"""forwardMessage and copyMessage."""

from bot.playground.chats import Posted
from bot.playground.formatting import caption_of
from bot.playground.methods.call import Call, chat_of, message_of
from bot.playground.methods.sending import send
from bot.playground.refusals import bad_request
from bot.playground.shapes import Json

_CONTENT = (
    "text", "entities", "caption", "caption_entities", "photo", "voice", "video", "document", "sticker", "location",
    "contact", "poll",
)  # fmt: skip


def forward_message(call: Call) -> Json:
    """Send somebody's message on; it says who wrote it."""
    posted = _original(call, "forward")
    message = posted.message
    origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    return send(call, _content(posted) | {"forward_origin": message.get("forward_origin", origin)})


def copy_message(call: Call) -> Json:
    """Send the same again; it does not say who wrote it. The answer is a `MessageId`."""
    posted = _original(call, "copy")
    content = _content(posted)
    if "poll" in content:
        raise bad_request("message can't be copied")
    if "caption" in call.params and "text" not in content:
        fresh = {"caption": None, "caption_entities": None} | caption_of(call.world, call.params)
        content = {name: value for name, value in (content | fresh).items() if value is not None}
    return {"message_id": send(call, content)["message_id"]}


def _original(call: Call, verb: str) -> Posted:
    posted = message_of(call, chat_of(call, "from_chat_id"), f"to {verb}")
    if posted.message.get("has_protected_content") or not _content(posted):
        raise bad_request("message can't be forwarded" if verb == "forward" else "message can't be copied")
    return posted


def _content(posted: Posted) -> Json:
    return {name: posted.message[name] for name in _CONTENT if name in posted.message}
