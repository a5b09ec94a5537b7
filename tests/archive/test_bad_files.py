"""Whatever is wrong with a file is said, and nothing changes."""

import asyncio
import hashlib
import json
import shutil
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.archive.model import HEAD, BadArchive, Fault
from bot.config import Config
from bot.points.model.ledger import Reward, Rule
from storage.archive_import import bring_in
from storage.database import SqliteFile
from storage.tables import metadata
from tests.archive.conftest import exported
from tests.databases import LINK, sql
from tests.storage.test_copying import HERS
from tests.storage.works import NOW

Members = dict[str, bytes]
ALL_ROWS = " + ".join(f"(SELECT count(*) FROM {table.name})" for table in metadata.sorted_tables)  # noqa: S608
HOMES = "tables/households.jsonl"


@pytest.fixture(scope="module")
def packed(sunshine: Path, config: Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of 阳光社区 on its first day, with the points that somebody has."""
    folder = tmp_path_factory.mktemp("packed")
    books = SqliteFile(Path(shutil.copy(sunshine, folder / "sunshine.db")))

    async def make() -> Path:
        with books.books(config.community, LINK) as opened:
            await opened.write(lambda uow: uow.ledger.reward(Reward(HERS, Rule.CONCERN, "concern-1")), NOW)
        return await exported(books, config, folder / "good.zip")

    return asyncio.run(make())


@pytest.fixture
def good(packed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(packed, tmp_path / "good.zip"))


@pytest.fixture
def empty(tmp_path: Path) -> SqliteFile:
    return SqliteFile(tmp_path / "empty" / "yishi.db")


def refused(path: Path, books: SqliteFile) -> tuple[Fault, str, int]:
    """Why; and that nothing is in the books."""
    with pytest.raises(BadArchive) as refusal:
        bring_in(path, books)
    if books.path.exists():
        with sql(books) as run:
            assert run(f"SELECT {ALL_ROWS}") == [(0,)]
    return refusal.value.fault, refusal.value.where, refusal.value.line


def changed(good: Path, change: Callable[[Members], None]) -> Path:
    """The same file with something else in it."""
    with ZipFile(good) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    path = good.with_name("changed.zip")
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def head(members: Members, **other: object) -> None:
    members[HEAD] = json.dumps({**json.loads(members[HEAD]), **other}).encode()


def forged(members: Members, name: str, rows: list[bytes]) -> None:
    """With the right digest: whoever changes a row can do that too."""
    members[name] = b"".join(rows)
    tables = json.loads(members[HEAD])["tables"]
    one = tables[name.removeprefix("tables/").removesuffix(".jsonl")]
    one.update(rows=len(rows), sha256=hashlib.sha256(members[name]).hexdigest())
    head(members, tables=tables)


def first_row(members: Members, name: str, **other: object) -> None:
    first, *more = members[name].splitlines(keepends=True)
    forged(members, name, [json.dumps({**json.loads(first), **other}).encode() + b"\n", *more])


def test_a_good_one_is_taken(good: Path, empty: SqliteFile) -> None:
    assert bring_in(good, empty) > 5000


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_file_that_was_cut_off(good: Path, empty: SqliteFile, share: float) -> None:
    whole = good.read_bytes()
    good.write_bytes(whole[: int(len(whole) * share)])
    assert refused(good, empty) == (Fault.NO_ARCHIVE, "good.zip", 0)


def test_a_byte_that_fell_over(good: Path, empty: SqliteFile) -> None:
    whole = bytearray(good.read_bytes())
    whole[whole.index(HOMES.encode()) + 2000] ^= 0xFF
    good.write_bytes(whole)
    assert refused(good, empty)[0] in (Fault.NO_ARCHIVE, Fault.BAD_ROW, Fault.NOT_AS_SAID)


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"schema": "0001"}, (Fault.OTHER_VERSION, "0001", 0)),
        ({"format": 2}, (Fault.OTHER_VERSION, "", 0)),
        ({"people": False}, (Fault.NO_PEOPLE, "", 0)),
        ({"tables": {}}, (Fault.STRANGE, HEAD, 0)),
        ({"tables": []}, (Fault.STRANGE, HEAD, 0)),
        ({"tables": {"votes": {"rows": "many"}}}, (Fault.STRANGE, HEAD, 0)),
    ],
    ids=str,
)
def test_a_head_that_does_not_fit(
    good: Path, empty: SqliteFile, other: dict[str, object], said: tuple[Fault, str, int]
) -> None:
    fault, where, line = refused(changed(good, lambda members: head(members, **other)), empty)
    assert (fault, line) == (said[0], said[2])
    assert where.startswith(said[1])


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "tables/../x.jsonl", "tables/nothing.jsonl"])
def test_names_of_other_places_are_not_followed(good: Path, empty: SqliteFile, name: str) -> None:
    path = changed(good, lambda members: members.update({name: b"x"}))
    assert refused(path, empty) == (Fault.STRANGE, name, 0)
    assert sorted(one.name for one in good.parent.iterdir()) == ["changed.zip", "good.zip"]


def test_a_table_that_is_missing(good: Path, empty: SqliteFile) -> None:
    def without_homes(members: Members) -> None:
        del members[HOMES]

    path = changed(good, without_homes)
    assert refused(path, empty) == (Fault.STRANGE, HOMES, 0)


def test_a_bomb(good: Path, empty: SqliteFile) -> None:
    path = changed(good, lambda members: members.update({HOMES: b" " * 2**24}))
    assert refused(path, empty) == (Fault.TOO_BIG, HOMES, 0)


@pytest.mark.parametrize(
    "other",
    [
        {"building": "3"},
        {"building": True},
        {"building": 2**31},
        {"building": None},
        {"room": "1" * 17},
        {"room": "1\0"},
        {"left_at": "2026-11-25T02:00:00"},
        {"left_at": "yesterday"},
        {"left_at": "0001-01-01T00:00:00+14:00"},
        {"room": "1\ud800"},
        {"more": 1},
        {"id": 1.5},
    ],
    ids=str,
)
def test_a_row_that_no_table_would_hold(good: Path, empty: SqliteFile, other: dict[str, object]) -> None:
    path = changed(good, lambda members: first_row(members, HOMES, **other))
    assert refused(path, empty) == (Fault.BAD_ROW, HOMES, 1)


@pytest.mark.parametrize("line", [b"{\n", b"[]\n", b"null\n", b"\xff\n", b"[" * 100_000 + b"\n", b"{}" + b" " * 2**21])
def test_a_line_that_is_no_row(good: Path, empty: SqliteFile, line: bytes) -> None:
    path = changed(good, lambda members: forged(members, HOMES, [line]))
    assert refused(path, empty)[:2] == (Fault.BAD_ROW, HOMES)


def test_rows_that_were_changed_behind_the_heads_back(good: Path, empty: SqliteFile) -> None:
    path = changed(good, lambda members: members.update({HOMES: members[HOMES].replace(b'"101"', b'"999"', 1)}))
    assert refused(path, empty) == (Fault.NOT_AS_SAID, HOMES, 0)


def test_a_row_that_refers_to_nothing(good: Path, empty: SqliteFile) -> None:
    path = changed(good, lambda members: first_row(members, "tables/residents.jsonl", household_id=999_999))
    assert refused(path, empty)[0] is Fault.TORN


def test_a_row_twice(good: Path, empty: SqliteFile) -> None:
    def twice(members: Members) -> None:
        rows = members[HOMES].splitlines(keepends=True)
        forged(members, HOMES, [rows[0], *rows])

    assert refused(changed(good, twice), empty)[0] is Fault.TORN


def test_points_out_of_nothing(good: Path, empty: SqliteFile) -> None:
    """The head's digest is right, the balance is not what the entries add up to."""
    path = changed(good, lambda members: first_row(members, "tables/points_accounts.jsonl", balance=1_000_000))
    assert refused(path, empty) == (Fault.SUMS, "points_accounts", 0)


def test_books_that_hold_something_stay_as_they_are(good: Path, sunshine: Path, tmp_path: Path) -> None:
    full = SqliteFile(Path(shutil.copy(sunshine, tmp_path / "full.db")))
    with sql(full) as run:
        before = run(f"SELECT {ALL_ROWS}")
    with pytest.raises(BadArchive) as refusal:
        bring_in(good, full)
    assert refusal.value.fault is Fault.NOT_EMPTY
    with sql(full) as run:
        assert run(f"SELECT {ALL_ROWS}") == before


async def test_memory_does_not_grow_with_the_community(sunshine: Path, config: Config, tmp_path: Path) -> None:
    """6,000 texts of 4,000 characters are 24 MB as Python has them."""
    books = SqliteFile(Path(shutil.copy(sunshine, tmp_path / "sunshine.db")))
    with sql(books) as run:
        run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000) "
            "INSERT INTO canned_answers (community_id, words) SELECT 1, hex(randomblob(2000)) FROM n")  # fmt: skip
    tracemalloc.start()
    await exported(books, config, tmp_path / "long.zip")
    out = tracemalloc.get_traced_memory()[1]
    tracemalloc.reset_peak()
    bring_in(tmp_path / "long.zip", SqliteFile(tmp_path / "long" / "yishi.db"))
    into = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert max(out, into) < 22 * 2**20, (out, into)
