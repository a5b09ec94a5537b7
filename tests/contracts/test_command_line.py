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


def test_books_are_copied_to_a_postgresql_only(tmp_path: Path) -> None:
    told = bot(tmp_path, "--config", str(kept_in(tmp_path, tmp_path / "yishi.db")), "db", "copy")
    assert (told.returncode, told.stderr) == (2, "DATABASE_URL names no PostgreSQL to copy to.\n")


@pytest.mark.parametrize("command", ["upgrade", "copy"])
def test_an_address_with_which_nothing_can_be_done_is_told_in_one_line(tmp_path: Path, command: str) -> None:
    config = kept_in(tmp_path, tmp_path / "yishi.db")
    (tmp_path / "yishi.db").touch()
    url = f"postgresql://yishi:sesame@/yishi?host={tmp_path}"
    told = bot(tmp_path, "--config", str(config), "db", command, DATABASE_URL=url)
    assert told.returncode == 2
    [line] = told.stderr.splitlines()
    assert "No such file" in line
    assert "sesame" not in line


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


def bot(where: Path, *arguments: str, **secrets: str) -> subprocess.CompletedProcess[str]:
    """`python -m bot`, with these secrets and no others."""
    surroundings = {name: value for name, value in os.environ.items() if name not in {"BOT_TOKEN", "DATABASE_URL"}}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=where,
        env=surroundings | secrets | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
