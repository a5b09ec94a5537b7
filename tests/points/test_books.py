"""Moderators and supervisors see the books: whether they balance, who gave most, what looks unusual; and as files."""

import csv
import io

import openpyxl

from bot.kit.cells import csv_of, harmless, xlsx_of
from tests.neighbours import Look, Neighbourhood, Someone
from tests.points.test_awards import pick_if_several
from tests.points.test_conversation import rows_of_file


async def thanks(moderator: Someone, name: str, label: str, words: str) -> None:
    await moderator.says(f"/award {name} {words}")
    await pick_if_several(moderator, label)


async def test_the_books_balance_and_show_who_gave_most(
    town: Neighbourhood, moderator: Someone, supervisor: Someone, liaison: Someone
) -> None:
    await thanks(moderator, "陈建国", "3-1-102 陈建国", "4 浇花")
    await thanks(moderator, "王秀英", "3-2-502 王秀英", "3 唱歌")
    await supervisor.says("/books")
    read = await supervisor.reads()
    for told in ("账是平的。", "发行：-20000分，1个账户", "奖励预算：19993分，1个账户", "居民：7分，3个账户",
                 "本月还剩：奖励19993分，换实物5000分。", "林芳：给2人，共7分", "30天里没有异常。"):  # fmt: skip
        assert told in read
    await supervisor.taps("下载文本表格")
    _, _, *given = await rows_of_file(town, supervisor)
    assert [(row[3], row[4], row[5], row[7], row[8]) for row in given] == [
        ("管理员感谢", "浇花", "4", "陈建国", "林芳"),
        ("管理员感谢", "唱歌", "3", "王秀英", "林芳"),
    ]
    await liaison.says("/books")
    assert "账是平的" not in await liaison.reads()


async def test_who_gives_to_the_same_person_again_and_again_stands_out(moderator: Someone, look: Look) -> None:
    for _ in range(8):
        await thanks(moderator, "陈建国", "3-1-102 陈建国", "1 浇花")
    await moderator.says("/books")
    read = await moderator.reads()
    assert "请看一看：林芳在30天里给陈建国加了8次，共8分。" in read
    assert "请看一看：林芳短时间里连续加分8次，11月25日 星期三 上午10点" in read
    assert look("SELECT sum(balance) FROM points_accounts") == [(0,)]


def test_no_cell_begins_a_formula() -> None:
    for bad in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\ufeff=1"):
        assert str(harmless(bad)).startswith("'")
        [[cell]] = list(csv.reader(io.StringIO(csv_of([bad], []).decode("utf-8-sig"), newline="")))
        assert cell.startswith("'")
        sheet = openpyxl.load_workbook(io.BytesIO(xlsx_of(["x"], [[bad.strip() or "x"]]))).active
        assert sheet is not None
        assert sheet["A2"].data_type == "s"
    assert [harmless(cell) for cell in (-5, "浇花", "")] == [-5, "浇花", ""]
