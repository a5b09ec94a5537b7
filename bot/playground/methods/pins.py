"""pinChatMessage, unpinChatMessage, unpinAllChatMessages."""

from bot.playground.methods.call import Call, chat_of, message_of, require_admin
from bot.playground.posting import post, without_reply
from bot.playground.refusals import bad_request


def pin_chat_message(call: Call) -> bool:
    """Pin a message; the group sees a service message unless it is pinned again."""
    chat = chat_of(call)
    require_admin(call, chat, "manage pinned messages in the chat")
    posted = message_of(call, chat, "to pin")
    message_id = posted.message["message_id"]
    again = message_id in chat.pinned
    if again:
        chat.pinned.remove(message_id)
    chat.pinned.append(message_id)
    if not again:
        post(call.world, chat, call.bot.user(), {"pinned_message": without_reply(posted.message)})
    call.world.touch("pin", chat.id, message_id=message_id)
    return True


def unpin_chat_message(call: Call) -> bool:
    """Unpin a message; without `message_id` the one pinned last."""
    chat = chat_of(call)
    require_admin(call, chat, "manage pinned messages in the chat")
    message_id = call.params.get("message_id", chat.pinned[-1] if chat.pinned else None)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    call.world.touch("pin", chat.id, message_id=None)
    return True


def unpin_all_chat_messages(call: Call) -> bool:
    """Unpin everything."""
    chat = chat_of(call)
    require_admin(call, chat, "manage pinned messages in the chat")
    chat.pinned.clear()
    call.world.touch("pin", chat.id, message_id=None)
    return True
