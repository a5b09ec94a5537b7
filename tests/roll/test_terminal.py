"""`python -m bot roll …`, for whoever sits at the community's own machine."""

import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.bot_process import BotProcess, write_config
from tests.roll.sheets import csv_of, read_back, sunshine_rows

NEW = (21, 1, "101", "88.80", "业主", "钱多", "中年", "钱多、钱少", "个人", "钱少")


def households(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "yishi.db")) as database:
        found: int = database.execute("SELECT count(*) FROM households WHERE left_at IS NULL").fetchone()[0]
        return found


async def said(folder: Path, *arguments: str) -> tuple[int, str]:
    process = BotProcess(folder, "roll", *arguments)
    await process.start()
    return await asyncio.wait_for(process.ends(), 60)


async def test_a_file_is_shown_and_with_apply_brought_in(sunshine: Path, tmp_path: Path) -> None:
    shutil.copy(sunshine, tmp_path / "yishi.db")
    write_config(tmp_path, storage={"path": str(tmp_path / "yishi.db")})
    rows = [row for row in sunshine_rows() if row[5] != "王秀英"]
    (tmp_path / "roll.csv").write_bytes(csv_of([*rows, NEW]))
    status, shown = await said(tmp_path, "import", "roll.csv")
    assert (status, households(tmp_path)) == (0, 1200)
    assert "户：新增1，变更0，离开0" in shown
    status, shown = await said(tmp_path, "import", "roll.csv", "--apply")
    assert (status, households(tmp_path)) == (0, 1201)
    assert "名册已经更新" in shown
    assert (await said(tmp_path, "export", "out.xlsx"))[0] == 0
    names = {row[5] for row in read_back((tmp_path / "out.xlsx").read_bytes())}
    assert {"钱多", "王秀英"} <= names  # who has joined stays


async def test_a_bad_file_changes_nothing_and_says_why(sunshine: Path, tmp_path: Path) -> None:
    shutil.copy(sunshine, tmp_path / "yishi.db")
    write_config(tmp_path, storage={"path": str(tmp_path / "yishi.db")})
    (tmp_path / "roll.csv").write_bytes(csv_of([(*NEW[:3], "很大", *NEW[4:])]))
    status, _ = await said(tmp_path, "import", "roll.csv", "--apply")
    assert status == 2
    assert "D2 写的“很大”不是面积" in (tmp_path / "bot.log").read_text(encoding="utf-8")
    assert (await said(tmp_path, "import", "nowhere.csv"))[0] == 2
    assert households(tmp_path) == 1200


async def test_of_several_communities_one_is_named(sunshine: Path, tmp_path: Path) -> None:
    shutil.copy(sunshine, tmp_path / "yishi.db")
    write_config(tmp_path, storage={"path": str(tmp_path / "yishi.db")})
    with closing(sqlite3.connect(tmp_path / "yishi.db")) as database:
        database.execute("INSERT INTO communities (name, founded_at) VALUES ('春风里', '2026-11-25 02:00:00')")
        database.commit()
    (tmp_path / "roll.csv").write_bytes(csv_of([NEW]))
    for action, *named in (("import",), ("export",), ("import", "--community", "夏雨里")):
        status, _ = await said(tmp_path, action, "roll.csv" if action == "import" else "out.csv", *named)
        assert status == 2
    assert (tmp_path / "bot.log").read_text(encoding="utf-8").count("--community") == 3
    assert "是哪个小区？请用 --community 写明：\n阳光社区\n春风里" in (tmp_path / "bot.log").read_text(encoding="utf-8")
    assert not (tmp_path / "out.csv").exists()
    status, shown = await said(tmp_path, "import", "roll.csv", "--apply", "--community", "春风里")
    assert (status, households(tmp_path)) == (0, 1201)
    assert "名册已经更新" in shown
    assert (await said(tmp_path, "export", "out.csv", "--community", "春风里"))[0] == 0
    assert {row[5] for row in read_back((tmp_path / "out.csv").read_bytes())} == {"姓名", "钱多"}


async def test_without_a_community_there_is_nothing_to_bring_in(tmp_path: Path) -> None:
    write_config(tmp_path, storage={"path": str(tmp_path / "yishi.db")})
    (tmp_path / "roll.csv").write_bytes(csv_of([NEW]))
    assert (await said(tmp_path, "import", "roll.csv"))[0] == 2
    assert "还没有小区" in (tmp_path / "bot.log").read_text(encoding="utf-8")
