"""Files that were sent: their content, and the ids Telegram gives them."""

import hashlib
import struct
from base64 import urlsafe_b64encode
from dataclasses import dataclass

from bot.playground.shapes import Json, Rows

DOWNLOAD_LIMIT = 20 * 1024 * 1024
"""Bytes; a bot cannot download more than that."""

_FOLDERS = {"photo": "photos", "voice": "voice", "video": "videos", "sticker": "stickers"}
_MIME = {"photo": "image/jpeg", "voice": "audio/ogg", "video": "video/mp4", "sticker": "image/webp"}
PHOTO_SIDES = (90, 320, 800, 1280)
"""Longest sides of the sizes a photo comes in."""


@dataclass(frozen=True)
class StoredFile:
    """A file; `kind` is the message field it stands in, `path` what `getFile` answers."""

    id: str
    unique_id: str
    kind: str
    path: str
    name: str
    mime_type: str
    content: bytes

    def card(self) -> Json:
        """The fields that every file object of the Bot API has."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


class FileStore:
    """All files, by `file_id`."""

    def __init__(self) -> None:
        self.by_id: dict[str, StoredFile] = {}

    def add(self, kind: str, content: bytes, name: str = "", mime_type: str = "", mark: str = "") -> StoredFile:
        """Keep a file; the same content of the same kind gets the same ids. `mark` tells sizes of one photo apart."""
        digest = hashlib.blake2b(content + f"{kind}{name}{mark}".encode(), digest_size=24).digest()
        file_id = urlsafe_b64encode(b"\x02" + digest + digest[:8]).decode().rstrip("=")
        if file_id not in self.by_id:
            suffix = f".{name.rpartition('.')[2]}" if "." in name else _suffix(kind)
            path = f"{_FOLDERS.get(kind, 'documents')}/file_{len(self.by_id)}{suffix}"
            unique_id = urlsafe_b64encode(digest[:12]).decode()
            mime = mime_type or _MIME.get(kind, "application/octet-stream")
            self.by_id[file_id] = StoredFile(file_id, unique_id, kind, path, name, mime, content)
        return self.by_id[file_id]

    def at(self, path: str) -> StoredFile | None:
        """The file that is downloaded from this path."""
        return next((one for one in self.by_id.values() if one.path == path), None)

    def photo_sizes(self, content: bytes) -> Rows:
        """A photo in its sizes, smallest first. All have the content that was sent: nothing here scales pictures."""
        width, height = picture_size(content) or (1280, 960)
        sides = [side for side in PHOTO_SIDES if side < max(width, height)] + [min(max(width, height), PHOTO_SIDES[-1])]
        rows: Rows = []
        for side in dict.fromkeys(sides):
            scale = side / max(width, height)
            size = {"width": max(1, round(width * scale)), "height": max(1, round(height * scale))}
            rows.append(self.add("photo", content, mark=str(side)).card() | size)
        return rows


def _suffix(kind: str) -> str:
    return {"photo": ".jpg", "voice": ".oga", "video": ".mp4", "sticker": ".webp"}.get(kind, "")


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG in pixels; None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if not content.startswith(b"\xff\xd8"):
        return None
    position = 2
    while position + 9 < len(content) and content[position] == 0xFF:
        marker, length = content[position + 1], struct.unpack(">H", content[position + 2 : position + 4])[0]
        if marker in range(0xC0, 0xD0) and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return width, height
        position += 2 + length
    return None
