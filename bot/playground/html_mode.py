"""`parse_mode=HTML`, with Telegram's texts for what it refuses."""

import re
from dataclasses import dataclass

from bot.playground.entities import Formatted, utf16_length
from bot.playground.refusals import Refused, bad_request
from bot.playground.shapes import Json, Rows

_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "span": "spoiler", "tg-spoiler": "spoiler", "tg-emoji": "custom_emoji",
    "blockquote": "blockquote", "tg-time": "date_time",
}  # fmt: skip
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TAG = re.compile(r"[^\s>]*")
_END_TAG = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>]*)\s*(=?)\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]*))""")


@dataclass(frozen=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int


def parse_html(source: str) -> Formatted:
    """Text and entities of an HTML message; refuses as Telegram does, with byte offsets."""
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.length = 0
        self.stack: list[_Open] = []
        self.entities: Rows = []

    def parse(self) -> Formatted:
        position = 0
        while (start := self.source.find("<", position)) >= 0:
            self._text(self.source[position:start])
            closing = self.source.startswith("</", start)
            position = self._end_tag(start) if closing else self._start_tag(start)
        self._text(self.source[position:])
        if self.stack:
            raise _refusal(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        self.entities.sort(key=lambda one: (one["offset"], -one["length"]))
        return Formatted("".join(self.out), self.entities)

    def _text(self, piece: str) -> None:
        if "&" in piece:
            piece = _decoded(piece)
        self.out.append(piece)
        self.length += utf16_length(piece)

    def _start_tag(self, start: int) -> int:
        match = _TAG.match(self.source, start + 1)
        tag = match.group().lower() if match else ""
        end = start + 1 + len(tag)
        if end >= len(self.source):
            raise _refusal(f"Unclosed start tag at byte offset {self._bytes(start)}")
        if tag not in _TYPES:
            raise _refusal(f'Unsupported start tag "{tag}" at byte offset {self._bytes(start)}')
        attributes, end = self._attributes(tag, start, end)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _refusal(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(start)}')
        self.stack.append(_Open(tag, attributes, self.length))
        return end

    def _attributes(self, tag: str, start: int, position: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        at = f"at byte offset {self._bytes(start)}"
        while not (rest := self.source[position:].lstrip()).startswith(">"):
            if not rest:
                raise _refusal(f"Unclosed start tag {at}")
            match = _ATTRIBUTE.match(self.source, position)
            if match is None or not match.group(1):
                raise _refusal(f'Empty attribute name in the tag "{tag}" {at}')
            if not match.group(2):
                if tag != "blockquote":
                    raise _refusal(f'Expected equal sign in declaration of an attribute of the tag "{tag}" {at}')
            elif self.source[match.end(2) :].lstrip()[:1] in {'"', "'"} and match.group(5) == "":
                raise _refusal(f"Unclosed start tag {at}")
            value = next((group for group in match.groups()[2:] if group), "")
            attributes[match.group(1).lower()] = _decoded(value)
            position = match.end()
        return attributes, self.source.index(">", position) + 1

    def _end_tag(self, start: int) -> int:
        if not self.stack:
            raise _refusal(f"Unexpected end tag at byte offset {self._bytes(start)}")
        match = _END_TAG.match(self.source, start)
        if match is None:
            raise _refusal(f"Unclosed end tag at byte offset {self._bytes(start)}")
        opened = self.stack.pop()
        found = match.group(1).lower()
        if found and found != opened.tag:
            expected = f'expected "</{opened.tag}>", found "</{found}>"'
            raise _refusal(f"Unmatched end tag at byte offset {self._bytes(start)}, {expected}")
        if self.length > opened.offset:
            self._close(opened)
        return match.end()

    def _close(self, opened: _Open) -> None:
        entity: Json = {"type": _TYPES[opened.tag], "offset": opened.offset, "length": self.length - opened.offset}
        language = opened.attributes.get("class", "").removeprefix("language-")
        last = self.entities[-1] if self.entities else None
        if opened.tag == "a":
            href = opened.attributes.get("href", "")
            link = _link(href)
            if not link:
                return
            entity |= link
        elif opened.tag == "code" and language:
            entity["language"] = language
        elif opened.tag == "pre" and last and last["type"] == "code" and _same_place(last, entity):
            # <pre><code class="language-x"> is one entity
            self.entities.pop()
            entity |= {"language": last["language"]} if "language" in last else {}
        elif opened.tag == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
        elif opened.tag == "tg-time" and opened.attributes.get("unix", "").isdecimal():
            entity["unix_time"] = int(opened.attributes["unix"])
            entity |= {"date_time_format": opened.attributes["format"]} if "format" in opened.attributes else {}
        self.entities.append(entity)

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())


def _link(href: str) -> Json:
    if href.startswith("tg://user?id=") and href[13:].isdecimal():
        return {"type": "text_mention", "user_id": int(href[13:])}
    if "://" not in href and "." not in href:
        return {}
    return {"url": href if "://" in href else f"http://{href}"}


def _same_place(one: Json, other: Json) -> bool:
    return bool(one["offset"] == other["offset"] and one["length"] == other["length"])


def _decoded(piece: str) -> str:
    return _REFERENCE.sub(_character, piece)


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF else match.group()


def _refusal(reason: str) -> Refused:
    return bad_request(f"can't parse entities: {reason}")
