"""`parse_mode=MarkdownV2`, with Telegram's texts for what it refuses."""

import re

from bot.playground.entities import Formatted, utf16_length
from bot.playground.refusals import Refused, bad_request
from bot.playground.shapes import Json, Rows

_RESERVED = "_*[]()~`>#+-=|{}.!"
_ADDRESS = re.compile(r"\(((?:\\.|[^)\\])*)\)")
_MARKS = {
    "*": ("bold", "Bold"),
    "_": ("italic", "Italic"),
    "__": ("underline", "Underline"),
    "~": ("strikethrough", "Strikethrough"),
    "||": ("spoiler", "Spoiler"),
    "`": ("code", "Code"),
    "```": ("pre", "Pre"),
    "[": ("text_link", "TextUrl"),
}


def parse_markdown(source: str) -> Formatted:
    """Text and entities of a MarkdownV2 message; refuses as Telegram does, with byte offsets."""
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.out: list[str] = []
        self.length = 0
        self.stack: list[tuple[str, int, int]] = []
        self.entities: Rows = []

    def parse(self) -> Formatted:
        while self.position < len(self.source):
            self._step()
        if self.stack:
            mark, _, start = self.stack[-1]
            raise _refusal(f"Can't find end of {_MARKS[mark][1]} entity at byte offset {self._bytes(start)}")
        self.entities.sort(key=lambda one: (one["offset"], -one["length"]))
        return Formatted("".join(self.out), self.entities)

    def _step(self) -> None:
        character = self.source[self.position]
        following = self.source[self.position + 1 : self.position + 2]
        if character == "\\" and following and ord(following) <= 126:
            self._write(following, 2)
        elif self._in_code():
            self._step_in_code(character)
        elif character == "]" and self.stack and self.stack[-1][0] == "[":
            self._close_link()
        elif (mark := self._mark()) is not None:
            self._toggle(mark)
        elif character == ">" and self.source[self.position - 1 : self.position] in {"", "\n"}:
            self._quote()
        elif character in _RESERVED:
            raise _refusal(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")
        else:
            self._write(character, 1)

    def _write(self, character: str, width: int) -> None:
        self.out.append(character)
        self.length += utf16_length(character)
        self.position += width

    def _in_code(self) -> bool:
        return bool(self.stack) and self.stack[-1][0] in {"`", "```"}

    def _step_in_code(self, character: str) -> None:
        mark = self.stack[-1][0]
        if self.source.startswith(mark, self.position):
            self._toggle(mark)
        else:
            self._write(character, 1)

    def _mark(self) -> str | None:
        marks = ("```", "`", "||", "__", "_", "*", "~", "[")
        return next((mark for mark in marks if self.source.startswith(mark, self.position)), None)

    def _toggle(self, mark: str) -> None:
        # only the innermost mark can end; any other one begins anew
        if self.stack and self.stack[-1][0] == mark and mark != "[":
            _, offset, _ = self.stack.pop()
            self._close({"type": _MARKS[mark][0], "offset": offset, "length": self.length - offset})
        else:
            self.stack.append((mark, self.length, self.position))
        self.position += len(mark)

    def _close(self, entity: Json) -> None:
        if entity["type"] == "pre":
            entity |= self._language(entity["offset"])
        if entity["length"] > 0:
            self.entities.append(entity)

    def _language(self, offset: int) -> Json:
        """A first line of a ``` block that is one word names the language and is not shown."""
        inside = "".join(self.out)
        text = inside.encode("utf-16-le")[2 * offset :].decode("utf-16-le")
        first, newline, rest = text.partition("\n")
        if not newline or not first.isascii() or " " in first:
            return {}
        self.out = [inside[: len(inside) - len(text)], rest]
        removed = utf16_length(first) + 1
        self.length -= removed
        found: Json = {"length": self.length - offset}
        return found | {"language": first} if first else found

    def _close_link(self) -> None:
        _, offset, start = self.stack.pop()
        self.position += 1
        address = ""
        if self.source.startswith("(", self.position):
            match = _ADDRESS.match(self.source, self.position)
            if match is None:
                raise _refusal(f"Can't find end of a URL at byte offset {self._bytes(self.position)}")
            address = re.sub(r"\\(.)", r"\1", match.group(1))
            self.position = match.end()
        if not address:
            raise _refusal(f"Can't find end of TextUrl entity at byte offset {self._bytes(start)}")
        length = self.length - offset
        if address.startswith("tg://user?id=") and address[13:].isdecimal():
            self._close({"type": "text_mention", "offset": offset, "length": length, "user_id": int(address[13:])})
        else:
            url = address if "://" in address else f"http://{address}"
            self._close({"type": "text_link", "offset": offset, "length": length, "url": url})

    def _quote(self) -> None:
        """Lines that begin with '>' are one quotation; it ends where a line does not."""
        end = self.position
        while self.source.startswith(">", end):
            newline = self.source.find("\n", end)
            end = len(self.source) if newline < 0 else newline + 1
        lines = [line.removeprefix(">") for line in self.source[self.position : end].splitlines()]
        inner = parse_markdown("\n".join(lines))
        shift = self.length
        self.entities.extend(one | {"offset": one["offset"] + shift} for one in inner.entities)
        size = utf16_length(inner.text)
        self._close({"type": "blockquote", "offset": shift, "length": size})
        self.out.append(inner.text + ("\n" if self.source[end - 1 : end] == "\n" else ""))
        self.length += utf16_length(self.out[-1])
        self.position = end

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())


def _refusal(reason: str) -> Refused:
    return bad_request(f"can't parse entities: {reason}")
