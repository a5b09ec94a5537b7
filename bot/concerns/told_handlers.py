"""Between what was told and Telegram's messages: what can be kept of one, and how it is passed on."""

from collections.abc import Iterator, Mapping
from typing import Any

from aiogram.methods import SendMediaGroup, SendPhoto, SendVoice, TelegramMethod
from aiogram.types import Message

from bot.concerns.model.concern import Concern
from bot.concerns.model.told import Told

Sending = tuple[type[TelegramMethod[Any]], Mapping[str, object]]


def told_in(message: Message) -> Told | None:
    """What a message tells: words, photo, voice; None where it tells nothing that can be kept."""
    photos = (message.photo[-1].file_id,) if message.photo else ()
    voice = message.voice.file_id if message.voice else None
    told = Told((message.text or message.caption or "").strip(), photos, voice)
    return told if told != Told() else None


def attachments(concern: Concern) -> Iterator[Sending]:
    """Photos as they came, alone or as an album, and voice; each says to which concern it belongs."""
    told, number = concern.told, {"caption": f"#{concern.number}"}
    if len(told.photos) > 1:
        album = [{"type": "photo", "media": photo} for photo in told.photos]
        yield SendMediaGroup, {"media": [album[0] | number, *album[1:]]}
    elif told.photos:
        yield SendPhoto, {"photo": told.photos[0], **number}
    if told.voice:
        yield SendVoice, {"voice": told.voice, **number}
