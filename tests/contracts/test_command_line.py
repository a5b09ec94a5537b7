"""`python -m bot`: what cannot be used is refused in one line, with status 2 and without a traceback."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from storage.upgrade import newest_revision, upgrade
from tests.contracts.source import ROOT

SHIPPED = (ROOT / "config.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [[], ["db", "upgrade"], ["courier"]])
def test_the_command_line_says_it_in_one_line_and_stops(tmp_path: Path, command: list[str]) -> None:
    path = written(tmp_path, SHIPPED.replace("first_hours: 24", "first_hours: 0"))
    told = bot(tmp_path, "--config", str(path), *command)
    assert told.returncode == 2
    assert told.stderr == f"{path}: community.response.first_hours: Input should be greater than or equal to 1\n"
    assert told.stdout == ""
    assert sorted(file.name for file in tmp_path.iterdir()) == ["config.yaml"]


def test_the_books_are_brought_up_to_date_by_hand_too(tmp_path: Path) -> None:
    books = tmp_path / "new" / "yishi.db"
    told = bot(tmp_path, "--config", str(kept_in(tmp_path, books)), "db", "upgrade")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == f"{books} is at {newest_revision()}\n"
    assert books.exists()


def test_the_courier_alone_needs_a_token(tmp_path: Path) -> None:
    told = bot(tmp_path, "--config", str(kept_in(tmp_path, tmp_path / "yishi.db")), "courier")
    assert told.returncode == 2
    [line] = told.stderr.splitlines()
    assert "BOT_TOKEN" in line


def test_a_level_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    told = bot(tmp_path, "--log", "CHATTY")
    assert told.returncode == 2
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(("revision", "why"), [("9999", "newer"), (None, "not a database")])
def test_books_that_cannot_be_used_are_refused_in_one_line(tmp_path: Path, revision: str | None, why: str) -> None:
    books = tmp_path / "yishi.db"
    if revision is None:
        books.write_text("these are minutes, not books" * 100)
    else:
        newer_books(books, revision)
    told = bot(tmp_path, "--config", str(kept_in(tmp_path, books)), "db", "upgrade")
    assert told.returncode == 2
    [line] = told.stderr.splitlines()
    assert line.startswith(f"{books}: ")
    assert why in line


def newer_books(path: Path, revision: str) -> None:
    """Books that a later version of the bot has migrated."""
    upgrade(path)
    with closing(connect(path)) as database:
        database.execute("UPDATE alembic_version SET version_num = ?", [revision])
        database.commit()


def written(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "config.yaml"
    path.write_text(content, encoding="utf-8")
    return path


def kept_in(tmp_path: Path, books: Path) -> Path:
    return written(tmp_path, SHIPPED.replace("var/yishi.db", str(books)))


def bot(where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`python -m bot`, without a token."""
    surroundings = {name: value for name, value in os.environ.items() if name != "BOT_TOKEN"}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=where,
        env=surroundings | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
