"""Out of one town and into an empty place: all of it is there, life goes on, and what is secret stayed at home."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from bot.archive.model import BOOK, HEAD
from bot.config import Config
from bot.reactions import REACTIONS
from bot.town import OpenTown
from bot.votes.model.rule import YES
from storage.archive_import import bring_in
from storage.database import Database, SqliteFile
from tests.archive.conftest import SECRET, exported, raises
from tests.databases import LINK, sql
from tests.votes.hall import SUNDAY, SUNSHINE, Hall
from tests.votes.people import CHEN, WANG

OF_THE_WHOLE_BOT = {"command_menus", "sweeps"}
"""What the bot keeps for itself goes along only where it serves one community."""
LATER = SUNDAY.replace(day=13)


def lines(path: Path) -> dict[str, bytes]:
    """All that a program reads; a workbook says when it was made."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != BOOK}


def rows(path: Path, table: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in lines(path)[f"tables/{table}.jsonl"].splitlines()]


@pytest.mark.both
async def test_what_is_imported_exports_as_it_was(
    rich: Hall, elsewhere: Database, config: Config, tmp_path: Path
) -> None:
    first = await exported(rich.database, config, tmp_path / "first.zip")
    assert bring_in(first, elsewhere) == sum(one["rows"] for one in json.loads(lines(first)[HEAD])["tables"].values())
    second = await exported(elsewhere, config, tmp_path / "second.zip")
    assert lines(first) == lines(second)
    assert len(rows(first, "points_entries")) > 2
    assert len(rows(first, "concerns")) == 2
    assert len(rows(first, "audit_log")) > 0


@pytest.mark.both
async def test_life_goes_on_there(rich: Hall, elsewhere: Database, config: Config, tmp_path: Path) -> None:
    bring_in(await exported(rich.database, config, tmp_path / "all.zip"), elsewhere)
    with sql(elsewhere) as run:
        [(last_post,)] = run("SELECT max(id) FROM outbox")
    with elsewhere.books(config.community, LINK) as books:
        hall = Hall(OpenTown(books, rich.clock, REACTIONS), rich.clock, elsewhere)
        await hall.town.do(raises, None, CHEN, "1-3")
        with sql(elsewhere) as run:
            assert run("SELECT number FROM concerns WHERE id = 3") == [(3,)]
            assert run("SELECT min(id) > ? FROM outbox WHERE id > ?", last_post + 1, last_post) == [(True,)]
        [running] = await hall.town.ask(lambda uow: uow.votes.running(SUNSHINE, uow.now))
        assert (await hall.casts(WANG, running, YES)).again is False  # her ballot stayed where its key is
        await hall.at(LATER)
        assert await hall.counted(running) == [(YES,)]


async def test_no_ballot_leaves_before_its_vote_is_over(rich: Hall, config: Config, tmp_path: Path) -> None:
    path = await exported(rich.database, config, tmp_path / "all.zip")
    [running] = [row["id"] for row in rows(path, "votes") if row["state"] == "open"]
    entries = rows(path, "vote_entries")
    assert all(entry["origin"] is entry["choice"] is None for entry in entries if entry["vote_id"] == running)
    assert any(entry["origin"] for entry in entries if entry["vote_id"] != running)
    assert not any("sealed" in entry for entry in entries)
    assert {row["vote_id"] for row in rows(path, "vote_ballots")} == {1}
    keys = [key.read_bytes() for key in rich.database.secrets_folder.iterdir()]
    assert keys
    whole = path.read_bytes() + b"".join(lines(path).values())
    assert not any(key in whole or key.hex().encode() in whole for key in keys)


async def test_without_people_nobody_is_in_it(rich: Hall, config: Config, tmp_path: Path) -> None:
    """Not a name, a number of Telegram's, a door or a word of anybody in the books."""
    path = await exported(rich.database, config, tmp_path / "bare.zip", people=False)
    told = b"".join(lines(path).values()).decode()
    with sql(rich.database) as run:
        names = {name for (name,) in run("SELECT name FROM residents UNION SELECT name FROM accounts") if name}
        numbers = {str(number) for (number,) in run("SELECT telegram_id FROM accounts")}
        codes = {code for (code,) in run("SELECT code FROM household_codes")}
    assert len(names) > 100
    values = _values(path)
    assert names & values == set()
    assert numbers & values == set()
    assert codes & values == set()
    assert SECRET not in told
    assert [name for name in ("王秀英", "陈建国", "林芳") if name in told] == []
    with ZipFile(path) as archive:
        book = openpyxl.load_workbook(BytesIO(archive.read(BOOK)), read_only=True)
    cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert (names | numbers | codes) & cells == set()


async def test_without_people_the_same_one_is_the_same_number(rich: Hall, config: Config, tmp_path: Path) -> None:
    path = await exported(rich.database, config, tmp_path / "bare.zip", people=False)
    [account] = [one["id"] for one in rows(path, "concerns")][:1]
    authors = {row["author_id"] for row in rows(path, "concerns")}
    assert account == 1
    assert len(authors) == 1
    assert authors <= {row["id"] for row in rows(path, "residents")}
    other = await exported(rich.database, config, tmp_path / "again.zip", people=False)
    assert authors & {row["author_id"] for row in rows(other, "concerns")} == set()


def _values(path: Path) -> set[str]:
    found = set()
    with ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".jsonl"):
                for line in archive.read(name).splitlines():
                    found |= {str(value) for value in json.loads(line).values()}
    return found


async def test_a_second_community_stays_at_home(rich: Hall, config: Config, tmp_path: Path) -> None:
    alone = lines(await exported(rich.database, config, tmp_path / "alone.zip"))
    with sql(rich.database) as run:
        run("INSERT INTO communities (id, name, founded_at) VALUES (2, '月光社区', '2026-11-25 02:00:00.000000')")
        run("INSERT INTO households (community_id, building, unit, room, area, tenure) VALUES (2,1,1,'101','90','own')")
        [(home,)] = run("SELECT max(id) FROM households")
        run("INSERT INTO residents (community_id, household_id, name, age_band) VALUES (2, ?, '月亮', 'adult')", home)
        run("INSERT INTO accounts VALUES (77, '月亮', 'zh', ?, 2, 1, '2026-11-25 02:00:00.000000')", False)
        run("INSERT INTO consents (telegram_id, version, given_at) VALUES (77, 1, '2026-11-25 02:00:00.000000')")
        run("INSERT INTO boards (chat_id, name, pinned) VALUES (77, 'home', ?)", False)
    beside = lines(await exported(rich.database, config, tmp_path / "beside.zip"))
    assert "月亮".encode() not in b"".join(beside.values())
    bring_in(tmp_path / "beside.zip", SqliteFile(tmp_path / "only" / "yishi.db"))
    differs = {name.removeprefix("tables/").removesuffix(".jsonl") for name in alone if alone[name] != beside[name]}
    assert differs <= {HEAD, "consents", "outbox", "boards", *OF_THE_WHOLE_BOT}
