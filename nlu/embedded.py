"""The interpreter that needs nothing to be started: a model in plain numbers, read by numpy."""

import subprocess
import sys
from pathlib import Path
from typing import Final

import numpy as np

from nlu.encoder import WIDTH, encode
from nlu.meaning import MOST_ALTERNATIVES, OUT_OF_SCOPE, Meaning
from nlu.model import FILE, Floats, Model
from nlu.place import find_place
from nlu.rules import by_rule
from nlu.source import source

_PROJECT: Final = Path(__file__).parents[1]


class Embedded:
    """Understands by the model that it is given."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._reads_sentences = bool(model.examples.any())

    def understand(self, text: str) -> Meaning:
        """What `text` means: some milliseconds on one core."""
        text = text.encode("utf-8", "ignore").decode()  # halves of characters, which no text should have
        intents, categories = self._model.answers(text, self._vector(text))
        if (ruled := by_rule(text)) is not None:
            intents = {ruled: 1.0}
        intent, category = next(iter(intents)), next(iter(categories))
        meant = [name for name in intents if name != OUT_OF_SCOPE]
        return Meaning(
            intent,
            intents[intent],
            category,
            categories[category],
            find_place(text),
            tuple(meant[:MOST_ALTERNATIVES]),
        )

    def _vector(self, text: str) -> Floats:
        return encode([text])[0] if self._reads_sentences else np.zeros(WIDTH, np.float32)


def load() -> Embedded:
    """The interpreter, warmed up; its model is made first where there is none of today's examples and code.

    Making it takes half a minute and a gigabyte, so it is done at build time (`python -m nlu train`), and in a process
    of its own.
    """
    model = _kept()
    if model is None:
        subprocess.run([sys.executable, "-m", "nlu", "train"], cwd=_PROJECT, check=True)
        model = Model.read(FILE)
    interpreter = Embedded(model)
    interpreter.understand("你好")
    return interpreter


def _kept() -> Model | None:
    try:
        model = Model.read(FILE)
    except (OSError, ValueError, KeyError):
        return None
    return model if model.source == source() else None
