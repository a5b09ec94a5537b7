"""Text with entities: lengths in UTF-16 code units, and what Telegram finds by itself in what people write."""

import re
from dataclasses import dataclass, field

from bot.playground.shapes import Json, Rows

_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"，。；！？、）】》]+|(?<![\w@./])(?:[a-z0-9-]+\.)+(?:com|org|net|cn|me|io)\b(?:/[^\s，。]*)?)"
    r"|(?P<email>(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<mention>(?<![\w/@])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w))"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{2,31})?(?![\w/]))"
    r"|(?P<hashtag>(?<!\w)#(?=\w*[^\W\d])\w+)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Formatted:
    """A text as it is shown, and its entities (offsets and lengths in UTF-16 code units)."""

    text: str
    entities: Rows = field(default_factory=list)


def utf16_length(text: str) -> int:
    """How long Telegram says a text is."""
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    encoded = text.encode("utf-16-le")
    return encoded[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def found_in(text: str) -> Rows:
    """Commands, mentions, addresses and hashtags, as Telegram marks them in any text."""
    if not any(sign in text for sign in "/@#."):
        return []
    rows: Rows = []
    for match in _FOUND.finditer(text):
        start = utf16_length(text[: match.start()])
        rows.append({"type": match.lastgroup, "offset": start, "length": utf16_length(match.group())})
    return rows


def with_found(formatted: Formatted) -> Formatted:
    """Add what Telegram finds by itself, where no code, link or mention is already marked."""
    closed = [one for one in formatted.entities if one["type"] in _CLOSED]
    extra = [one for one in found_in(formatted.text) if not any(_overlap(one, other) for other in closed)]
    if not extra:
        return formatted
    merged = sorted(formatted.entities + extra, key=lambda one: (one["offset"], -one["length"]))
    return Formatted(formatted.text, merged)


def trimmed(formatted: Formatted) -> Formatted:
    """Without white space around it; entities move along, empty ones go."""
    text = formatted.text.strip()
    if text == formatted.text:
        return formatted
    lead = utf16_length(formatted.text) - utf16_length(formatted.text.lstrip())
    size = utf16_length(text)
    entities: Rows = []
    for one in formatted.entities:
        start = min(max(one["offset"] - lead, 0), size)
        end = min(max(one["offset"] + one["length"] - lead, 0), size)
        if end > start:
            entities.append(one | {"offset": start, "length": end - start})
    return Formatted(text, entities)


def command_of(message: Json) -> str | None:
    """The command a message begins with, as written (`/vote@yishi_bot`), or None."""
    text = message.get("text") or message.get("caption") or ""
    for one in message.get("entities") or message.get("caption_entities") or []:
        if one["type"] == "bot_command" and one["offset"] == 0:
            return str(text[: one["length"]])
    return None


_CLOSED = frozenset({"code", "pre", "text_link", "text_mention", "url", "mention", "bot_command", "hashtag", "email"})


def _overlap(one: Json, other: Json) -> bool:
    starts_before_end = one["offset"] < other["offset"] + other["length"]
    return bool(starts_before_end and other["offset"] < one["offset"] + one["length"])
