"""Where something is, out of what people write."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.place import Place, door_of, find_place, read_number, read_place, same_place, without_room
from tests.contracts.source import ROOT

SIGNS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """1–999 as it is written: 三, 十二, 二十, 一百零三, 九百九十."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{SIGNS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{SIGNS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (SIGNS[ones] if ones else "")


def test_every_number_is_read_as_it_is_written() -> None:
    numbers = range(1, 1000)
    assert [read_number(in_chinese(number)) for number in numbers] == list(numbers)
    assert [read_number(str(number)) for number in numbers] == list(numbers)


@pytest.mark.parametrize(
    ("written", "number"),
    [("两", 2), ("十", 10), ("一十", 10), ("十二", 12), ("二十", 20), ("两百", 200), ("一百零三", 103), ("００７", 7)],
)
def test_numbers_are_read_in_all_their_spellings(written: str, number: int) -> None:
    assert read_number(written) == number


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("3号楼2单元的路灯不亮", Place(3, 2)),
        ("三号楼二单元", Place(3, 2)),
        ("3栋", Place(3)),
        ("3幢门口", Place(3)),
        ("12号楼2单元501室", Place(12, 2, None, "501")),
        ("十二号楼", Place(12)),
        ("二十号楼三单元", Place(20, 3)),
        ("40号楼", Place(40)),
        ("5号楼1单元3层", Place(5, 1, 3)),
        ("5号楼1单元三楼", Place(5, 1, 3)),
        ("5号楼楼道里", Place(5)),
        ("3号楼楼下的垃圾桶", Place(3)),
        ("２号楼３单元", Place(2, 3)),
        ("2 号楼 1 单元", Place(2, 1)),
        ("两单元门口", Place(None, 2)),
        ("building 3, unit 2", Place(3, 2)),
        ("Block 12 entrance 1, floor 4", Place(12, 1, 4)),
        ("Building 7 unit 3 flat 802", Place(7, 3, None, "802")),
    ],
)
def test_a_place_is_found(text: str, place: Place) -> None:
    assert find_place(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "",
        "路灯不亮",
        "3个人在吵",
        "三楼太吵",
        "501室",
        "明天8点",
        "120元",
        "0号楼",
        "单元门坏了",
        "楼道",
        "12号",
        "🙋" * 500,
    ],
)
def test_where_neither_building_nor_unit_is_named_nothing_is_found(text: str) -> None:
    assert find_place(text) is None


@given(st.integers(1, 99), st.integers(1, 99), st.booleans(), st.text(alphabet="路灯不亮，在的\n ", max_size=30))
def test_any_building_and_unit_are_found_among_other_words(
    building: int, unit: int, spelled: bool, around: str
) -> None:
    spell = in_chinese if spelled else str
    assert find_place(f"{around}{spell(building)}号楼{spell(unit)}单元{around}") == Place(building, unit)


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    place = find_place(text)
    assert place is None or place.building or place.unit


@given(st.text("零一二两三四五六七八九十百0123456789号楼栋单元层室buildingunit ", max_size=40))
def test_no_order_of_the_right_words_is_too_strange(text: str) -> None:
    place = find_place(text)
    assert place is None or place.building or place.unit


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("3号楼2单元501漏水", Place(3, 2, None, "501")),
        ("3号楼501", Place(3, None, None, "501")),
        ("5栋1201家里停水", Place(5, None, None, "1201")),
        ("三栋二单元五零一", Place(3, 2, None, "501")),
        ("十二幢三单元八楼801", Place(12, 3, 8, "801")),
        ("3-2-501漏水", Place(3, 2, None, "501")),
        ("我家3-501", Place(3, None, None, "501")),
        ("12号302室", Place(12, None, None, "302")),
        ("3号2单元", Place(3, 2)),
        ("3#楼2单元", Place(3, 2)),
        ("6座802", Place(6, None, None, "802")),
        ("阳光小区3号楼", Place(3, estate="阳光小区")),
        ("我住在翠湖花园5栋", Place(5, estate="翠湖花园")),
        ("我们小区7号楼", Place(7)),
        ("5号楼负一层", Place(5, None, -1)),
        ("三楼太吵", Place(None, None, 3)),
        ("501室", Place(None, None, None, "501")),
        ("东门口的路灯", Place(words="东门口")),
        ("小花园没人打理", Place(words="小花园")),
        ("bldg 3 apt 501", Place(3, None, None, "501")),
        ("3rd floor of block 2", Place(2, None, 3)),
        ("lamp at the east gate", Place(words="east gate")),
        ("3号楼500块物业费", Place(3)),
        ("3号楼120户", Place(3)),
        ("2026-11-28", None),
        ("打电话13800138000", None),
        ("路灯不亮", None),
    ],
)
def test_all_that_is_told_of_a_place_is_read(text: str, place: Place | None) -> None:
    assert read_place(text) == place


@pytest.mark.parametrize(
    ("one", "other"),
    [("3号楼2单元", "三号楼二单元门口"), ("3号楼", "3号楼2单元"), ("2单元", "3号楼2单元"), ("小花园", "小花园。")],
)
def test_places_that_can_be_one(one: str, other: str) -> None:
    assert same_place(one, other)
    assert same_place(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("3号楼2单元", "3号楼1单元"), ("3号楼", "5号楼"), ("3号楼2层", "3号楼5层"), ("小花园", "大门口"),
     ("小花园", "3号楼"), ("", "")],
)  # fmt: skip
def test_places_that_differ(one: str, other: str) -> None:
    assert not same_place(one, other)
    assert not same_place(other, one)


def test_a_place_is_told_without_the_room() -> None:
    assert door_of("三号楼2单元501室") == "3号楼2单元"
    assert door_of("小花园") == ""
    assert "501" not in without_room("我家3号楼2单元501室漏水，就是3-2-501，三单元501")


def test_building_unit_and_room_are_right_in_nearly_all_that_is_held_out() -> None:
    with (ROOT / "tests" / "nlu" / "held_out" / "places.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = []
    for row in rows:
        place = read_place(row["text"]) or Place()
        if [str(part or "") for part in (place.building, place.unit, place.room)] != [
            row["building"],
            row["unit"],
            row["room"],
        ]:
            wrong.append(row["text"])
    assert len(wrong) / len(rows) <= 0.05, wrong


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("3号楼2单元的路灯不亮，6000007", Place(3, 2)),
        ("请到二号楼一单元六百零二室看看", Place(2, 1, None, "602")),
        ("3号楼2单元五楼的王大爷家501漏了", Place(3, 2, 5, "501")),
        ("3号院5号楼1单元302", Place(5, 1, None, "302")),
        ("3号院2单元", Place(3, 2)),
    ],
)
def test_numbers_beside_and_hundreds_in_words_do_not_confuse_it(text: str, place: Place) -> None:
    assert read_place(text) == place
