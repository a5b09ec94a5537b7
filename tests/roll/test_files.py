"""What a file may look like, and each thing that is wrong with one."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.kit.people import Language
from bot.residents.model import AgeBand, NewMember, Tenure
from bot.roll.faults import BadRoll, EmptyFile, Fault, NotASpreadsheet, SeveralSheets, TooManyRows, Why
from bot.roll.files.columns import Column
from bot.roll.files.reading import read
from bot.roll.files.writing import as_csv, as_xlsx
from bot.roll.model import Door, Owner, OwnerKind, Ownership, Roll, Unit
from tests.roll import strategies
from tests.roll.sheets import HEADER, csv_of, saved, xlsx_of

MOST = 1000
WANG = ("3", "2", "502", "89.37", "业主", "王秀英", "老年", "王秀英、王建国", "个人", "王建国")
SON = ("3", "2", "502", "", "", "王建国", "中年", "", "", "")
HOME = Unit(
    Door(3, 2, "502"),
    Decimal("89.37"),
    Tenure.OWNER,
    (NewMember("王秀英", AgeBand.OLDER), NewMember("王建国", AgeBand.MIDDLE)),
    Ownership((Owner("王秀英"), Owner("王建国")), Owner("王建国")),
)


def roll_in(content: bytes) -> Roll:
    return read(content, MOST).roll


def faults_in(content: bytes) -> list[Fault]:
    with pytest.raises(BadRoll) as refused:
        read(content, MOST)
    return list(refused.value.faults)


def changed(column: Column, value: object) -> tuple[object, ...]:
    """王秀英's row with another value."""
    return tuple(value if place == column else old for place, old in zip(Column, WANG, strict=True))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_comes_in_many_dialects(encoding: str, delimiter: str) -> None:
    assert roll_in(csv_of([WANG, SON], delimiter=delimiter, encoding=encoding)).units == (HOME,)


def test_xlsx_with_numbers_as_numbers() -> None:
    numbers = (3, 2.0, 502, 89.37, *WANG[4:])
    assert roll_in(xlsx_of([numbers, SON])).units == (HOME,)


def test_an_area_that_a_spreadsheet_has_computed_is_what_it_shows() -> None:
    assert roll_in(xlsx_of([changed(Column.AREA, 89.1 + 0.27)])).units[0].area == Decimal("89.37")


def test_english_headers_and_words_in_any_order() -> None:
    header = ("Name", "age group", "Building", "UNIT", "room", "Area (m²)", "tenure")
    unit = roll_in(csv_of([("Li Ming", "18–35", "5", "1", "202", "64", "Tenant")], header)).units[0]
    assert unit == Unit(Door(5, 1, "202"), Decimal(64), Tenure.TENANT, (NewMember("Li Ming", AgeBand.YOUNG),))


def test_words_as_people_write_them() -> None:
    row = ("3号楼", "2单元", "５０２室", "89.37㎡", "自住", "王　明", "60岁以上", "无", "-", "")
    unit = roll_in(csv_of([row])).units[0]
    assert unit.door == Door(3, 2, "502")
    assert unit.people == (NewMember("王明", AgeBand.OLDER),)
    assert unit.ownership is None


def test_blank_rows_and_empty_flats() -> None:
    empty = ("3", "2", "503", "70", "租户", "", "", "阳光公司", "单位", "")
    blank = ("",) * len(HEADER)
    units = roll_in(csv_of([blank, WANG, blank, empty])).units
    assert units[1].people == ()
    assert units[1].ownership == Ownership((owner := Owner("阳光公司", OwnerKind.FIRM),), owner)


def test_until_it_is_handed_over_the_developer_votes_for_it() -> None:
    buyer, developer = Owner("李四"), Owner("阳光置业", OwnerKind.DEVELOPER)
    bought = ("3", "2", "503", "70", "业主", "", "", "李四、阳光置业", "个人、开发商")
    for named in ("", "阳光置业"):
        units = roll_in(csv_of([(*bought, named)])).units
        assert units[0].ownership == Ownership((buyer, developer), developer)
    fault = faults_in(csv_of([(*bought, "李四")]))[0]
    assert (fault.why, fault.value) == (Why.DEVELOPER_VOTES, "李四")


def test_columns_that_are_not_used_are_named() -> None:
    assert read(csv_of([(1, *WANG, "好")], ("序号", *HEADER, "备注")), MOST).unused == ("序号", "备注")


def test_without_a_column_for_owners_nothing_is_said_of_them() -> None:
    assert roll_in(csv_of([WANG[:7]], HEADER[:7])).tells_owners is False
    assert roll_in(csv_of([WANG])).tells_owners is True


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        (Column.BUILDING, "", Why.MISSING),
        (Column.BUILDING, "三", Why.NOT_A_NUMBER),
        (Column.BUILDING, "0", Why.NOT_A_NUMBER),
        (Column.BUILDING, "1000", Why.NOT_A_NUMBER),
        (Column.UNIT, "2.5", Why.NOT_A_NUMBER),
        (Column.ROOM, "二楼左", Why.NOT_A_ROOM),
        (Column.ROOM, "1" * 17, Why.NOT_A_ROOM),
        (Column.AREA, "", Why.MISSING),
        (Column.AREA, "0", Why.NOT_AN_AREA),
        (Column.AREA, "-5", Why.NOT_AN_AREA),
        (Column.AREA, "89.12345", Why.NOT_AN_AREA),
        (Column.AREA, "1000001", Why.NOT_AN_AREA),
        (Column.AREA, "NaN", Why.NOT_AN_AREA),
        (Column.TENURE, "", Why.MISSING),
        (Column.TENURE, "亲戚", Why.NOT_A_TENURE),
        (Column.NAME, "", Why.MISSING),
        (Column.NAME, "王" * 65, Why.NOT_A_NAME),
        (Column.NAME, "王明 138 0000 0000", Why.LIKE_A_NUMBER),
        (Column.AGE, "", Why.MISSING),
        (Column.AGE, "81", Why.NOT_AN_AGE),
        (Column.OWNERS, "王秀英13800000000", Why.LIKE_A_NUMBER),
        (Column.OWNERS, "王建国、王建国", Why.TWICE),
        (Column.KIND, "亲戚", Why.NOT_A_KIND),
        (Column.KIND, "个人、单位、个人", Why.NOT_A_KIND),
        (Column.VOTER, "李明", Why.NOT_A_VOTER),
    ],
)
def test_each_fault_has_its_row_cell_and_reason(column: Column, value: str, why: Why) -> None:
    letter = "ABCDEFGHIJ"[list(Column).index(column)]
    for content in (csv_of([changed(column, value)]), xlsx_of([changed(column, value)])):
        fault = faults_in(content)[0]
        assert (fault.why, fault.row, fault.cell) == (why, 2, f"{letter}2")


@pytest.mark.parametrize(
    ("column", "value", "right"), [(Column.AREA, "1000000", "1000000"), (Column.AREA, "89.1234", "89.1234")]
)
def test_what_is_just_within_the_limits(column: Column, value: str, right: str) -> None:
    assert roll_in(csv_of([changed(column, value)])).units[0].area == Decimal(right)


def test_all_faults_are_told_at_once() -> None:
    rows = [changed(Column.AREA, "x"), (*SON[:6], "y", *SON[7:]), (*WANG, "one too many")]
    assert [fault.why for fault in faults_in(csv_of(rows))] == [
        Why.NOT_AN_AREA,
        Why.NOT_AN_AGE,
        Why.TOO_WIDE,
        Why.TWICE,
    ]


def test_a_person_twice_and_a_household_that_disagrees_with_itself() -> None:
    again = ("3", "2", "502", "89.38", "租户", "王秀英", "老年", "李明", "", "")
    found = faults_in(csv_of([WANG, again]))
    assert [(fault.why, fault.cell, fault.earlier) for fault in found] == [
        (Why.DISAGREES, "D3", 2),
        (Why.DISAGREES, "E3", 2),
        (Why.DISAGREES, "H3", 2),
        (Why.TWICE, "F3", 2),
    ]


@pytest.mark.parametrize("formula", ["=1+1", "+1+1", "@SUM(A1)", "-(1)"])
def test_a_formula_in_a_csv_is_refused_with_its_cell(formula: str) -> None:
    assert faults_in(csv_of([changed(Column.NAME, formula)])) == [Fault(Why.FORMULA, 2, "F2", formula)]


def test_a_formula_in_an_xlsx_is_refused_with_its_cell() -> None:
    assert faults_in(xlsx_of([changed(Column.AREA, "=80+9.37")])) == [Fault(Why.FORMULA, 2, "D2", "=80+9.37")]


def test_merged_cells_are_refused_with_their_names() -> None:
    book = Workbook()
    for row in (HEADER, WANG, SON):
        book.worksheets[0].append(row)
    book.worksheets[0].merge_cells("A2:A3")
    assert faults_in(saved(book)) == [Fault(Why.MERGED, 2, "A2:A3")]


def test_a_room_that_became_a_date_is_refused() -> None:
    found = faults_in(xlsx_of([changed(Column.ROOM, datetime(2026, 3, 1, tzinfo=UTC).replace(tzinfo=None))]))
    assert (found[0].why, found[0].cell) == (Why.DATE, "C2")


def test_columns_that_are_missing_twice_or_forbidden() -> None:
    header = ("楼号", "楼栋", "房号", "面积", "居住", "姓名", "年龄段", "身份证号", "手机")
    found = faults_in(csv_of([], header))
    assert [(fault.why, fault.value) for fault in found] == [
        (Why.COLUMN_TWICE, "楼栋"),
        (Why.FORBIDDEN_COLUMN, "身份证号"),
        (Why.FORBIDDEN_COLUMN, "手机"),
        (Why.COLUMN_MISSING, "unit"),
    ]


@pytest.mark.parametrize(
    "title", ["电话", "联系方式", "出生年月", "年龄", "ID number", "Tel.", "E-mail", "Phone No", "Birth date"]
)
def test_titles_that_promise_what_must_not_be_kept(title: str) -> None:
    assert Fault(Why.FORBIDDEN_COLUMN, 1, "K1", title) in faults_in(csv_of([(*WANG, "")], (*HEADER, title)))


def test_an_open_quotation_mark() -> None:
    assert faults_in(csv_of([WANG]) + b'3,2,"502')[0] == Fault(Why.BROKEN, 3)


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xfe\xff"])
def test_what_is_no_spreadsheet(content: bytes) -> None:
    with pytest.raises(NotASpreadsheet):
        read(content, MOST)


@pytest.mark.parametrize("content", [b"", csv_of([]), xlsx_of([]), xlsx_of([], ())])
def test_nobody_in_the_file(content: bytes) -> None:
    with pytest.raises(EmptyFile):
        read(content, MOST)


def test_several_sheets() -> None:
    book = Workbook()
    for sheet in (book.worksheets[0], book.create_sheet()):
        sheet.append(HEADER)
    with pytest.raises(SeveralSheets):
        read(saved(book), MOST)


def test_exactly_as_many_rows_as_a_file_may_have() -> None:
    rows = [(*WANG[:2], str(number), *WANG[3:]) for number in range(1, 12)]
    for write in (csv_of, xlsx_of):
        assert read(write(rows[:10]), 10).rows == 10
        with pytest.raises(TooManyRows):
            read(write(rows), 10)


@given(strategies.rolls(), st.sampled_from(["zh", "en"]), st.booleans())
def test_what_is_written_is_read_again(roll: Roll, language: Language, xlsx: bool) -> None:
    again = roll_in((as_xlsx if xlsx else as_csv)(roll.units, language))
    assert {unit.door: unit for unit in again.units} == {unit.door: unit for unit in roll.units}
