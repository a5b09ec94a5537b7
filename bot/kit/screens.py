"""What a person sees at once: a text and what can be tapped. One layout rule for everybody, one for 长辈版.

长辈版 (field notes E3, MIIT's rules for apps): one choice a row, at most four, then 返回 and 🙋找人帮, always last.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from aiogram.filters.callback_data import CallbackData

from bot.kit.words import Words, later

ELDER_CHOICES = 4
ELDER_CHARACTERS = 60
PAGE = 2000
"""Characters of a long text in one message: Telegram takes 4096 UTF-16 units, and an emoji is two of them."""


class Door:
    """What a tap that begins a conversation is, beside its data: in a group its button opens the private chat.

    What is asked next would be answered in front of the neighbours, household codes included.
    """

    door: ClassVar[str]
    """The deep link that does the same: `/start <door>`."""


class GoHome(Door, CallbackData, prefix="home"):
    """Back to the home screen."""

    door: ClassVar[str] = "home"


class AskForHelp(CallbackData, prefix="help"):
    """A person shall come and help."""


class Nothing(CallbackData, prefix="nothing"):
    """A button that only says how things are."""


@dataclass(frozen=True)
class Choice:
    """One button: what it says, and what a tap on it means or which page it opens."""

    label: str
    tap: CallbackData | None = None
    url: str | None = None

    def in_group(self, link: str) -> "Choice":
        """The same button under a message in a group; `link` is the bot's https address."""
        door = getattr(self.tap, "door", None)
        return replace(self, url=f"{link}?start={door}") if door else self

    def to_json(self) -> dict[str, str]:
        """As a Bot API `InlineKeyboardButton`."""
        target = {"url": self.url} if self.url else {"callback_data": (self.tap or Nothing()).pack()}
        return {"text": self.label, **target}


@dataclass(frozen=True)
class Screen:
    """A text in Telegram's HTML, rows of buttons under it, or big keys in place of the keyboard."""

    text: str
    rows: tuple[tuple[Choice, ...], ...] = ()
    keys: tuple[tuple[str, ...], ...] = ()
    away_with_keys: bool = False
    """Give the keyboard back: 长辈版 has its buttons under the messages."""

    def markup(self) -> dict[str, object] | None:
        """As a Bot API reply markup."""
        if self.keys:
            keyboard = [[{"text": label} for label in row] for row in self.keys]
            return {"keyboard": keyboard, "resize_keyboard": True}
        if self.away_with_keys:
            return {"remove_keyboard": True}
        if self.rows:
            return {"inline_keyboard": [[choice.to_json() for choice in row] for row in self.rows]}
        return None

    def in_group(self, link: str) -> "Screen":
        """The same screen for one person of a group, whose keyboard there stays what it is."""
        rows = tuple(tuple(choice.in_group(link) for choice in row) for row in self.rows)
        return replace(self, rows=rows, keys=(), away_with_keys=False)

    def params(self) -> Mapping[str, object]:
        """As parameters of `sendMessage` and `editMessageText`."""
        markup = self.markup()
        return {"text": self.text, "parse_mode": "HTML", **({"reply_markup": markup} if markup else {})}


def screen(say: Words, text: str, *choices: Choice, columns: int = 2, back: CallbackData | None = None) -> Screen:
    """Lay out a screen. `back` is where 返回 leads; 长辈版 always has it, and leads home by default."""
    if say.elder:
        return Screen(text, tuple((choice,) for choice in (*choices, *_ways_out(say, back or GoHome()))))
    rows = [tuple(choices[i : i + columns]) for i in range(0, len(choices), columns)]
    if back is not None:
        rows.append((Choice(say.plain("Back"), back),))
    return Screen(text, tuple(rows))


def page_of(say: Words, choices: Sequence[Choice], page: int, turn: CallbackData) -> Sequence[Choice]:
    """The choices on one page; in 长辈版 three and a way to the others, which starts over after the last page."""
    if not say.elder or len(choices) <= ELDER_CHOICES:
        return choices
    size = ELDER_CHOICES - 1
    start = page * size % (-(-len(choices) // size) * size)
    return [*choices[start : start + size], Choice(say.plain("More choices"), turn)]


def pages(text: str, most: int = ELDER_CHARACTERS) -> Sequence[str]:
    """A long text as successive screens of at most `most` characters, cut after a sentence where there is one."""
    parts, text = [], text.strip()
    while len(text) > most:
        cut = _cut(text, most)
        parts.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*parts, text]


def paged(
    say: Words,
    text: str,
    page: int,
    turn: Callable[[int], CallbackData],
    *deeds: Choice,
    columns: int = 2,
    back: CallbackData | None = None,
) -> Screen:
    """A long plain text page by page; `turn` leads to a page, and what can be done stands under the last."""
    parts = pages(text, ELDER_CHARACTERS if say.elder else PAGE)
    at = min(max(page, 0), len(parts) - 1)
    if at < len(parts) - 1:
        return screen(say, say.quote(parts[at]), Choice(say.plain("Read on"), turn(at + 1)), back=back)
    return screen(say, say.quote(parts[-1]), *deeds, columns=columns, back=back)


def _cut(text: str, most: int) -> int:
    for marks in ("。！？；!?;\n", "，、：,: "):
        cut = max(text.rfind(mark, 0, most) for mark in marks) + 1
        if cut > most // 4:  # a page of a few words would be one tap too many
            return cut
    return most


def _ways_out(say: Words, back: CallbackData) -> tuple[Choice, Choice]:
    return Choice(say.plain(BACK), back), Choice(say.plain(FIND_HELP), AskForHelp())


BACK = later("Back")
FIND_HELP = later("🙋 Ask a person")
