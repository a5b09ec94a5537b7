"""`python -m nlu` measures, and says it as one JSON object."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.source import ROOT

HELD_OUT = ROOT / "tests" / "nlu" / "held_out"


def measured(*arguments: str | Path) -> dict[str, Any]:
    ran = subprocess.run(
        [sys.executable, "-m", "nlu", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


def test_a_small_file_is_measured_by_hand(tmp_path: Path) -> None:
    file = tmp_path / "known.tsv"
    rows = [
        "text\tintent\tsource\talternate",
        "投票在哪\tvote\ta\t",
        "查积分\tvote\ta\tpoints_balance",
        "嗯\tconfirm\ta\t",
        "楼下好吵啊\traise_concern\ta\t",
        "今天天气真好\tout_of_scope\ta\t",
    ]
    file.write_text("\n".join(rows), "utf-8")
    told = measured("evaluate", file)
    assert (told["texts"], told["accuracy"], told["accuracy_with_alternate"]) == (5, 0.8, 1.0)
    assert (told["answered"], told["asked"], told["left_alone"]) == (0.6, 0.0, 0.4)
    assert told["left_alone_though_meant"] == 0.25
    assert told["per_class"]["vote"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667, "texts": 2}
    assert told["macro_f1"] == pytest.approx((2 / 3 + 1 + 1 + 1) / 4, abs=1e-4)
    assert {"p50_ms", "p99_ms", "rss_mb"} <= told.keys()


@pytest.mark.parametrize(
    ("name", "column", "f1", "alternate"),
    [
        ("blind", "intent", 0.96, 0.96),
        ("intents", "intent", 0.96, 0.95),
        ("registers", "intent", 0.9, 0.88),
        ("categories", "category", 0.85, 0.9),
        ("titles", "category", 0.85, 0.9),
    ],
)
def test_what_is_held_out_is_understood(name: str, column: str, f1: float, alternate: float) -> None:
    told = measured("evaluate", HELD_OUT / f"{name}.tsv", "--column", column)
    assert told["macro_f1"] >= f1
    assert told["accuracy_with_alternate"] >= alternate
    if column == "intent":
        assert told["per_class"]["out_of_scope"]["recall"] >= 0.93


def test_silence_tells_the_share_of_lines_that_would_begin_something(tmp_path: Path) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("今天天气真好\n\n投票在哪\n3号楼2单元的路灯坏了好几天了\n哈哈\n", "utf-8")
    told = measured("silence", file)
    assert (told["lines"], told["private"], told["group"]) == (4, 0.5, 0.25)
