"""Whatever a report says: its pictures and its paper can be drawn, and no cell of its tables is a formula."""

import csv
from datetime import UTC
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from PIL import Image

from bot.kit.cells import BEGIN_FORMULAS
from bot.kit.people import Language
from bot.kit.picture import TALLEST, draw_pages
from bot.kit.words import LANGUAGES, Words
from bot.review.file_views import HEAD, book, table
from bot.review.model.measure import Measure
from bot.review.model.review import Review
from bot.review.poster_views import poster
from bot.review.sheet import print_sheet
from bot.review.sheet_views import on_paper
from bot.review.taps import Chart
from tests.review.strategies import reviews

ANY = reviews(st.just("=1+1"))


@given(ANY)
def test_each_number_has_its_definition_and_no_cell_is_a_formula(review: Review) -> None:
    say = Words("zh", UTC)
    head, *rows = csv.reader(StringIO(table(say, review, Chart.FIGURES).decode("utf-8-sig")))
    assert len(head) == len(HEAD)
    assert {row[-1] for row in rows} == {measure.value for measure in Measure}
    for chart in Chart:
        for row in csv.reader(StringIO(table(say, review, chart).decode("utf-8-sig"))):
            assert not any(cell.startswith(BEGIN_FORMULAS) for cell in row)


@given(ANY)
@settings(max_examples=10)
def test_the_spreadsheet_holds_what_the_plain_tables_hold(review: Review) -> None:
    say = Words("zh", UTC)
    sheets = load_workbook(BytesIO(book(say, review))).worksheets
    assert len(sheets) == (3 if review.parted else 1)
    for sheet, chart in zip(sheets, Chart, strict=False):
        plain = list(csv.reader(StringIO(table(say, review, chart).decode("utf-8-sig"))))
        found = [["" if cell is None else str(cell) for cell in row] for row in sheet.values]
        assert found == plain
        assert all(cell.data_type != "f" for row in sheet.rows for cell in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_have_a_phones_width_and_are_not_too_tall(language: Language) -> None:
    @given(ANY)
    @settings(max_examples=4)
    def holds(review: Review) -> None:
        for chart in Chart:
            shown = poster(Words(language, UTC), review, chart)
            for page in draw_pages(shown) if shown else []:
                drawn = Image.open(BytesIO(page))
                assert drawn.width == 1080
                assert drawn.height <= TALLEST

    holds()


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_has_its_letters_in_it(language: Language) -> None:
    @given(ANY)
    @settings(max_examples=3)
    def holds(review: Review) -> None:
        paper = print_sheet(on_paper(Words(language, UTC), review))
        assert paper.startswith(b"%PDF")
        assert b"/FontFile" in paper

    holds()
