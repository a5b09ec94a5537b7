"""What the embedded interpreter looks at in a text: its runs of one to four characters, hashed into buckets."""

import re
import unicodedata
import zlib
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nlu.encoder import LONGEST

BUCKETS: Final = 1 << 16
_LONGEST_RUN: Final = 4
_NUMBER = re.compile(r"\d+")
_LONG_NUMBER = re.compile(
    r"(?:[，,、;；\s]|(?:我的?)?(?:手机|电话)号?码?是?[:：]?)*(?:\d[- ]?){6,}|[零〇幺一二三四五六七八九]{7,}"
)
_SPACE = re.compile(r"\s+")


def without_numbers(text: str) -> str:
    """The words without telephone numbers and the like, where there are others: they say nothing of what is meant."""
    said = _LONG_NUMBER.sub(" ", text).strip()
    return said if len(said) > 1 else text


def normal(text: str) -> str:
    """The text as it is compared: cut, in one width and case; which number it names says nothing of what is meant."""
    said = unicodedata.normalize("NFKC", without_numbers(text[:LONGEST])).lower().strip()
    return _SPACE.sub(" ", _NUMBER.sub("0", said))


def buckets(text: str) -> NDArray[np.int64]:
    """The buckets of all runs of characters in `text`, each once; its beginning and its end are marked."""
    said = f" {normal(text)} "
    runs = {said[at : at + size] for size in range(1, _LONGEST_RUN + 1) for at in range(len(said) - size + 1)}
    return np.array(sorted({zlib.crc32(run.encode()) % BUCKETS for run in runs}), dtype=np.int64)


def weigh(found: NDArray[np.int64], rarity: NDArray[np.float32]) -> NDArray[np.float32]:
    """The weight of each bucket found: rare ones count for more; all squares sum to 1."""
    weights = rarity[found]
    return np.asarray(weights / np.linalg.norm(weights), dtype=np.float32)
