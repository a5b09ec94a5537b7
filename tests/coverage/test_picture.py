"""The picture: sizes, contrast, letters, whatever the community's size."""

from datetime import UTC
from io import BytesIO

import pytest
from PIL import Image, ImageFont
from pylopdf_fonts_zh_cn import sans_path

from bot.coverage.handlers import poster
from bot.coverage.model import Cell, Coverage, Dimension
from bot.coverage.views import HEADINGS, NAMES, OUT_OF_ALL, WHY_HIDDEN
from bot.kit import picture
from bot.kit.people import Language
from bot.kit.picture import (
    EMPTY,
    FILLED,
    MAIN,
    OTHER,
    PAPER,
    READ_ON,
    TALLEST,
    WIDTH,
    draw,
    draw_pages,
)
from bot.kit.poster import Bar, Poster, Section
from bot.kit.words import LANGUAGES, Words, translated
from bot.residents.model import AgeBand


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def coverage(buildings: int) -> Coverage:
    """A community that has joined in part, with one building that is not shown."""
    return Coverage(
        Cell("", 1200, 326),
        {
            Dimension.TENURE: [Cell("owner", 960, 300), Cell("tenant", 240, 26)],
            Dimension.AGE: [Cell(band, 900, 110) for band in AgeBand],
            Dimension.BUILDING: [Cell(str(n), 60, 3 * n % 61, hidden=n == 7) for n in range(1, buildings + 1)],
        },
    )


def test_words_stand_out_from_their_ground() -> None:
    assert [pair for pair in READ_ON if contrast(*pair) < 4.5] == []


def test_the_filled_part_of_a_bar_stands_out() -> None:
    assert contrast(FILLED, EMPTY) >= 3
    assert contrast(FILLED, PAPER) >= 3


def test_black_on_white_is_known_to_be_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_sizes_are_those_of_the_standard() -> None:
    assert (WIDTH, MAIN, OTHER, picture.LINE) == (1080, 90, 54, 1.3)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("buildings", [2, 20, 40, 120])
def test_it_is_as_wide_as_a_phone_and_not_shrunk(buildings: int, language: Language) -> None:
    shown = poster(Words(language, UTC), coverage(buildings))
    pictures = [Image.open(BytesIO(page)) for page in draw_pages(shown)]
    assert (len(pictures) > 1) == (buildings > 20)
    assert {drawn.width for drawn in pictures} == {WIDTH}
    assert max(drawn.height for drawn in pictures) <= TALLEST


def test_every_sign_that_it_may_draw_has_a_shape() -> None:
    said = [translated(text, "zh") for text in (*HEADINGS.values(), *NAMES.values(), OUT_OF_ALL, WHY_HIDDEN)]
    font = ImageFont.truetype(str(sans_path()), OTHER)
    nothing = font.getmask("\U0010ffff").getbbox()
    signs = set("".join(said) + "号楼不显示已加入0123456789%–") - set("{} ")
    shapes = {sign: bytes(font.getmask(sign)) for sign in signs}
    unknown = bytes(font.getmask("\U0010ffff"))
    assert nothing is None or [sign for sign, shape in shapes.items() if shape == unknown] == []


def test_a_full_bar_is_longer_than_a_half_one() -> None:
    def green(share: float) -> int:
        bars = [Bar("业主", "", share)]
        drawn = Image.open(BytesIO(draw(Poster("", "", [Section("", bars)], ""))))
        return sum(count for count, colour in drawn.getcolors(1 << 20) or [] if colour == (0x0B, 0x6E, 0x4F))

    assert green(1.0) == pytest.approx(2 * green(0.5), rel=0.02)
    assert green(0.0) == 0
