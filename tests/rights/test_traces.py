"""Of somebody who was deleted, nothing is left: not in the books' bytes, not in what the bot logs."""

import logging
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.residents.check_digit import with_check_digit
from storage.tables import metadata
from tests.concerns.test_conversation import finished
from tests.neighbours import Clock, Look, Someone
from tests.rights.test_deletion import asks_deletion
from tests.roll.sheets import csv_of, sends_file, sunshine_rows

WORDS = ("犀牛在单元门口唱京剧", "鸵鸟把花盆踢翻了", "斑马半夜搬桌子", "河马还在楼道里洗澡")
NAME = "欧阳鹈鹕"
TABLES = metadata.sorted_tables
BY_THE_BOT = ("bot", "storage", "nlu", "aiogram", "telegram", "apscheduler", "sqlalchemy")
"""Loggers of the bot and its libraries; the playground plays Telegram's part, which forgets nothing."""


@pytest.mark.sqlite
async def test_not_a_byte_is_left(
    owner: Someone, moderator: Someone, clock: Clock, look: Look, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:  # fmt: skip
    caplog.set_level(logging.DEBUG)
    await _joins(owner)
    await _does_all_there_is(owner, moderator)
    files = [value for row in look("SELECT photo, voice FROM concerns") for value in row if value]
    assert len(files) == 2
    traces = [NAME, str(owner.telegram_id), *WORDS, *files]
    before = _bytes_of(tmp_path)
    assert [trace for trace in traces if trace.encode() not in before] == []

    await clock.passes(hours=13)  # 11 at night, and so it is when the grace is over: notices wait for the morning
    await asks_deletion(owner)
    await clock.passes(days=6, hours=23, minutes=55)
    await owner.taps("没解决")
    await owner.says("/correct")
    await owner.taps("改名册上的姓名")
    await owner.says(NAME + "鹅")
    assert look("SELECT count(*) > 1 FROM outbox WHERE params LIKE '%欧阳鹈鹕%'") == [(1,)]
    await owner.taps("🙋找人帮")
    await owner.blocks()
    await moderator.taps("我来帮")  # cannot be told any more, which is logged
    await moderator.says("/reply 1 现在就去")
    assert NAME.encode() in _bytes_of(tmp_path)
    await clock.passes(minutes=5)

    after = _bytes_of(tmp_path)
    assert [trace for trace in traces if trace.encode() in after] == []
    assert [place for (place,) in look("SELECT place FROM concerns")] == ["", "7号楼3单元"]
    assert look("SELECT count(*) FROM concerns WHERE category != '' AND state != ''") == [(2,)]
    assert look("SELECT kind, outcome FROM rights_requests WHERE kind = 'delete'") == [("delete", "done")]
    assert [line for line in _logged(caplog) if any(trace in line for trace in traces)] == []


@pytest.mark.parametrize("how", ["moved", "both", "gone"])
@pytest.mark.sqlite
async def test_not_a_byte_is_left_where_they_lived_before(
    owner: Someone, moderator: Someone, clock: Clock, look: Look, tmp_path: Path, how: str
) -> None:
    await _joins(owner)
    await owner.says("/correct")
    await owner.taps("改名册上的姓名")
    await owner.says(NAME)
    await moderator.taps("同意")
    await owner.says("/correct")
    await owner.taps("改称呼")
    await owner.says(NAME)
    await owner.says(f"/concern {WORDS[0]}")
    await owner.taps("7号楼3单元")
    await owner.taps("对，就这样")
    await owner.says("/household")
    await owner.taps("选谁代表本户")
    await owner.taps(NAME)
    await owner.taps("好，我代表本户")
    await _lives_elsewhere(owner, how)
    traces = [NAME, WORDS[0]]
    assert len(_numbered(look, owner.telegram_id)) > 3
    before = _bytes_of(tmp_path)
    assert [trace for trace in traces if trace.encode() not in before] == []
    await asks_deletion(owner)
    await clock.passes(days=6)
    await sends_file(moderator, csv_of([*sunshine_rows(), (7, 3, "802", "", "", NAME, "中年", "", "", "")]))
    assert look("SELECT count(*) FROM roll_imports WHERE roll IS NOT NULL") == [(1,)]
    await clock.passes(days=1)
    after = _bytes_of(tmp_path)
    assert [trace for trace in traces if trace.encode() in after] == []
    assert _numbered(look, owner.telegram_id) == []
    assert look("SELECT count(*) FROM moves WHERE how = 'joined'") == [(1 if how == "gone" else 2,)]


async def test_the_household_keeps_its_number_of_places(owner: Someone, clock: Clock, look: Look) -> None:
    await _joins(owner)
    places = "SELECT count(*) FROM residents r JOIN households h ON h.id = r.household_id WHERE h.building = 7"
    before = look(places)
    await asks_deletion(owner)
    await clock.passes(days=7)
    assert look(places) == before
    await _joins(owner)
    assert look("SELECT name FROM residents WHERE telegram_id = 5000004") == [("赵敏",)]


async def _joins(who: Someone) -> None:
    await who.starts("code-44705025")
    await who.taps("普通版")
    await who.taps("我同意")
    await who.taps("都不是我")
    await who.taps("36–59岁")


async def _lives_elsewhere(who: Someone, how: str) -> None:
    if how == "gone":
        await who.says("/household")
        await who.taps("我搬走了")
        await who.taps("对，我搬走了")
        return
    await who.says("/join")
    await who.says("21913557")
    await who.taps("搬过去了" if how == "moved" else "两处都是我家的")
    await who.taps("都不是我")
    await who.taps("36–59岁")


async def _does_all_there_is(who: Someone, moderator: Someone) -> None:
    await who.says("/correct")
    await who.taps("改称呼")
    await who.says(NAME)
    await who.says(f"/concern {WORDS[0]}")
    await who.says("我家门口，王秀英对面")
    await who.taps("加照片或语音")
    await who.sends("photo")
    await who.taps("对，就这样")
    await who.sends("voice")
    await who.taps("7号楼3单元")
    await who.taps("噪音")
    await who.taps("对，就这样")
    await finished(moderator, "这就去看")
    await who.taps("🙋找人帮")
    await moderator.taps("我来帮")
    await who.says("/correct")
    await who.taps("改名册上的姓名")
    await who.says(NAME + "鸟")
    await moderator.taps("不对")
    await who.says("/correct")
    await who.taps("改名册上的姓名")
    await who.says(NAME)
    await moderator.taps("同意")
    await who.says("/join")
    await who.says(with_check_digit("1234567"))
    await who.says(f"/concern {WORDS[1]}")
    await who.says(f"/concern {WORDS[2]}")
    await who.says(WORDS[3])


def _numbered(look: Look, telegram_id: int) -> list[str]:
    """Columns of the books in which this number stands."""
    columns = [f"{table.name}.{column.name}" for table in TABLES for column in table.columns]
    return [
        name
        for name in columns
        if look(f"SELECT 1 FROM {name.split('.')[0]} WHERE {name} = {telegram_id} LIMIT 1")  # noqa: S608
    ]


def _bytes_of(folder: Path) -> bytes:
    """The whole database: its file, its write-ahead log and their index."""
    files: Sequence[Path] = sorted(folder.glob("yishi.db*"))
    assert folder / "yishi.db" in files
    return b"".join(file.read_bytes() for file in files)


def _logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    mine = [record for record in caplog.get_records("call") if record.name.split(".")[0] in BY_THE_BOT]
    return [f"{record.getMessage()} {record.exc_text or ''}" for record in mine]
