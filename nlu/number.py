"""The number of something in what a person wrote: `12`, `#12`, and as Chinese keyboards write them, `＃１２`."""

from typing import Final

DIGITS: Final = 9
"""No more than a database counts."""
_MARKS: Final = "#＃"


def number_in(words: str | None) -> int | None:
    """The number, where the words are nothing else; None for anything else, and for too many digits."""
    told = (words or "").strip()
    digits = (told[1:] if told[:1] in _MARKS else told).strip()
    return int(digits) if digits.isdecimal() and len(digits) <= DIGITS else None


def number_first(words: str) -> tuple[int | None, str]:
    """The number with which the words begin, and all that follows it."""
    first, *more = words.split(maxsplit=1) or [""]
    return number_in(first), "".join(more).strip()
