"""Making the embedded interpreter's model: kernel ridge regression in closed form.

At build time only, in a process of its own: SciPy is imported here.

Two texts are alike by the runs of characters they share plus the nearness of their sentence vectors. Fitting all
examples at once gives, for free, what each would have scored had it not been among them: from that the probabilities
are calibrated.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.linalg.lapack import spotri
from scipy.sparse import csr_array

from nlu.encoder import WIDTH, encode
from nlu.examples import Example
from nlu.features import BUCKETS, buckets, weigh, without_numbers
from nlu.model import Floats, Model, Question, nearness
from nlu.source import has_encoder, source

DOUBT = 0.3
"""How far the fit may stay from the examples (the ridge); by leave-one-out over the examples."""


def train(examples: Sequence[Example]) -> Model:
    """From all the examples, concerns first: half a minute on one core and two gigabytes of memory."""
    texts = [example.text for example in examples]
    vectors = (
        encode([without_numbers(text) for text in texts])
        if has_encoder()
        else np.zeros((len(texts), WIDTH), np.float32)
    )
    rarity, runs = _runs(texts)
    alike = (runs @ runs.T).toarray() + nearness(vectors, vectors)
    concerns = [example.category for example in examples if example.category]
    intent = _fit(alike, runs, [example.intent for example in examples])
    category = _fit(alike[: len(concerns), : len(concerns)], runs[: len(concerns)], concerns)
    return Model(rarity, vectors, intent, category, source())


def _runs(texts: Sequence[str]) -> tuple[Floats, csr_array]:
    """The rarity of each bucket, and one row of weights a text."""
    found = [buckets(text) for text in texts]
    often = np.bincount(np.concatenate(found), minlength=BUCKETS)
    rarity = (np.log((1 + len(texts)) / (1 + often)) + 1).astype(np.float32)
    weights = np.concatenate([weigh(each, rarity) for each in found])
    starts = np.cumsum([0, *map(len, found)])
    return rarity, csr_array((weights, np.concatenate(found), starts), shape=(len(texts), BUCKETS))


def _fit(alike: Floats, runs: csr_array, answers: Sequence[str]) -> Question:
    """Weights under which each example's own answer scores 1 and all others -1, as far as doubt allows."""
    labels = sorted(set(answers))
    wanted = np.where(np.array(answers)[:, None] == np.array(labels), 1.0, -1.0).astype(np.float32)
    factor = cho_factor(alike + np.diag(_doubt(answers)), lower=True, overwrite_a=True, check_finite=False)
    pulls = cho_solve(factor, wanted, check_finite=False).astype(np.float32)
    half = slice(None, None, 2)  # a quarter of the memory and an eighth of the time, for one number
    sharpness = _sharpness(
        _left_out(alike[half, half], _doubt(answers[half]), wanted[half]), wanted[half].argmax(axis=1)
    )
    return Question(tuple(labels), (runs.T @ pulls).astype(np.float16), pulls, sharpness)


def _doubt(answers: Sequence[str]) -> Floats:
    """What is rare is doubted less, or thousands of concerns would outweigh a hundred greetings."""
    often = Counter(answers)
    common = len(answers) / len(often)
    return np.array([DOUBT * np.sqrt(often[answer] / common) for answer in answers], np.float32)


def _left_out(alike: Floats, doubt: Floats, wanted: Floats) -> Floats:
    """What each example would have scored, had it not been among them."""
    factor, lower = cho_factor(alike + np.diag(doubt), lower=True, check_finite=False)
    pulls = cho_solve((factor, lower), wanted, check_finite=False)
    inverse, _ = spotri(factor, lower=lower, overwrite_c=True)
    return np.asarray(wanted - pulls / np.diag(inverse)[:, None], dtype=np.float32)


def _sharpness(scores: Floats, right: NDArray[np.int64]) -> float:
    """The one under which the right answers of examples that were left out are likeliest."""

    def surprise(sharpness: float) -> float:
        sharp = sharpness * (scores - scores.max(axis=1, keepdims=True))
        return float(np.mean(np.log(np.exp(sharp).sum(axis=1)) - sharp[np.arange(len(right)), right]))

    return min((tenths / 10 for tenths in range(5, 100)), key=surprise)
