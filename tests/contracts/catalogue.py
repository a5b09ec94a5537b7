"""The texts in the source and in the Chinese catalogue."""

from dataclasses import dataclass
from string import Formatter

from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.kit.words import LOCALES
from tests.contracts.source import ROOT

KEYWORDS = {"say": None, "plain": None, "later": None}
"""As in `pybabel extract -k say -k plain -k later --no-default-keywords bot`."""


@dataclass(frozen=True)
class Text:
    """One entry of the catalogue."""

    english: str
    chinese: str


def in_the_source() -> set[str]:
    """Message ids that the bot may say."""
    found = extract_from_dir(ROOT / "bot", method_map=[("**.py", "python")], keywords=KEYWORDS)
    return {message for _, _, message, _, _ in found if isinstance(message, str)}


def entries() -> list[Message]:
    """What `yishi.po` holds."""
    with (LOCALES / "zh" / "LC_MESSAGES" / "yishi.po").open("rb") as po:
        return [entry for entry in read_po(po, locale="zh", abort_invalid=True) if entry.id]


def texts() -> list[Text]:
    """Every entry, English and Chinese."""
    return [Text(str(entry.id), str(entry.string)) for entry in entries()]


def placeholders(text: str) -> list[str]:
    """Names in braces, sorted; the same as often as they come."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)
