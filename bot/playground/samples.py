"""Small files for people to send when a test brings none: a picture, a silent voice message, and so on."""

import struct
import zlib
from functools import cache

_SIDE = 96


@cache
def sample(kind: str) -> tuple[str, str, bytes]:
    """Name, MIME type and content of a sample for `photo`, `voice`, `video`, `sticker` or `document`."""
    if kind == "photo":
        return "photo.png", "image/png", _picture()
    if kind == "voice":
        return "voice.oga", "audio/ogg", _silence(packets=50)
    if kind == "sticker":
        return "sticker.png", "image/png", _picture()
    if kind == "video":
        return "video.mp4", "video/mp4", struct.pack(">I4s4sI4s", 20, b"ftyp", b"isom", 0, b"isom")
    return "paper.txt", "text/plain", "一份材料\n".encode()


def _picture() -> bytes:
    """A PNG: a lamp in the dusk, `_SIDE` pixels square."""
    rows = b"".join(b"\0" + b"".join(_pixel(x, y) for x in range(_SIDE)) for y in range(_SIDE))
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _pixel(x: int, y: int) -> bytes:
    glow = max(0, 200 - 6 * (abs(x - _SIDE // 2) + abs(y - _SIDE // 3)))
    return bytes((min(255, 40 + glow), min(255, 45 + glow), 90 + y // 2))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _silence(packets: int) -> bytes:
    """Ogg Opus of `packets` times 20 ms in which nothing is said."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 48000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 5) + b"yishi" + struct.pack("<I", 0)
    pages = [_page([head], 0, 0, flags=2), _page([tags], 1, 0, flags=0)]
    pages.append(_page([b"\xf8\xff\xfe"] * packets, 2, 960 * packets, flags=4))
    return b"".join(pages)


def _page(packets: list[bytes], number: int, granule: int, flags: int) -> bytes:
    """One Ogg page (RFC 3533); each packet is shorter than 255 bytes."""
    lacing = bytes(len(packet) for packet in packets)
    fields = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, granule, 1, number, 0, len(lacing))
    page = fields + lacing + b"".join(packets)
    return page[:22] + struct.pack("<I", _ogg_checksum(page)) + page[26:]


def _ogg_checksum(page: bytes) -> int:
    """CRC-32 as Ogg has it: polynomial 0x04C11DB7, not reflected, from zero."""
    value = 0
    for byte in page:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)
        value &= 0xFFFFFFFF
    return value
