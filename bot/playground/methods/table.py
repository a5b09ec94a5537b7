"""Every method that is built, by its name in small letters."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.playground.methods import receiving, taps, texts
from bot.playground.methods.call import Call, Method, SlowMethod
from bot.playground.shapes import Json


def get_me(call: Call) -> Json:
    """The bot's own account."""
    return call.bot.me()


SLOW: Mapping[str, SlowMethod] = MappingProxyType({"getupdates": receiving.get_updates})

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        name.lower(): method
        for name, method in {
            "getMe": get_me,
            "setWebhook": receiving.set_webhook,
            "deleteWebhook": receiving.delete_webhook,
            "getWebhookInfo": receiving.get_webhook_info,
            "sendMessage": texts.send_message,
            "editMessageText": texts.edit_message_text,
            "editMessageCaption": texts.edit_message_caption,
            "editMessageReplyMarkup": texts.edit_message_reply_markup,
            "answerCallbackQuery": taps.answer_callback_query,
        }.items()
    }
)
