"""restrictChatMember."""

from bot.playground.membership import restrict
from bot.playground.methods.call import Call, chat_of
from bot.playground.refusals import bad_request
from bot.playground.shapes import Json

PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info", "can_invite_users",
    "can_pin_messages", "can_manage_topics",
)  # fmt: skip
SENT = PERMISSIONS[:7]
"""What comes with other permissions, unless they are said to be independent."""
LEAST, MOST = 30, 366 * 24 * 3600
"""Seconds from now: what ends sooner or later lasts for ever."""


def restrict_chat_member(call: Call) -> bool:
    """Take rights from a member of a supergroup until a time; with all rights True they are given back."""
    chat, user_id = chat_of(call), call.params["user_id"]
    if chat.type != "supergroup":
        raise bad_request("method is available only for supergroups")
    if not chat.is_admin(call.bot.id):
        raise bad_request("not enough rights to restrict/unrestrict chat member")
    if user_id == call.bot.id:
        raise bad_request("can't restrict self")
    if user_id not in call.world.people and call.world.bot_of_id(user_id) is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if chat.is_admin(user_id):
        raise bad_request("user is an administrator of the chat")
    restrict(call.world, chat, user_id, _permissions(call), _until(call), call.bot.id)
    return True


def _permissions(call: Call) -> Json:
    """All of them; what is not said is not allowed."""
    given: Json = call.params["permissions"]
    allowed: Json = {name: bool(given.get(name)) for name in PERMISSIONS}
    allowed["can_react_to_messages"] = bool(given.get("can_react_to_messages", allowed["can_send_messages"]))
    if "can_edit_tag" not in given:
        allowed["can_edit_tag"] = allowed["can_pin_messages"]
    if not call.params.get("use_independent_chat_permissions"):
        if allowed["can_send_other_messages"] or allowed["can_add_web_page_previews"]:
            allowed |= dict.fromkeys(SENT, True)
        elif allowed["can_send_polls"]:
            allowed["can_send_messages"] = True
    return allowed


def _until(call: Call) -> int:
    until, now = int(call.params.get("until_date", 0)), call.world.clock.now()
    return until if LEAST <= until - now <= MOST else 0
