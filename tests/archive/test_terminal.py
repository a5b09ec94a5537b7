"""`python -m bot export` and `import`: out of one folder, into another."""

import shutil
from pathlib import Path

from storage.database import SqliteFile
from tests.contracts.test_command_line import bot, kept_in
from tests.databases import sql


def test_out_and_in_again(sunshine: Path, tmp_path: Path) -> None:
    here, there, file = tmp_path / "here.db", tmp_path / "there.db", tmp_path / "all.zip"
    shutil.copy(sunshine, here)
    config = str(kept_in(tmp_path, here))
    told = bot(tmp_path, "--config", config, "export", str(file))
    assert (told.returncode, told.stderr) == (0, "")
    assert "is written" in told.stdout
    config = str(kept_in(tmp_path, there))
    told = bot(tmp_path, "--config", config, "import", str(file))
    assert (told.returncode, told.stderr) == (0, "")
    assert "are in the books" in told.stdout
    with sql(SqliteFile(there)) as run:
        assert run("SELECT name FROM communities") == [("阳光社区",)]
    told = bot(tmp_path, "--config", config, "import", str(file))
    assert (told.returncode, told.stdout) == (2, "")
    assert "没有导入任何内容。\n这里已经有数据了" in told.stderr
    assert "Traceback" not in told.stderr


def test_what_is_no_export_is_said_to_be_none(tmp_path: Path) -> None:
    config = str(kept_in(tmp_path, tmp_path / "there.db"))
    (tmp_path / "photo.zip").write_bytes(b"PK")
    told = bot(tmp_path, "--config", config, "import", str(tmp_path / "photo.zip"))
    assert (told.returncode, told.stdout) == (2, "")
    assert "不是导出文件" in told.stderr
    told = bot(tmp_path, "--config", config, "import", str(tmp_path / "nothing.zip"))
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.count("\n") == 1
    told = bot(tmp_path, "--config", config, "export", str(tmp_path / "all.zip"))
    assert (told.returncode, told.stdout) == (2, "")
    assert "Traceback" not in told.stderr
