"""Minutes that are being written."""

from dataclasses import dataclass

from bot.kit.forms import Form


@dataclass(frozen=True)
class PackWords(Form):
    """Of a month, as a button carries it; `key` is in every button."""

    name = "pack_words"
    key: str
    month: int
    words: str = ""
