"""The interpreter that needs nothing to be started: a model in plain numbers, read by numpy."""

import subprocess
import sys
from collections.abc import Mapping
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Final

import numpy as np

from nlu.encoder import WIDTH, encode
from nlu.features import without_numbers
from nlu.meaning import MOST_ALTERNATIVES, OUT_OF_SCOPE, Engine, Meaning
from nlu.model import FILE, Floats, Model
from nlu.place import Place, read_place
from nlu.rules import by_rule
from nlu.source import source

DOUBTED: Final = 0.1
"""From this probability of meaning nothing on it is doubted that a text is meant for the assistant: residents talk to
each other far more, and what it interrupts is dearer than what it must be told again. …"""
DOUBTED_CONCERN: Final = 0.05
"""… A concern from this one on, for people complain of everything; …"""
DOUBTED_PLACED: Final = 0.3
"""… what names a building or unit from this one on, for hardly any talk does; …"""
SHORT: Final = 4
"""… and what has no more characters than these, from a quarter of it on. Chosen together, see docs/nlu.md."""
NOTHING_COUNTS: Final = 0.5
"""Where the likeliest intent is looked for, out of scope counts half: over a third of the examples mean nothing, far
less of what an assistant is told does. By leave-one-out over the examples; what that finds is left alone anyway."""
CONCERN: Final = "raise_concern"
KINDLESS: Final = 0.35
"""A concern whose category is less likely than this is of no kind at all, and mostly none."""
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
        intent, category = _likeliest(intents), next(iter(categories))
        place = read_place(text)
        doubted = intents.get(OUT_OF_SCOPE, 0.0) > _doubted_from(text, intent, place)
        kindless = intent == CONCERN and categories[category] < KINDLESS
        others = tuple(name for name in intents if name != OUT_OF_SCOPE)[:MOST_ALTERNATIVES]
        return Meaning(intent, intents[intent], category, categories[category], place, others, doubted or kindless)

    def engine(self) -> Engine:
        return Engine.EMBEDDED if self._reads_sentences else Engine.WITHOUT_SENTENCES

    def _vector(self, text: str) -> Floats:
        return encode([without_numbers(text)])[0] if self._reads_sentences else np.zeros(WIDTH, np.float32)


def _likeliest(intents: Mapping[str, float]) -> str:
    return max(intents, key=lambda name: intents[name] * (NOTHING_COUNTS if name == OUT_OF_SCOPE else 1))


def _doubted_from(text: str, likeliest: str, place: Place | None) -> float:
    """From which probability of meaning nothing on this text is doubted."""
    if place is not None and (place.building or place.unit):
        return DOUBTED_PLACED
    most = DOUBTED_CONCERN if likeliest == CONCERN else DOUBTED
    return most / 4 if len(text) <= SHORT else most


def load() -> Embedded:
    """The interpreter, warmed up; its model is made first where there is none of today's examples and code.

    Making it takes half a minute and two gigabytes, so it is done at build time (`python -m nlu train`), and in a
    process of its own.
    """
    interpreter = Embedded(_kept() or _made())
    interpreter.understand("你好")
    return interpreter


def _kept() -> Model | None:
    try:
        model = Model.read(FILE)
    except (OSError, ValueError, KeyError):
        return None
    return model if model.source == source() else None


def _made() -> Model:
    """Made now; of several processes that start together one makes it, and the others wait."""
    FILE.parent.mkdir(parents=True, exist_ok=True)
    with FILE.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if (model := _kept()) is not None:
            return model
        subprocess.run([sys.executable, "-m", "nlu", "train"], cwd=_PROJECT, check=True)
        return Model.read(FILE)
