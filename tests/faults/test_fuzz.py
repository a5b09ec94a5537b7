"""A hail of updates made up from the Bot API's description: nothing crashes, nobody does what they may not."""

import gc
import hashlib
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import inspect

from bot.config import Config
from bot.reactions import REACTIONS
from bot.town import OpenTown
from nlu.meaning import Interpreter
from storage.books import SqliteBooks
from storage.database import SqliteFile
from tests.databases import LINK, sql
from tests.faults.estate import NEIGHBOURS, prepare
from tests.faults.grammar import Cast, Grammar
from tests.faults.hail import Hail
from tests.votes.hall import SEVEN, HandClock

UPDATES = int(os.environ.get("YISHI_HAIL_UPDATES", "3000"))
"""In all; `make test-faults` sends 120,000."""
PART = 10_000
"""So many at a time of these begin with books on which nothing has fallen yet."""
SEED = int(os.environ.get("YISHI_HAIL_SEED", "20261128"))
FILE = os.environ.get("YISHI_HAIL")
AGAIN = Path(FILE).read_text(encoding="utf-8").splitlines() if FILE else []
"""Updates from a file, to be sent instead."""
STRANGERS = range(7000001, 7000020)
OFFICIALS = (5000002, 5000005, 5000006, 5000007)
ANYBODY = Cast((*list(NEIGHBOURS)[:8], 5000001, *list(STRANGERS)[:3], *OFFICIALS), (1, -1, 2**52), official=True)
MOST_GROWTH = 128 * 2**20
"""Bytes of resident memory, after the first fifth; caches fill until then."""
OF_STRANGERS = {
    "updates", "accounts", "conversations", "outbox", "boards", "consents", "wrong_codes", "sqlite_sequence",
    "help_requests", "rights_requests", "deletions", "command_menus", "audit_log", "admissions", "groups",
}  # fmt: skip
"""Tables in which somebody from nowhere may leave a trace."""
OFFICE = {
    "communities", "households", "household_codes", "appointments", "sittings", "votes", "goods", "minutes",
    "canned_answers", "vote_ballots", "vote_papers", "roll_imports", "owners", "floor_sessions", "announcements",
    "committees", "committee_categories", "committee_months", "measures", "setting_changes", "savings",
}  # fmt: skip
"""Tables in which nobody without an office changes anything."""


@pytest.fixture
async def books(sunshine: Path, config: Config, tmp_path: Path) -> SqliteFile:
    """阳光社区 while a vote runs."""
    books = SqliteFile(Path(shutil.copy(sunshine, tmp_path / "yishi.db")))
    await prepare(books, config)
    return books


@contextmanager
def hail(books: SqliteFile, config: Config, interpreter: Interpreter, folder: Path) -> Iterator[Hail]:
    clock = HandClock()
    clock.moment = SEVEN
    with SqliteBooks(books.path, config.community, LINK) as open_books:
        yield Hail(OpenTown(open_books, clock, REACTIONS), interpreter, config.community.zone, folder, OFFICIALS)


def contents(books: SqliteFile, but: Collection[str] = (), only: Collection[str] | None = None) -> dict[str, str]:
    """Of each table a digest of its rows."""
    engine = books.engine()
    names = sorted(set(inspect(engine).get_table_names()) - set(but))
    engine.dispose()
    with sql(books) as run:
        return {
            name: hashlib.sha256(repr(sorted(map(repr, run(f'SELECT * FROM "{name}"')))).encode()).hexdigest()  # noqa: S608
            for name in names
            if only is None or name in only
        }


def groups_in(books: SqliteFile) -> list[tuple[object, ...]]:
    """But for when something was last offered there to who spoke of a concern."""
    with sql(books) as run:
        return run("SELECT chat_id, community_id, purpose, building, title, status, offers FROM groups")


def resident_bytes() -> int:
    gc.collect()
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.parametrize("part", range(max(1, UPDATES // 2 // PART)))
async def test_anybody_may_send_anything(
    books: SqliteFile, config: Config, interpreter: Interpreter, tmp_path: Path, part: int
) -> None:
    with hail(books, config, interpreter, tmp_path) as falling:
        if AGAIN:
            await falling.comes(AGAIN)
            return
        grammar, fifth = Grammar(SEED + 100 * part, ANYBODY), min(PART, UPDATES // 2) // 5
        await falling.falls(grammar, fifth)
        before = resident_bytes()
        for step in range(1, 5):
            await falling.falls(grammar, fifth, 1 + step * fifth)
        assert resident_bytes() - before < MOST_GROWTH
        assert falling.unread < fifth // 5


@pytest.mark.parametrize("part", range(max(1, UPDATES // 4 // PART)))
async def test_strangers_change_nothing(
    books: SqliteFile, config: Config, interpreter: Interpreter, tmp_path: Path, part: int
) -> None:
    before, groups = contents(books, but=OF_STRANGERS), groups_in(books)
    cast = Cast(STRANGERS, (*list(NEIGHBOURS)[:8], 5000001, *OFFICIALS))
    with hail(books, config, interpreter, tmp_path) as falling:
        await falling.falls(Grammar(SEED + 1 + 100 * part, cast), min(PART, UPDATES // 4))
    after = contents(books, but=OF_STRANGERS)
    assert [name for name in before if before[name] != after[name]] == []
    assert groups_in(books) == groups
    with sql(books) as run:
        assert run("SELECT count(*) FROM admissions WHERE verdict IS NOT NULL OR building NOT BETWEEN 1 AND 20") == [
            (0,)
        ]


@pytest.mark.parametrize("part", range(max(1, UPDATES // 4 // PART)))
async def test_neighbours_do_nothing_that_takes_an_office(
    books: SqliteFile, config: Config, interpreter: Interpreter, tmp_path: Path, part: int
) -> None:
    before, groups = contents(books, only=OFFICE), groups_in(books)
    assert before.keys() == OFFICE
    cast = Cast(list(NEIGHBOURS)[:12], (*OFFICIALS, 5000001, *list(NEIGHBOURS)[12:20]))
    with hail(books, config, interpreter, tmp_path) as falling:
        await falling.falls(Grammar(SEED + 2 + 100 * part, cast), min(PART, UPDATES // 4))
    after = contents(books, only=OFFICE)
    assert [name for name in before if before[name] != after[name]] == []
    assert groups_in(books) == groups
    with sql(books) as run:
        mine = set(list(NEIGHBOURS)[:12])
        assert {one for (one,) in run("SELECT telegram_id FROM sitting_signups")} <= mine
        assert run("SELECT count(*) FROM points_entries WHERE rule IN ('award', 'correction')") == [(0,)]
