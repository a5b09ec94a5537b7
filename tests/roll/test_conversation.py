"""The roll comes in by a file: looked at first, asked about, then brought in. And goes out again."""

import pytest

from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.roll.sheets import HEADER, csv_of, last_document, read_back, sends_file, sunshine_rows, xlsx_of

NEW = (21, 1, "101", "88.80", "业主", "钱多", "中年", "钱多、钱少", "个人", "钱少")
"""A household that 阳光社区 has not."""


def without(rows: list[list[object]], *names: str) -> list[list[object]]:
    return [row for row in rows if row[5] not in names]


def at(rows: list[list[object]], building: int, unit: int, room: str) -> list[list[object]]:
    return [row for row in rows if row[:3] == [building, unit, room]]


async def test_a_file_is_shown_first_and_brought_in_by_a_tap(moderator: Someone, look: Look) -> None:
    await sends_file(moderator, csv_of([*sunshine_rows(), NEW]))
    shown = await moderator.reads()
    assert "户：新增1，变更0，离开0" in shown
    assert "人：新增1，变更0，离开0" in shown
    assert "现在什么都还没有改" in shown
    assert look("SELECT count(*) FROM households") == [(1200,)]
    await moderator.taps("导入")
    assert "名册已经更新" in await moderator.reads()
    assert look("SELECT count(*), count(left_at) FROM households") == [(1201, 0)]
    assert look("SELECT name, kind, votes FROM owners JOIN ownerships ON owner_id = owners.id ORDER BY votes") == [
        ("钱多", "person", 0),
        ("钱少", "person", 1),
    ]


async def test_the_same_file_again_changes_nothing(moderator: Someone, look: Look) -> None:
    content = xlsx_of([*sunshine_rows(), NEW])
    await sends_file(moderator, content, "名册.xlsx")
    await moderator.taps("导入")
    before = look("SELECT id, household_id, name, age_band, left_at FROM residents ORDER BY id")
    await sends_file(moderator, content, "名册.xlsx")
    assert "文件和名册一样，不用改" in await moderator.reads()
    assert look("SELECT id, household_id, name, age_band, left_at FROM residents ORDER BY id") == before
    await moderator.taps("知道了，收起文件")
    assert look("SELECT count(*) FROM roll_imports WHERE roll IS NOT NULL") == [(0,)]


async def test_two_taps_bring_it_in_once(moderator: Someone, look: Look) -> None:
    await sends_file(moderator, csv_of([*sunshine_rows(), NEW]))
    message = (await moderator.screen())["messages"][-1]["message_id"]
    await moderator.taps("导入", message_id=message)
    await moderator.taps("导入", message_id=message)
    assert "户：新增1，变更0，离开0" in await moderator.reads()
    assert look("SELECT count(*) FROM residents WHERE name = '钱多'") == [(1,)]


async def test_a_file_that_nobody_answers_is_forgotten(moderator: Someone, clock: Clock, look: Look) -> None:
    kept = "SELECT state, roll LIKE '%钱多%' FROM roll_imports"
    await sends_file(moderator, csv_of([*without(sunshine_rows(), "王秀英"), NEW]))
    await clock.passes(days=6)
    await moderator.taps("先回答这几位")
    await moderator.taps("还住这里")  # whoever still works on it keeps it
    await clock.passes(days=6, hours=23)
    assert look(kept) == [("open", 1)]
    await clock.passes(hours=1)
    assert look(kept) == [("dropped", None)]
    await moderator.taps("导入")
    assert "这份文件已经不作数" in await moderator.reads()
    assert look("SELECT count(*) FROM households") == [(1200,)]


async def test_not_bringing_it_in_forgets_the_file(moderator: Someone, look: Look) -> None:
    await sends_file(moderator, csv_of([*sunshine_rows(), NEW]))
    message = (await moderator.screen())["messages"][-1]["message_id"]
    await moderator.taps("不导入")
    assert "这份文件已经删掉" in await moderator.reads()
    assert look("SELECT state, roll FROM roll_imports") == [("dropped", None)]
    await moderator.taps("导入", message_id=message)
    assert "这份文件已经不作数" in await moderator.reads()
    assert look("SELECT count(*) FROM households") == [(1200,)]


async def test_who_has_joined_is_asked_about_by_name_before(moderator: Someone, elder: Someone, look: Look) -> None:
    await sends_file(moderator, csv_of(without(sunshine_rows(), "王秀英", "孙国强")))
    shown = await moderator.reads()
    assert "有2位已经加入，文件里却没有" in shown
    assert "导入" not in (await moderator.buttons())[:1]
    await moderator.taps("先回答这几位")
    assert "3号楼2单元502室的王秀英已经加入" in await moderator.reads()
    await moderator.taps("搬走了")
    assert "孙国强已经加入" in await moderator.reads()
    await moderator.taps("还住这里")
    assert "离开" in await moderator.reads()
    await moderator.taps("导入")
    assert look("SELECT name FROM residents WHERE telegram_id IN (5000001, 5000007) AND left_at IS NULL") == [
        ("孙国强",)
    ]
    assert "社区登记您已经从3号楼2单元502室搬走" in await elder.reads()
    assert look("SELECT how FROM moves WHERE telegram_id = 5000001 ORDER BY id DESC LIMIT 1") == [("left",)]
    await elder.taps("返回")
    await elder.taps("反映问题")
    assert "给本小区居民用的" in await elder.reads()


async def test_all_who_were_forgotten_in_the_file_can_stay_by_one_tap(moderator: Someone, look: Look) -> None:
    await sends_file(moderator, csv_of(without(sunshine_rows(), "王秀英", "孙国强", "林芳")))
    await moderator.taps("先回答这几位")
    await moderator.taps("这3位都还住这里")
    await moderator.taps("导入")
    assert look("SELECT count(*) FROM residents WHERE left_at IS NULL AND telegram_id IS NOT NULL") == [(4,)]


async def test_who_is_gone_is_marked_and_comes_back(moderator: Someone, look: Look) -> None:
    rows = sunshine_rows()
    gone = at(rows, 20, 3, "1002")
    await sends_file(moderator, csv_of([row for row in rows if row not in gone]))
    assert f"户：新增0，变更0，离开1\n人：新增0，变更0，离开{len(gone)}" in await moderator.reads()
    await moderator.taps("导入")
    assert look("SELECT building, unit, room FROM households WHERE left_at IS NOT NULL") == [(20, 3, "1002")]
    await sends_file(moderator, csv_of(rows))
    assert f"户：新增1，变更0，离开0\n人：新增{len(gone)}，变更0，离开0" in await moderator.reads()
    await moderator.taps("导入")
    assert look("SELECT count(*), count(left_at) FROM residents") == [(3500, 0)]


async def test_what_somebody_changed_meanwhile_is_shown_before_it_counts(
    moderator: Someone, owner: Someone, look: Look
) -> None:
    await sends_file(moderator, csv_of(without(sunshine_rows(), "赵敏")))
    message = (await moderator.screen())["messages"][-1]["message_id"]
    await owner.starts("code-44705025")
    await owner.taps("普通版")
    await owner.taps("我同意")
    await owner.taps("赵敏")
    await moderator.taps("导入", message_id=message)
    assert "赵敏已经加入" in await moderator.reads()
    assert look("SELECT count(*) FROM residents WHERE left_at IS NOT NULL") == [(0,)]


async def test_a_newer_file_takes_the_place_of_an_older(moderator: Someone) -> None:
    await sends_file(moderator, csv_of([*sunshine_rows(), NEW]))
    message = (await moderator.screen())["messages"][-1]["message_id"]
    await sends_file(moderator, csv_of(sunshine_rows()))
    await moderator.taps("导入", message_id=message)
    assert "这份文件已经不作数" in await moderator.reads()


async def test_owners_of_several_units_are_named_so_that_namesakes_are_seen(moderator: Someone) -> None:
    more = (21, 1, "102", "60", "租户", "", "", "钱少", "个人", "")
    await sends_file(moderator, csv_of([*sunshine_rows(), NEW, more]))
    shown = await moderator.reads()
    assert "有1位业主有几套房" in shown
    assert "钱少：2套" in shown
    assert "“钱少#2”" in shown


async def test_a_bad_row_is_told_with_its_line_and_reason(moderator: Someone, look: Look) -> None:
    bad = (21, 1, "101", "很大", "业主", "钱多", "56岁", "", "", "")
    await sends_file(moderator, csv_of([*sunshine_rows(), bad]))
    shown = await moderator.reads()
    assert "第3502行：D3502 写的“很大”不是面积" in shown
    assert "第3502行：G3502 写的“56岁”不是年龄段" in shown
    assert "名册没有变" in shown
    assert look("SELECT count(*) FROM roll_imports") == [(0,)]


@pytest.mark.parametrize("title", ["身份证号", "电话", "出生日期", "phone", "ID", "Date of birth", "手机号码"])
async def test_a_column_that_must_not_be_kept_is_refused_by_name(moderator: Someone, title: str) -> None:
    await sends_file(moderator, csv_of([(*NEW, "310101199001011234")], (*HEADER, title)))
    assert f"“{title}”这一列不能收" in await moderator.reads()


async def test_only_moderators_bring_a_roll_in(supervisor: Someone, elder: Someone, look: Look) -> None:
    for person in (supervisor, elder):
        await sends_file(person, csv_of([NEW]))
        assert "管理员" in await person.reads()
    assert look("SELECT count(*) FROM roll_imports") == [(0,)]


async def test_a_file_that_is_no_roll_is_answered_as_ever(moderator: Someone) -> None:
    await moderator.sends("document")
    assert "这个我看不懂" in await moderator.reads()
    await sends_file(moderator, b"PK\x03\x04 but no more", "名册.xlsx")
    assert "这个文件打不开" in await moderator.reads()


@pytest.mark.parametrize(("button", "name"), [("导出名册（XLSX）", "roll.xlsx"), ("导出名册（CSV）", "roll.csv")])
async def test_the_roll_goes_out_and_comes_in_again_unchanged(
    town: Neighbourhood, moderator: Someone, button: str, name: str
) -> None:
    await moderator.says("/roll")
    assert "共1200户，3500人，已加入4人" in await moderator.reads()
    await moderator.taps(button)
    sent, content = await last_document(town, moderator)
    assert sent == name
    rows = read_back(content)
    assert tuple(rows[0]) == HEADER
    assert len(rows) == 3501
    await sends_file(moderator, content, name)
    assert "文件和名册一样" in await moderator.reads()


async def test_a_name_that_is_a_formula_goes_out_harmless(town: Neighbourhood, moderator: Someone) -> None:
    await town.playground.post("people", key="mallory", first_name="=1+1", language_code="zh-hans", id=5000099)
    mallory = Someone(town, "mallory", 5000099, "=1+1")
    await mallory.starts("code-21913557")
    for button in ("普通版", "我同意", "都不是我", "36–59岁"):
        await mallory.taps(button)
    await moderator.says("/roll")
    for button in ("导出名册（CSV）", "导出名册（XLSX）"):
        await moderator.taps(button)
        name, content = await last_document(town, moderator)
        assert "'=1+1" in {row[5] for row in read_back(content)}
        await sends_file(moderator, content, name)
        assert "文件和名册一样" in await moderator.reads()
        await moderator.says("/roll")


async def test_the_template_is_a_file_that_only_wants_people(town: Neighbourhood, moderator: Someone) -> None:
    await moderator.says("/roll")
    await moderator.taps("要一份空白模板")
    name, content = await last_document(town, moderator)
    assert read_back(content) == [list(HEADER)]
    await sends_file(moderator, content, name)
    assert "一个人也没有" in await moderator.reads()


async def test_the_roll_is_not_shown_in_the_group(moderator: Someone, elder: Someone) -> None:
    await moderator.says_in_group("/roll")
    assert "请到和我的私聊里看" in await moderator.reads_in_group()
    assert "名册" not in await elder.reads_in_group()


async def test_a_long_file_says_how_far_it_is_in_one_message(town: Neighbourhood, moderator: Someone) -> None:
    await sends_file(moderator, csv_of([*sunshine_rows(), NEW]))
    shown = await moderator.reads()
    assert shown.startswith("读了3501行，正在和名册对照。")
    assert "新增1" in shown
    edited = [call["params"]["text"] for call in await town.log("editMessageText")]
    assert "读了3501行，正在和名册对照。" in edited
