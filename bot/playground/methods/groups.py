"""getChat and its members, leaving, reactions."""

from bot.playground.membership import member_card, set_status
from bot.playground.methods.call import Call, chat_of, message_of
from bot.playground.refusals import bad_request
from bot.playground.shapes import Json, Rows

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
_PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip


def get_chat(call: Call) -> Json:
    """The Bot API's `ChatFullInfo`."""
    chat = chat_of(call)
    info: Json = chat.brief() | {"accent_color_id": abs(chat.id) % 7, "max_reaction_count": 11}
    info["accepted_gift_types"] = dict.fromkeys(_GIFTS, False)
    if not chat.is_private:
        info["permissions"] = dict.fromkeys(_PERMISSIONS, True)
    pinned = chat.messages.get(chat.pinned[-1]) if chat.pinned else None
    return info if pinned is None else info | {"pinned_message": pinned.message}


def get_chat_member(call: Call) -> Json:
    """The Bot API's `ChatMember` of anybody the world knows."""
    chat, user_id = chat_of(call), call.params["user_id"]
    if user_id not in call.world.people and call.world.bot_of_id(user_id) is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member_card(call.world, chat, user_id)


def get_chat_administrators(call: Call) -> Rows:
    """Who runs the group; other bots only with `return_bots`."""
    chat = chat_of(call)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    shown = call.world.people.keys() | {call.bot.id}
    everybody = call.params.get("return_bots", False)
    admins = [user_id for user_id in chat.present() if chat.is_admin(user_id) and (everybody or user_id in shown)]
    return [member_card(call.world, chat, user_id) for user_id in admins]


def get_chat_member_count(call: Call) -> int:
    """How many are in it, bots included."""
    return len(chat_of(call).present())


def leave_chat(call: Call) -> bool:
    """The bot goes."""
    chat = chat_of(call)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    set_status(call.world, chat, call.bot.id, "left", call.bot.id)
    return True


def set_message_reaction(call: Call) -> bool:
    """The bot's reaction to a message; an empty one takes it away."""
    chat = chat_of(call)
    posted = message_of(call, chat, "to react")
    reactions: Rows = call.params.get("reaction", [])
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(one["type"] != "emoji" for one in reactions):
        raise bad_request("REACTION_INVALID")
    message_id = posted.message["message_id"]
    chat.reactions.setdefault(message_id, {})[call.bot.id] = reactions
    call.world.touch("reaction", chat.id, message_id=message_id)
    return True
