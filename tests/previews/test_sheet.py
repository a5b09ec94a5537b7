"""The agenda on paper."""

from collections.abc import Iterator

import pytest
from fpdf import FPDF
from pylopdf_fonts_zh_cn import sans_path

from bot.kit.sheet import finished
from bot.previews.sheet import NEVER_FIRST, Row, Sheet, _lines, print_sheet

LAMPS = Row(
    "1、楼道换灯", "居民议事会的事 · 10分钟 · 表决", "同意把楼道的灯换成声控灯，费用从公共收益中支出，不超过8000元。"
)


def sheet(*rows: Row, place: str = "社区活动室") -> Sheet:
    link = "https://t.me/yishi_bot?start=preview-2"
    return Sheet("议事日预告", "12月2日 星期三 晚上7点", place, rows, ["还没有议题。"], "扫一扫", link)


@pytest.fixture(scope="module")
def paper() -> Iterator[FPDF]:
    pdf = FPDF(format="A4")
    pdf.add_font("sans", fname=sans_path())
    pdf.add_page()
    pdf.set_font("sans", size=15)
    yield pdf
    finished(pdf)  # closes the font's file


@pytest.mark.parametrize(("rows", "pages"), [(0, 1), (3, 1), (40, 6)])
def test_it_takes_as_many_pages_as_it_needs_with_its_letters_in_it(rows: int, pages: int) -> None:
    pdf = print_sheet(sheet(*[LAMPS] * rows))
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == pages
    assert b"NotoSansSC" in pdf
    assert b"/FontFile3" in pdf


@pytest.mark.parametrize("room", [30, 41, 52, 63, 74, 174])
@pytest.mark.parametrize("said", [LAMPS.words * 5, "All the lamps are to be changed, as proposed." * 3, "字" * 300])
def test_every_line_fits_and_none_begins_with_a_comma(paper: FPDF, room: int, said: str) -> None:
    lines = list(_lines(paper, said, room))
    assert all(paper.get_string_width(line) <= room for line in lines)
    assert not any(line[0] in NEVER_FIRST for line in lines)
    assert "".join(lines).replace(" ", "") == said.replace(" ", "")


def test_english_is_cut_between_words(paper: FPDF) -> None:
    assert list(_lines(paper, "the light is out", 25)) == ["the light", "is out"]


def test_a_word_as_long_as_the_line_is_cut_all_the_same(paper: FPDF) -> None:
    assert len(list(_lines(paper, "a" * 100, 50))) > 1
