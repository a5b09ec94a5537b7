"""The embedded interpreter's model: plain numbers in one file, made by `nlu.training`, read by numpy alone."""

from dataclasses import dataclass
from os import getpid
from pathlib import Path
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from nlu.features import buckets, weigh

Floats = NDArray[np.float32]

FILE: Final = Path(__file__).parent / "trained" / "model.npz"
NEARNESS: Final = 5.0
SENTENCE_WEIGHT: Final = 2.0
"""How fast an example counts for less the farther its sentence vector is, and how much sentences count against runs
of characters; both by leave-one-out over the examples."""


def nearness(vectors: Floats, examples: Floats) -> Floats:
    """For each pair, how much what is known of the example says about the text (Gaussian kernel of unit vectors)."""
    return np.asarray(SENTENCE_WEIGHT * np.exp(NEARNESS * (vectors @ examples.T - 1.0)), dtype=np.float32)


@dataclass(frozen=True)
class Question:
    """One thing to be told of a text: its intent, or its category.

    runs: (BUCKETS, labels) weights of runs of characters, in half precision. sentences: (examples, labels) weights of
    the first so many example sentences. sharpness: makes scores into probabilities.
    """

    labels: tuple[str, ...]
    runs: NDArray[np.float16]
    sentences: Floats
    sharpness: float

    def answer(self, found: NDArray[np.int64], weights: Floats, near: Floats) -> dict[str, float]:
        """Label → probability, likeliest first."""
        scores = weights @ self.runs[found].astype(np.float32) + near[: len(self.sentences)] @ self.sentences
        sharp = np.exp(self.sharpness * (scores - scores.max()))
        likely = sharp / sharp.sum()
        return {self.labels[at]: float(likely[at]) for at in np.argsort(-likely)}


@dataclass(frozen=True)
class Model:
    """rarity: (BUCKETS,) weights of runs. examples: (examples, WIDTH) vectors of the examples' sentences, concerns
    first; none where the encoder was missing. source: the digest of what it was made from."""

    rarity: Floats
    examples: Floats
    intent: Question
    category: Question
    source: str

    def answers(self, text: str, vector: Floats) -> tuple[dict[str, float], dict[str, float]]:
        """Intents and categories with their probabilities, likeliest first. `vector` is empty without an encoder."""
        found = buckets(text)
        weights, near = weigh(found, self.rarity), nearness(vector, self.examples)
        return self.intent.answer(found, weights, near), self.category.answer(found, weights, near)

    def save(self, path: Path) -> None:
        """Whole or not at all, also when two processes make it at once."""
        path.parent.mkdir(parents=True, exist_ok=True)
        parts = {f"intent_{name}": value for name, value in vars(self.intent).items()}
        parts |= {f"category_{name}": value for name, value in vars(self.category).items()}
        unfinished = path.with_suffix(f".{getpid()}")
        with unfinished.open("wb") as file:
            np.savez(file, rarity=self.rarity, examples=self.examples, source=self.source, **parts)
        unfinished.replace(path)

    @classmethod
    def read(cls, path: Path) -> Self:
        """What `save` wrote. Raises OSError where there is none, ValueError or KeyError where it is something else."""
        with np.load(path) as kept:
            intent, category = (
                Question(
                    tuple(str(label) for label in kept[f"{name}_labels"]),
                    kept[f"{name}_runs"],
                    kept[f"{name}_sentences"],
                    float(kept[f"{name}_sharpness"]),
                )
                for name in ("intent", "category")
            )
            return cls(kept["rarity"], kept["examples"], intent, category, str(kept["source"]))
