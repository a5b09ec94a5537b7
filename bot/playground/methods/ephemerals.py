"""Messages that one person of a group sees: editing and deleting them."""

from bot.playground.chats import Chat, Posted
from bot.playground.methods.call import Call, writable
from bot.playground.methods.texts import edit, new_caption, new_text
from bot.playground.posting import remove
from bot.playground.refusals import bad_request


def edit_ephemeral_message_text(call: Call) -> bool:
    """Replace the text; without `reply_markup` the buttons go."""
    chat, posted = _own(call, "to edit")
    edit(call, chat, posted, new_text(call, posted))
    return True


def edit_ephemeral_message_caption(call: Call) -> bool:
    """Replace the caption; without `reply_markup` the buttons go."""
    chat, posted = _own(call, "to edit")
    edit(call, chat, posted, new_caption(call, posted))
    return True


def edit_ephemeral_message_reply_markup(call: Call) -> bool:
    """Replace or take away the buttons."""
    chat, posted = _own(call, "to edit")
    edit(call, chat, posted, {})
    return True


def delete_ephemeral_message(call: Call) -> bool:
    """Take it off the receiver's screen."""
    chat, posted = _own(call, "to delete")
    remove(call.world, chat, posted)
    return True


def _own(call: Call, what: str) -> tuple[Chat, Posted]:
    chat = writable(call)
    posted = chat.ephemerals.get(call.params["ephemeral_message_id"])
    if posted is None or posted.receiver != call.params["receiver_user_id"]:
        raise bad_request(f"message {what} not found")
    if posted.sender() != call.bot.id and what == "to edit":
        raise bad_request("message can't be edited")
    return chat, posted
