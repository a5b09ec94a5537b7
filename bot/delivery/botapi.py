"""What is owed as calls of the Bot API, and Telegram's errors as outcomes."""

import os
from datetime import timedelta

from telegram import InputMediaPhoto
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.config import Delivery
from bot.delivery.model import Owed, Params
from bot.delivery.outcomes import Later, MessageGone, Moved, Never, Outcome, Sent

os.environ.setdefault("PTB_TIMEDELTA", "true")  # without it python-telegram-bot warns at each 429

NO_SUCH_BOT = InvalidToken
"""What the courier raises at its start when Telegram does not know the token."""

UNCHANGED = "message is not modified"
"""The board already shows it."""

MESSAGE_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
"""Somebody deleted the board's message, or Telegram will not have it changed any more."""

PERMANENT = (
    "bot was blocked by the user",
    "user is deactivated",
    "bot can't initiate conversation with a user",
    "bot can't send messages to bots",
    "bot was kicked from the",
    "bot is not a member of the",
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "group chat was deleted",
    "group chat was deactivated",
    "have no rights to send a message",
    "not enough rights",
    "message to unpin not found",
    "need administrator rights in the",
    "chat_write_forbidden",
    "chat_restricted",
    "message thread not found",
    "topic_closed",
    "topic_deleted",
    "message to pin not found",
    "message to delete not found",
    "message can't be deleted",
    "user is an administrator of the chat",
    "can't restrict self",
    "method is available only for supergroups",
    "participant_id_invalid",
)
"""Telegram's texts, in lower case, for what will not become better by trying again."""

EDITABLE = frozenset({"text", "parse_mode", "entities", "link_preview_options", "reply_markup"})
"""What of a `sendMessage` an `editMessageText` takes too."""

OF_THE_BOT = frozenset({"setMyCommands", "deleteMyCommands"})
"""Methods that are about the bot: a chat is named, if at all, inside a parameter of theirs."""

FLOOD = "429"
"""Too many calls; Telegram says how long to wait."""

DOUBLINGS = 20
"""Of the first pause between two tries, at most; what is longer than the longest pause is cut anyway."""


def call(owed: Owed) -> tuple[str, Params]:
    """The method and its parameters, `chat_id` among them; a board that stands is edited in its place."""
    chat = {} if owed.method in OF_THE_BOT else {"chat_id": owed.chat_id}
    if owed.board_message_id is None:
        return owed.method, {**chat, **owed.params, **_album(owed.params)}
    state = {name: value for name, value in owed.params.items() if name in EDITABLE}
    return "editMessageText", chat | {"message_id": owed.board_message_id} | state


def _album(params: Params) -> Params:
    """The photos of an album as objects: the library looks into them before it sends them."""
    photos = params.get("media")
    if not isinstance(photos, list):
        return {}
    return {"media": [InputMediaPhoto(photo["media"], photo.get("caption")) for photo in photos]}


def message_id(answer: object) -> int | None:
    """The id in Telegram's answer; None where no message came of it, as with a pin."""
    found = answer.get("message_id") if isinstance(answer, dict) else None
    return found if isinstance(found, int) else None


def outcome(error: TelegramError, owed: Owed, rules: Delivery) -> Outcome:
    """What an error means for what was owed."""
    match error:
        case RetryAfter():
            return Later(pause(error), FLOOD)
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case BadRequest() | Forbidden():
            return _refusal(error.message, owed)
        case _:
            seconds = min(rules.retry_first * 2 ** min(owed.attempts, DOUBLINGS), rules.retry_longest)
            return Later(timedelta(seconds=seconds), type(error).__name__)


def pause(error: RetryAfter) -> timedelta:
    """How long Telegram asks us to wait."""
    asked = error.retry_after
    return asked if isinstance(asked, timedelta) else timedelta(seconds=asked)


def _refusal(message: str, owed: Owed) -> Outcome:
    said = message.lower()
    if UNCHANGED in said:
        return Sent(owed.board_message_id)
    if owed.board_message_id is not None and any(words in said for words in MESSAGE_GONE):
        return MessageGone()
    for words in PERMANENT:
        if words in said:
            return Never(words)
    return Never(_without_quotation(said), expected=False)


def _without_quotation(said: str) -> str:
    """Only what Telegram says, as in `can't parse entities`; after it may come what a person wrote."""
    return said.removeprefix("forbidden: ").partition(":")[0].partition('"')[0].strip()
