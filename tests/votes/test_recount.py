"""`python -m bot recount FILE`: every example of docs/record.md, and files that nobody can count."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.votes.model.recount import MOST_BYTES
from bot.votes.model.rule import Kind
from tests.contracts.source import ROOT

DESCRIBED = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```json\n(.+?)```", DESCRIBED, re.DOTALL)
EXAMPLES = list(zip(BLOCKS[::2], BLOCKS[1::2], strict=True))
VOTE = json.loads(BLOCKS[0])


def recount(file: Path) -> subprocess.CompletedProcess[bytes]:
    """Where there is nothing but the file, nor a terminal that knows Chinese."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "recount", file.name],
        cwd=file.parent,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii:strict"},
        capture_output=True,
        check=False,
        timeout=180,
    )


@pytest.mark.parametrize(("record", "answer"), EXAMPLES)
def test_the_examples_of_the_description(tmp_path: Path, record: str, answer: str) -> None:
    file = tmp_path / "record.json"
    file.write_text(record, encoding="utf-8")
    told = recount(file)
    assert (told.returncode, told.stderr, told.stdout.count(b"\n")) == (0, b"", 1)
    assert json.loads(told.stdout) == json.loads(answer)
    assert [path.name for path in tmp_path.iterdir()] == ["record.json"]


def test_each_kind_has_an_example() -> None:
    assert {json.loads(record)["rule"]["kind"] for record, _ in EXAMPLES} == {"owners", *Kind}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is not JSON"),
        (b"yes: 3, no: 2\n", "is not JSON"),
        (b"\xff\xfe{}", "is not UTF-8"),
        (b"{" + json.dumps(VOTE)[1:].encode() + b"}", "is not JSON"),
        (b"[" * 200_000, "nested too deeply"),
        (json.dumps(VOTE).encode() + b" " * MOST_BYTES, "larger than"),
        (json.dumps(VOTE | {"题目": "路灯"}).encode(), "unknown"),
    ],
    ids=["empty", "prose", "UTF-16", "one brace too many", "deep", "huge", "unknown"],
)
def test_what_cannot_be_counted_is_refused_in_one_line(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "record.json"
    file.write_bytes(content)
    told = recount(file)
    assert (told.returncode, told.stdout) == (2, b"")
    [line] = told.stderr.decode().splitlines()
    assert line.startswith("record.json: ")
    assert why in line


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    told = recount(tmp_path / "record.json")
    assert (told.returncode, told.stdout, told.stderr) == (2, b"", b"record.json: No such file or directory\n")


def test_it_starts_without_the_bot() -> None:
    look = "import sys, bot.__main__, bot.votes.model.recount; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"aiogram", "telegram", "sqlalchemy", "alembic", "PIL", "babel"}.isdisjoint(loaded.stdout.split())
