"""deleteMessage and deleteMessages."""

from bot.playground.chats import Chat, Posted
from bot.playground.methods.call import Call, chat_of, message_of
from bot.playground.posting import remove
from bot.playground.refusals import bad_request

DELETABLE = 48 * 3600
"""Seconds after which a bot can no longer delete a message, unless it runs the chat."""
MOST_AT_ONCE = 100


def delete_message(call: Call) -> bool:
    """Delete a message."""
    chat = chat_of(call)
    posted = message_of(call, chat, "to delete")
    if not _may_delete(call, chat, posted):
        own = posted.sender() == call.bot.id or chat.is_private
        raise bad_request("message can't be deleted for everyone" if own else "message can't be deleted")
    remove(call.world, chat, posted)
    return True


def delete_messages(call: Call) -> bool:
    """Delete up to a hundred messages; those that cannot be found or deleted are left out."""
    chat, message_ids = chat_of(call), call.params["message_ids"]
    if not message_ids:
        raise bad_request("message identifiers are not specified")
    if len(message_ids) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    for posted in [chat.messages[one] for one in message_ids if one in chat.messages]:
        if _may_delete(call, chat, posted):
            remove(call.world, chat, posted)
    return True


def _may_delete(call: Call, chat: Chat, posted: Posted) -> bool:
    if chat.is_admin(call.bot.id):
        return True
    fresh = call.world.clock.now() - posted.message["date"] <= DELETABLE
    return fresh and (posted.sender() == call.bot.id or chat.is_private)
