"""How like two descriptions of a trouble are, by the pairs of neighbouring characters they share."""

import re
from typing import Final

from nlu.place import without_place

ALIKE: Final = 0.3
"""From so much on it is worth asking whether two are the same; measured on the pairs in tests/nlu/test_likeness.py."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_WORD = re.compile(r"[a-z]{3,}")
_SILENT = str.maketrans("", "", "的吗呢啊吧")
_SAYS_NOTHING = frozenset(("the", "and", "our", "with", "for"))


def likeness(one: str, other: str) -> float:
    """Between 0 and 1: how much of the shorter is in the longer. Where it is and room numbers do not count."""
    first, second = _pieces(one), _pieces(other)
    fewer = min(len(first), len(second))
    return len(first & second) / fewer if fewer else 0.0


def _pieces(text: str) -> set[str]:
    """Pairs of Chinese characters, for want of spaces between words; English words as they are."""
    said = without_place(text.lower()).translate(_SILENT)
    pairs = {run[at : at + 2] for run in _CHINESE.findall(said) for at in range(len(run) - 1)}
    return pairs | (set(_WORD.findall(said)) - _SAYS_NOTHING)
