"""What a message with a file holds, whoever sends it."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.playground.files import FileStore, StoredFile, picture_size
from bot.playground.shapes import Json


@dataclass(frozen=True)
class Details:
    """What is said about a file beside its content: seconds, pixels, an emoji."""

    duration: int = 0
    width: int = 0
    height: int = 0
    emoji: str = ""


NO_DETAILS = Details()


def content_of(files: FileStore, stored: StoredFile, kind: str, details: Details = NO_DETAILS) -> Json:
    """The field of a message (`photo`, `voice`, …) for a stored file."""
    if kind == "photo":
        return {"photo": files.photo_sizes(stored.content)}
    return {kind: _CARDS[kind](stored, details)}


def _voice(stored: StoredFile, details: Details) -> Json:
    return stored.card() | {"duration": details.duration, "mime_type": stored.mime_type}


def _document(stored: StoredFile, _: Details) -> Json:
    return stored.card() | {"file_name": stored.name, "mime_type": stored.mime_type}


def _video(stored: StoredFile, details: Details) -> Json:
    size = {"width": details.width or 640, "height": details.height or 360, "duration": details.duration}
    return stored.card() | size | {"mime_type": stored.mime_type, "file_name": stored.name}


def _sticker(stored: StoredFile, details: Details) -> Json:
    width, height = picture_size(stored.content) or (512, 512)
    card = stored.card() | {"type": "regular", "width": width, "height": height}
    emoji = {"emoji": details.emoji} if details.emoji else {}
    return card | {"is_animated": False, "is_video": False} | emoji


_CARDS: dict[str, Callable[[StoredFile, Details], Json]] = {
    "voice": _voice,
    "document": _document,
    "video": _video,
    "sticker": _sticker,
}
KINDS = ("photo", *_CARDS)
