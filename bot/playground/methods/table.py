"""Every method that is built, by its name in small letters."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.playground.methods import (
    copies,
    ephemerals,
    groups,
    media,
    pins,
    places,
    polls,
    profile,
    receiving,
    removal,
    restrictions,
    taps,
    texts,
    topics,
)
from bot.playground.methods.call import Call, Method, SlowMethod
from bot.playground.shapes import Json


def get_me(call: Call) -> Json:
    """The bot's own account."""
    return call.bot.me()


def say_yes(_: Call) -> bool:
    """For what means nothing here (`logOut`, `close`)."""
    return True


SLOW: Mapping[str, SlowMethod] = MappingProxyType({"getupdates": receiving.get_updates})

_BUILT: Mapping[str, Method] = {
    "getMe": get_me,
    "logOut": say_yes,
    "close": say_yes,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "sendMessage": texts.send_message,
    "editMessageText": texts.edit_message_text,
    "editMessageCaption": texts.edit_message_caption,
    "editMessageReplyMarkup": texts.edit_message_reply_markup,
    "editMessageMedia": media.edit_message_media,
    "sendPhoto": media.send_photo,
    "sendVoice": media.send_voice,
    "sendDocument": media.send_document,
    "sendVideo": media.send_video,
    "sendSticker": media.send_sticker,
    "sendMediaGroup": media.send_media_group,
    "getFile": media.get_file,
    "sendLocation": places.send_location,
    "sendContact": places.send_contact,
    "sendChatAction": places.send_chat_action,
    "sendPoll": polls.send_poll,
    "stopPoll": polls.stop_poll,
    "deleteMessage": removal.delete_message,
    "deleteMessages": removal.delete_messages,
    "forwardMessage": copies.forward_message,
    "copyMessage": copies.copy_message,
    "answerCallbackQuery": taps.answer_callback_query,
    "pinChatMessage": pins.pin_chat_message,
    "unpinChatMessage": pins.unpin_chat_message,
    "unpinAllChatMessages": pins.unpin_all_chat_messages,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.setter("name"),
    "getMyName": profile.getter("name"),
    "setMyDescription": profile.setter("description"),
    "getMyDescription": profile.getter("description"),
    "setMyShortDescription": profile.setter("short_description"),
    "getMyShortDescription": profile.getter("short_description"),
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
    "getChat": groups.get_chat,
    "getChatMember": groups.get_chat_member,
    "getChatAdministrators": groups.get_chat_administrators,
    "getChatMemberCount": groups.get_chat_member_count,
    "restrictChatMember": restrictions.restrict_chat_member,
    "leaveChat": groups.leave_chat,
    "setMessageReaction": groups.set_message_reaction,
    "createForumTopic": topics.create_forum_topic,
    "editForumTopic": topics.edit_forum_topic,
    "closeForumTopic": topics.close_forum_topic,
    "reopenForumTopic": topics.reopen_forum_topic,
    "editEphemeralMessageText": ephemerals.edit_ephemeral_message_text,
    "editEphemeralMessageCaption": ephemerals.edit_ephemeral_message_caption,
    "editEphemeralMessageReplyMarkup": ephemerals.edit_ephemeral_message_reply_markup,
    "deleteEphemeralMessage": ephemerals.delete_ephemeral_message,
}
METHODS: Mapping[str, Method] = MappingProxyType({name.lower(): method for name, method in _BUILT.items()})
